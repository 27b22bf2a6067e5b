"""Adding texts to a ledger, and the report of what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sayso.errors import FigureRefused, ReadError
from sayso.ledger.finding import Place, readings, refusal
from sayso.model import Document, Figure, Note, Refusal
from sayso.present.words import plural
from sayso.store import Outcome, Store

Progress = Callable[[int, str, int], None]
"""Called with the number of documents done, the name of the last one and how many figures it has; by then it is on the disk."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one document: `figures` is how many it has, `notes` what reading and adding noticed."""

    name: str
    fingerprint: str
    outcome: Outcome
    figures: int
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: an entry for every document and a refusal for all that gave none, in the order they came."""

    entries: tuple[Entry, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def added(self) -> int:
        """Documents that were not there before."""
        return self._number(Outcome.ADDED)

    @property
    def renewed(self) -> int:
        """Documents that were there and now have another reading."""
        return self._number(Outcome.RENEWED)

    @property
    def unchanged(self) -> int:
        """Documents that were there already, just so."""
        return self._number(Outcome.UNCHANGED)

    @property
    def figures(self) -> int:
        """Figures of the documents added or renewed."""
        return sum(entry.figures for entry in self.entries if entry.outcome)

    @property
    def notes(self) -> tuple[tuple[str, Note], ...]:
        """Every note with the name of its document."""
        return tuple((entry.name, note) for entry in self.entries for note in entry.notes)

    def __str__(self) -> str:
        """One line: how many of each."""
        parts = [f"{plural(self.added, 'document')} added with {plural(self.figures, 'figure')}"]
        parts += [f"{number} {word}" for number, word in ((self.renewed, "renewed"), (self.unchanged, "unchanged")) if number]
        refused = sum(not refusal.skipped for refusal in self.refusals)
        parts += [f"{refused} refused"] if refused else []
        return ", ".join(parts)

    def _number(self, outcome: Outcome) -> int:
        return sum(entry.outcome is outcome for entry in self.entries)


def add(store: Store, paths: Iterable[Place], *, stdin: BinaryIO | None = None, progress: Progress | None = None) -> Added:
    """Read paths and keep every document with its figures; each is on the disk before the next is looked at.

    A document that cannot be read or kept is refused and the rest goes on; only an error of the ledger itself (a full disk) ends it.
    """
    entries: list[Entry] = []
    refusals: list[Refusal] = []
    seen: set[str] = set()
    for item in readings(paths, stdin=stdin):
        became = item if isinstance(item, Refusal) else _enter(store, *item, seen)
        if isinstance(became, Refusal):
            refusals.append(became)
            continue
        entries.append(became)
        if progress:
            progress(len(entries), became.name, became.figures)
    return Added(tuple(entries), tuple(refusals))


def _enter(store: Store, document: Document, figures: list[Figure], seen: set[str]) -> Entry | Refusal:
    fingerprint = document.fingerprint
    outcome = Outcome.UNCHANGED
    try:
        if fingerprint not in seen:  # of two copies in one go the first counts, or each go would renew one by the other
            outcome = store.add(document, figures)
    except (FigureRefused, ReadError) as error:
        return refusal(document, error)
    notes = (*document.notes, *_remarks(store, document, outcome, twice=fingerprint in seen))
    seen.add(fingerprint)
    return Entry(document.name, fingerprint, outcome, len(figures), notes)


def _remarks(store: Store, document: Document, outcome: Outcome, *, twice: bool) -> Iterator[Note]:
    if twice:
        yield Note("twice", "this name with this very text came twice; it is kept once")
    elif outcome is Outcome.ADDED and store.has_other(document):
        yield Note("same-name", "another text of this name is in the ledger; both are kept")
