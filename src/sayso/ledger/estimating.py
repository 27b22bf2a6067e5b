"""From texts or a ledger to estimates: by quantity under a policy, or by the event that documents name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from sayso.codebook import rules
from sayso.errors import UnknownName
from sayso.ledger.finding import Place, readings
from sayso.ledger.looking import narrowed, policy_named
from sayso.ledger.reckoning import reckoned
from sayso.model import Document, Estimate, Event, Figure, Refusal
from sayso.pipeline import mentions
from sayso.reconcile import Account, estimate, event, fact, reckon
from sayso.store import Filters, Store, printable

Reading = tuple[Document, list[Figure]]
Heed = Callable[[Document], object]
"""Is told of each document that is counted in."""


def made(
    opened: Callable[[], Store] | None, paths: Sequence[Place], by: str, options: Mapping[str, Any]
) -> Iterator[Estimate | Event | Refusal]:
    """Estimates of a ledger, opened when it is needed, or of paths; raises UnknownName for an unknown way, policy, category or option."""
    unknown = sorted(options.keys() - {"policy", "category", "origin", "location", "stdin", "heed"})
    if unknown:
        raise UnknownName(f"there is no option {unknown[0]!r}", advice="There are: by, policy, category, origin, location, stdin.")
    stdin, heed = options.get("stdin"), options.get("heed")
    if by == "event":
        _refuse_idle(options)
        return by_event(stored(opened()) if opened else readings(paths, stdin=stdin), heed)
    if by != "quantity":
        raise UnknownName(f"counts cannot be laid together by {by!r}", advice="There are: quantity, event.")
    policy = policy_named(options.get("policy") or "range")
    held = reckoned(opened(), policy) if opened else by_quantity(paths, policy, stdin=stdin, heed=heed)
    return narrowed(held, options.get("category"), options.get("origin"), options.get("location"))


def _refuse_idle(options: Mapping[str, Any]) -> None:
    idle = [name for name in ("category", "origin", "location") if options.get(name)]
    idle += ["policy"] if options.get("policy") not in (None, "range") else []
    if idle:
        advice = "Leave it out, or ask by quantity."
        raise UnknownName(f"estimates by event cannot be asked for by {idle[0]}: each event comes whole, by its own rule", advice=advice)


def by_event(held: Iterable[Reading | Refusal], heed: Heed | None = None) -> Iterator[Event | Refusal]:
    """Events with their estimates, in the order in which their names are met.

    What could not be read, and each document that names no event, comes first as a Refusal. Of the texts nothing is kept but
    what was found in them.
    """
    accounts: dict[str, list[Account]] = {}
    for item in held:
        if isinstance(item, Refusal):
            yield item
        elif item[0].event is None:
            yield _nameless(item[0])
        else:
            accounts.setdefault(item[0].event, []).append(_account(*item))
            if heed:
                heed(item[0])
    for name, members in accounts.items():
        yield event(name, members)


def stored(store: Store) -> Iterator[Reading]:
    """Each document of a ledger that names an event, with its figures as they are kept."""
    for document in store.documents():
        if document.event is not None:
            yield document, list(store.figures(Filters(document=document.fingerprint)))


def by_quantity(
    paths: Iterable[Place], policy: str, *, stdin: BinaryIO | None = None, heed: Heed | None = None
) -> Iterator[Estimate | Refusal]:
    """Estimates of texts under a policy without a ledger, by what they are of and time; first a Refusal for all that could not be read."""
    held = rules()
    facts = []
    for item in readings(paths, stdin=stdin):
        if isinstance(item, Refusal):
            yield item
            continue
        document, figures = item
        facts += [fact(figure, document.published, document.event, held) for figure in figures]
        if heed:
            heed(document)
    for point in reckon(facts, held).points:
        yield estimate(point, policy)


def _account(document: Document, figures: list[Figure]) -> Account:
    return Account(document.name, document.published, tuple(figures), tuple(mentions(document, figures)))


def _nameless(document: Document) -> Refusal:
    return Refusal(
        printable(document.name),
        "it does not say what event it is about, so it is in no estimate",
        'Write texts as JSONL with an "event" in each record, such as {"event": "market", "text": "..."}.',
    )
