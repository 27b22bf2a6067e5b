"""Figures as the workbench shows them: lists cut into pages, one in the text around it, what waits, and decisions on what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.errors import BadCorrection, StaleDecision
from sayso.ledger.book import Ledger
from sayso.ledger.looking import asked
from sayso.ledger.reckoning import refresh
from sayso.ledger.reviewing import Saying, judge_figure, review, writable
from sayso.model import Document, Figure, Finding, Point, Review, Shown, Span, Verdict, words
from sayso.split import sentences
from sayso.store import Cut, Filters, Heap, Passage, Store

_REACH = 900
_BEFORE, _AFTER = 3, 2
_STRETCH = 500
Wanted = Mapping[str, Any]
"""Filters by their names, as `Ledger.figures` takes them."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A figure with everything that was said of it, in the sentences around it."""

    review: Review
    passage: Passage


def page(ledger: Ledger, wanted: Wanted, cut: Cut, *, versions: bool) -> list[Review]:
    """Figures of one page of a list; what was said of them and the version that a decision names only with `versions`."""
    with ledger._store().pages() as pages:
        shown = pages.figures(asked(wanted), cut)
        return pages.reviewed(shown) if versions else [Review(one, None) for one in shown]


def every(ledger: Ledger, wanted: Wanted, cut: Cut) -> Iterator[tuple[Shown, Document]]:
    """All figures of a list with their documents, a stretch at a time."""
    known: dict[str, Document] = {}
    with ledger._store().pages() as pages:
        for stretch in _stretches(pages.all(asked(wanted), cut)):
            prints = {one.figure.document_fingerprint for one in stretch}
            known = {one: held for one, held in known.items() if one in prints}
            known |= pages.documents(prints - known.keys())
            yield from ((one, known[one.figure.document_fingerprint]) for one in stretch)


def heaps(ledger: Ledger, wanted: Wanted) -> list[Heap]:
    """How many figures there are, by category and standing."""
    with ledger._store().pages() as pages:
        return pages.heaps(asked(wanted))


def queues(ledger: Ledger, person: str) -> dict[str, int]:
    """Every queue with how many figures wait in it for this person; what is in a conflict as it was last reckoned."""
    with ledger._store().pages() as pages:
        return pages.queues(person)


def waiting(ledger: Ledger, queue: str, person: str, cut: Cut) -> list[Sight]:
    """Figures of a queue; those in a conflict as they were last reckoned."""
    if queue == "in_conflict":
        _settled(ledger._store())
    with ledger._store().pages() as pages:
        reviews = pages.reviewed(pages.queue(queue, person, Filters(), cut))
        passages = pages.passages([one.shown.figure for one in reviews], _REACH)
    return [Sight(one, _trimmed(one.shown.figure, passage)) for one, passage in zip(reviews, passages, strict=True)]


def sight(ledger: Ledger, fingerprint: str) -> Sight:
    """One figure by its whole fingerprint; raises UnknownName."""
    held = review(ledger._store(), fingerprint)
    with ledger._store().pages() as pages:
        (passage,) = pages.passages([held.shown.figure], _REACH)
    return Sight(held, _trimmed(held.shown.figure, passage))


def standings(ledger: Ledger) -> dict[str, str]:
    """How figures stand that somebody judged, by their fingerprints."""
    with ledger._store().pages() as pages:
        return pages.standings()


def shown(ledger: Ledger, fingerprints: Iterable[str]) -> dict[str, Shown]:
    """Figures as lists show them, by their fingerprints; those that are not there are left out."""
    with ledger._store().pages() as pages:
        return pages.shown(fingerprints)


def document(ledger: Ledger, fingerprint: str) -> Document:
    """The document of a figure."""
    with ledger._store().pages() as pages:
        return pages.documents([fingerprint])[fingerprint]


def concerning(ledger: Ledger, fingerprint: str) -> tuple[list[Finding], list[Point], bool]:
    """Findings and points that a figure is part of as they were last reckoned, and whether the ledger changed since."""
    store = ledger._store()
    _settled(store)
    with store.derived() as derived:
        fresh = not derived.stale()
    with store.results() as results:
        return results.findings_about(fingerprint), results.points_about(fingerprint), fresh


def _settled(store: Store) -> None:
    """See that it was reckoned at least once."""
    if not store.readonly:
        with store.derived() as derived:
            made = derived.made_by()
        if not made:
            refresh(store)


def decide(ledger: Ledger, fingerprint: str, saying: Saying, *, machine: bool = False) -> Review:
    """Say something of a figure by its whole fingerprint; nothing is reckoned anew by it.

    With `machine` it is said of the machine's reading, whatever counts: of what lies before a person who does not see what others said.
    Raises UnknownName, BadCorrection, StaleDecision where the version is an old one, LedgerError where the ledger cannot be written.
    """
    store = ledger._store()
    writable(store)
    held = review(store, fingerprint)
    if saying.version is not None and saying.version != held.version:
        raise StaleDecision
    if saying.verdict is Verdict.UNDO and saying.person not in words(held.decisions):
        raise BadCorrection("there is nothing of yours to take back here", advice="Decide on it, or go on.")
    return judge_figure(store, as_read(held) if machine else held, saying)


def as_read(held: Review) -> Review:
    """The same with the machine's reading in sight, where there is one."""
    return replace(held, shown=replace(held.shown, figure=held.machine)) if held.machine else held


def _trimmed(figure: Figure, passage: Passage) -> Passage:
    """Of what stands around a quote a few whole sentences."""
    start, end = figure.quote_start - passage.start, figure.quote_start - passage.start + len(figure.quote)
    begins = _sentences(passage.text[:start])[-_BEFORE:]
    ends = _sentences(passage.text[end:])[:_AFTER]
    if passage.start and len(begins) > 1:
        begins = begins[1:]  # cut off within the text, so most likely not whole
    first, last = begins[0][0] if begins else start, end + (ends[-1][1] if ends else 0)
    return Passage(passage.start + first, passage.text[first:last], passage.others)


def _sentences(text: str) -> list[Span]:
    return list(sentences(text))


def _stretches(shown: Iterator[Shown]) -> Iterator[Sequence[Shown]]:
    held: list[Shown] = []
    for one in shown:
        held.append(one)
        if len(held) == _STRETCH:
            yield held
            held = []
    if held:
        yield held
