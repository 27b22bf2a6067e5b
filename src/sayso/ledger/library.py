"""Documents for the workbench: lists of them, and one cut into parts that a page can hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.errors import BadCorrection
from sayso.ledger.book import Ledger
from sayso.ledger.reviewing import Saying, mark_in
from sayso.model import Document, Review, Shown, Span, Verdict
from sayso.store import Listed, Sought

PART = 100_000
"""Characters of a part, more or less: it ends where a paragraph does."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document's text with the figures that start in it; `number` is counted from 1."""

    document: Document
    listed: Listed
    number: int
    starts: tuple[int, ...]
    figures: tuple[Shown, ...]

    @property
    def span(self) -> Span:
        """From where to where it reaches in the text."""
        ends = (*self.starts[1:], len(self.document.text))
        return self.starts[self.number - 1], ends[self.number - 1]

    @property
    def text(self) -> str:
        """The stretch itself."""
        return self.document.text[slice(*self.span)]

    @property
    def aside(self) -> list[Span]:
        """What of it is not the author's account."""
        start, end = self.span
        return [(max(at, start), min(to, end)) for at, to in self.document.aside if at < end and to > start]


def count(ledger: Ledger, sought: Sought) -> int:
    """How many documents are found."""
    with ledger._store().shelf() as shelf:
        return shelf.count(sought)


def listed(ledger: Ledger, sought: Sought, sort: str, *, offset: int = 0, limit: int | None = None) -> Iterator[Listed]:
    """Documents that are found, in order; UnknownName for a sort that there is not."""
    with ledger._store().shelf() as shelf:
        yield from shelf.listed(sought, sort, offset=offset, limit=limit)


def choices(ledger: Ledger, field: str) -> list[tuple[str, int]]:
    """What documents have in a field (publisher, language) and how many have it, the most frequent first."""
    with ledger._store().shelf() as shelf:
        return shelf.choices(field)


def part(ledger: Ledger, fingerprint: str, *, number: int | None = None, at: int = 0) -> Part:
    """A part of a document by its number, or the one that holds a place; the last one where there is none such. Raises UnknownName."""
    with ledger._store().shelf() as shelf:
        document, row = shelf.document(fingerprint)
        starts = parts(document.text)
        wanted = number if number is not None else bisect_right(starts, max(at, 0))
        found = Part(document, row, min(max(wanted, 1), len(starts)), tuple(starts), ())
        return Part(document, row, found.number, found.starts, tuple(shelf.figures(fingerprint, *found.span)))


def original(ledger: Ledger, fingerprint: str) -> Document:
    """A document with the bytes that were received; raises UnknownName."""
    return ledger._store().document(fingerprint)


def missing(ledger: Ledger, fingerprint: str, place: Span, fields: Mapping[str, str], *, person: str, note: str = "") -> Review:
    """Keep a figure that a person found at a place of a document; spaces around the number do not matter.

    Raises BadCorrection where no number stands just there, UnknownName where there is no such document.
    """
    store = ledger._store()
    with store.shelf() as shelf:
        document = shelf.document(fingerprint)[0]
    text, (start, end) = document.text, place
    if 0 <= start < end <= len(text):
        held = text[start:end]
        start, end = start + len(held) - len(held.lstrip()), end - len(held) + len(held.rstrip())
    return mark_in(store, document, (start, end), Saying(Verdict.MARK, note, person, None, fields))


def occurrence(text: str, words: str, which: int, start: int = 0) -> Span:
    """Where some words stand in a text for the `which`-th time, counted from 1; `start` is where the text begins in the document.

    Raises BadCorrection where they do not.
    """
    place = -1
    for done in range(which if words else 0):
        place = text.find(words, place + 1)
        if place < 0:
            told = "nowhere" if not done else "once" if done == 1 else f"{done:,} times"
            raise BadCorrection(f"{words[:60]!r} stands here {told}", advice="Give the number just as the text has it, and which of them.")
    if place < 0:
        raise BadCorrection("which number is missing is not said", advice="Select it in the text, or write it as the text has it.")
    return start + place, start + place + len(words)


def parts(text: str, size: int = PART) -> Sequence[int]:
    """Where the parts of a text start: each ends behind a blank line, else a line, else a word, at a quarter of its size more at most."""
    starts = [0]
    while len(text) - starts[-1] > size * 3 // 2:
        starts.append(_after(text, starts[-1] + size, size // 4))
    return starts


def _after(text: str, at: int, reach: int) -> int:
    for end in ("\n\n", "\n", " "):
        found = text.find(end, at, at + reach)
        if found >= 0:
            return found + len(end)
    return at
