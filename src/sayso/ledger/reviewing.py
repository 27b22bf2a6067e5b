"""What persons say of figures and findings, by any reference; each is kept with who said it and when, and nothing is overwritten."""

from __future__ import annotations

import getpass
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sayso.errors import BadCorrection, LedgerError, UnknownName
from sayso.find import ends
from sayso.ledger.marking import marked
from sayso.ledger.reckoning import linked, refresh
from sayso.model import Decision, Document, Figure, Finding, Link, Review, Shown, Span, Standing, Verdict, Weighed, words
from sayso.review import corrected, reading_of, snapshot, standing
from sayso.store import Cut, Filters, Pages, Store, printable

_DIGITS = re.compile("[0-9a-f]{4,16}")
Judged = Review | Weighed | Link
"""What was judged, as it is now."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says what: `version` is that of the sight it was said on, None for whatever is there now; `fields` are corrections."""

    verdict: Verdict
    note: str = ""
    person: str | None = None
    version: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


def judge(store: Store, reference: str, saying: Saying) -> Judged:
    """Say something of the figure, the finding or the link between names that a reference stands for.

    A reference is the first four or more digits of a fingerprint. Raises UnknownName where it stands for nothing or for several things,
    BadCorrection, StaleDecision where the version is an old one, LedgerError where the ledger cannot be written.
    """
    writable(store)
    found = _one(store, reference.strip().casefold())
    if isinstance(found, Link):
        return _judge_link(store, found, saying)
    if isinstance(found, Weighed):
        return _judge_finding(store, found, saying)
    return judge_figure(store, found, saying)


def mark(store: Store, document: str, start: int, end: int, saying: Saying) -> Review:
    """Keep a figure that a person found where the machine did not; `document` is a name or a fingerprint."""
    return mark_in(store, _document(store, document), (start, end), saying)


def mark_in(store: Store, text: Document, place: Span, saying: Saying) -> Review:
    """The same in a document that is at hand; the number has to stand at this place of its text."""
    writable(store)
    start, end = place
    here = [figure for figure in store.figures_of(text.fingerprint) if figure.start < end and start < figure.end]
    person = _named(saying)
    made = marked(text, start, end, saying.fields, here, person)
    _keep(store, "figure", (text.fingerprint, made.fingerprint), saying, fields=snapshot(made))
    return review(store, made.fingerprint)


def review(store: Store, fingerprint: str) -> Review:
    """A figure with everything that was said of it; UnknownName where there is none with this fingerprint."""
    with store.pages() as pages:
        if held := pages.reviews([fingerprint]):
            return held[fingerprint]
        subjects = _subjects(pages, fingerprint)
        if len(subjects) != 1:
            raise UnknownName(f"there is no figure {fingerprint!r}", where=str(store.path))
        return reviewed(pages, *subjects[0])


def waiting(store: Store, queue: str, person: str, filters: Filters, limit: int) -> list[Review]:
    """The first figures of a queue."""
    if queue == "in_conflict" and not store.readonly:
        refresh(store)
    with store.pages() as pages:
        return pages.reviewed(pages.queue(queue, person, filters, Cut(limit=limit)))


def reviewed(pages: Pages, document: str, figure: str) -> Review:
    """The same for one that is known to be there, or to have been."""
    machine = pages.machine(figure)
    decisions, version = pages.said("figure", (document, figure))
    shown = pages.shown([figure]).get(figure) or _gone(decisions)
    return Review(shown, machine, tuple(decisions), version)


def weighed(store: Store, findings: Iterable[Finding]) -> list[Weighed]:
    """Findings with what was said of them."""
    with store.pages() as pages:
        return [_weighed(finding, *pages.said("finding", (finding.fingerprint,))) for finding in findings]


def _weighed(finding: Finding, decisions: Sequence[Decision], version: str) -> Weighed:
    return Weighed(finding, standing(words(decisions).values()), tuple(decisions), version)


def writable(store: Store) -> None:
    """LedgerError where the ledger can only be read."""
    if store.readonly:
        advice = "Make the file and its folder writable, or work on a copy."
        raise LedgerError("nothing can be decided here, as the ledger can only be read", where=str(store.path), advice=advice)


def user() -> str:
    """The name of whoever runs this; "unknown" where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def _one(store: Store, reference: str) -> Review | Weighed | Link:
    found: list[Review | Weighed | Link] = []
    if _DIGITS.fullmatch(reference):
        refresh(store)
        found += [link for link in linked(store) if link.fingerprint.startswith(reference)]
        with store.pages() as pages:
            found += [reviewed(pages, *subject) for subject in _subjects(pages, reference)]
        with store.results() as results:
            noticed = results.like(reference)
        found += weighed(store, noticed)
    if len(found) == 1:
        return found[0]
    advice = "See them with: sayso figures, sayso findings, sayso origins"
    if found:
        what = f"{len(found)} figures, findings or links begin with {reference!r}"
        raise UnknownName(what, where=str(store.path), advice=f"Give more digits. {advice}")
    what = f"no figure, finding or link between names begins with {reference!r}"
    raise UnknownName(what, where=str(store.path), advice=f"Give the first four or more digits of one. {advice}")


def _subjects(pages: Pages, reference: str) -> list[tuple[str, str]]:
    here = {(shown.document_fingerprint, shown.fingerprint) for shown in pages.figures_like(reference)}
    return sorted(here | set(pages.subjects(reference)))


def _gone(decisions: Sequence[Decision]) -> Shown:
    """Neither the machine nor a person stands for a figure here any more: it is shown as it was last read."""
    last = next(one for one in reversed(decisions) if one.fields)
    return Shown(reading_of(last.fields), Standing.REJECTED, changed=True, counted=False)


def judge_figure(store: Store, held: Review, saying: Saying) -> Review:
    """Say something of a figure that is at hand; raises as `judge`."""
    shown = held.shown.figure
    fields: Mapping[str, Any] = {}
    verdict = saying.verdict
    if verdict is Verdict.ACCEPT:
        fields = snapshot(shown)
    elif verdict is Verdict.CORRECT:
        fields = snapshot(_corrected(store, shown, saying))
    elif verdict in (Verdict.REJECT, Verdict.UNSURE):
        fields = {} if held.machine else snapshot(shown)
    subject = (shown.document_fingerprint, shown.fingerprint)
    _keep(store, "figure", subject, saying, fields=fields, seen=held.machine.digest if held.machine else "")
    with store.pages() as pages:
        return reviewed(pages, *subject)


def _corrected(store: Store, figure: Figure, saying: Saying) -> Figure:
    if not saying.fields:
        raise BadCorrection("nothing is corrected", advice="Give fields with their values, such as category=returned, or accept it.")
    document = store.document(figure.document_fingerprint)
    named = ends(document.text, figure.start, figure.end, document.language)
    if named is None:
        raise BadCorrection(f"{figure.reported_text!r} does not read as a number any more", advice="Reject it and mark the number anew.")
    return corrected(figure, saying.fields, named, _named(saying))


def _judge_finding(store: Store, held: Weighed, saying: Saying) -> Weighed:
    if saying.verdict not in (Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE, Verdict.NOTE, Verdict.UNDO):
        raise BadCorrection("a finding cannot be corrected", advice="Correct the figures that it rests on, or accept or reject it.")
    subject = (held.finding.fingerprint,)
    _keep(store, "finding", subject, saying)
    return weighed(store, [held.finding])[0]


def _judge_link(store: Store, link: Link, saying: Saying) -> Link:
    if saying.verdict not in (Verdict.ACCEPT, Verdict.REJECT, Verdict.NOTE, Verdict.UNDO):
        raise BadCorrection("a link between names can only be accepted or rejected", advice="Or add a note, or undo what was said.")
    _keep(store, "link", (link.name, link.head), saying)
    after = [one for one in linked(store) if (one.name, one.head) == (link.name, link.head)]
    return after[0] if after else link


def _keep(
    store: Store, kind: str, subject: tuple[str, ...], saying: Saying, *, fields: Mapping[str, Any] | None = None, seen: str = ""
) -> None:
    if saying.verdict is Verdict.NOTE and not saying.note.strip():
        raise BadCorrection("there is nothing in the note", advice="Write what is to be remembered.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    decision = Decision(kind, subject, saying.verdict.value, _named(saying), now, printable(saying.note), fields or {}, seen)
    store.decide(decision, expected=saying.version)


def _named(saying: Saying) -> str:
    return printable(" ".join((saying.person or user()).split())) or "unknown"


def _document(store: Store, reference: str) -> Any:
    named = list(store.documents(name=reference))
    if len(named) > 1:
        prints = ", ".join(document.fingerprint[:8] for document in named)
        raise UnknownName(f"{len(named)} documents are called {reference!r}", advice=f"Give the fingerprint of one: {prints}.")
    return named[0] if named else store.document(reference)
