"""From paths to estimates: documents that name one event are laid together, without a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from sayso.errors import UnknownName
from sayso.ledger.finding import Place, readings
from sayso.model import Document, Event, Figure, Refusal
from sayso.pipeline import mentions
from sayso.reconcile import Account, event
from sayso.store import printable

Heed = Callable[[Document], object]
"""Is told of each document that is counted in."""


def estimates(*paths: Place, by: str = "event", stdin: BinaryIO | None = None, heed: Heed | None = None) -> Iterator[Event | Refusal]:
    """Events of files, folders and "-" (standard input) with their estimates, in the order in which their names are met.

    What could not be read, and each document that names no event, comes first as a Refusal. Of the texts nothing is kept but
    what was found in them. Raises UnknownName where `by` is not "event".
    """
    if by != "event":
        raise UnknownName(f"texts cannot be laid together by {by!r}", advice="There is: event.")
    accounts: dict[str, list[Account]] = {}
    for item in readings(paths, stdin=stdin):
        if isinstance(item, Refusal):
            yield item
        elif item[0].event is None:
            yield _nameless(item[0])
        else:
            accounts.setdefault(item[0].event, []).append(_account(*item))
            if heed:
                heed(item[0])
    for name, held in accounts.items():
        yield event(name, held)


def _account(document: Document, figures: list[Figure]) -> Account:
    return Account(document.name, document.published, tuple(figures), tuple(mentions(document, figures)))


def _nameless(document: Document) -> Refusal:
    return Refusal(
        printable(document.name),
        "it does not say what event it is about, so it is in no estimate",
        'Write texts as JSONL with an "event" in each record, such as {"event": "market", "text": "..."}.',
    )
