"""One event and all that was written of it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import Event
from sayso.reconcile.account import Account, in_order
from sayso.reconcile.casualties import casualties
from sayso.reconcile.majority import counts


def event(name: str, accounts: Iterable[Account]) -> Event:
    """Return an event with its estimates, from the accounts of the documents about it in any order.

    Pure: the same accounts give the same event.
    """
    held = tuple(accounts)
    made = [*casualties(name, held), *counts(name, held)]
    return Event(name, tuple(a.document for a in in_order(held)), tuple(made))
