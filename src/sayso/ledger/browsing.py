"""What the workbench asks of a ledger beside the verbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.codebook import load
from sayso.ledger.book import Ledger
from sayso.ledger.looking import asked
from sayso.ledger.reckoning import read_as, refresh
from sayso.model import Document, Figure, Shown
from sayso.present import Table, summary, table
from sayso.store import Counts, Cut


def make(ledger: Ledger) -> None:
    """Make the ledger where there is none, so that an empty one can be looked at; raises LedgerError."""
    ledger._store(create=True)


def settle(ledger: Ledger) -> str:
    """Bring what is derived up to the facts; a mark that is another one after every later change.

    Raises LedgerError where it is behind the facts and the ledger cannot be written.
    """
    store = ledger._store()
    before = ""
    while (now := store.mark()) != before:  # whatever is decided while this reckons is reckoned too
        before = now
        refresh(store)
    return now


def mark(ledger: Ledger) -> str:
    """A text that is another one after every change of the ledger, whoever made it."""
    return ledger._store().mark()


def counts(ledger: Ledger) -> Counts:
    """How many documents and figures there are."""
    return ledger._store().counts()


def waiting(ledger: Ledger) -> int:
    """How many figures nobody has judged."""
    with ledger._store().pages() as pages:
        return pages.waiting("new", "")


def overview(ledger: Ledger) -> Table:
    """The main table, peoples by category, without its figures; fit for large ledgers."""
    store = ledger._store()
    names = read_as(store)
    with store.pages() as pages:
        return summary(pages.counted(), load().places, names)


def first(ledger: Ledger, most: int, filters: Mapping[str, Any]) -> tuple[list[Shown], int]:
    """The first figures that filters choose, with how they stand, and how many there are in all; raises UnknownName."""
    wanted = asked(filters)
    with ledger._store().pages() as pages:
        return pages.figures(wanted, Cut(limit=most)), pages.count(wanted)


def documents(ledger: Ledger, fingerprints: Iterable[str]) -> list[Document]:
    """These documents without their bytes, by name."""
    with ledger._store().pages() as pages:
        return sorted(pages.documents(fingerprints).values(), key=lambda one: (one.name, one.fingerprint))


def tabled(ledger: Ledger, held: Iterable[Figure]) -> Table:
    """The main table of some figures."""
    return table(held, names=load().places, read_as=read_as(ledger._store()))


def figures(ledger: Ledger, fingerprints: Iterable[str]) -> dict[str, Figure]:
    """Figures by their fingerprints; those that are not there are left out."""
    return {figure.fingerprint: figure for figure in ledger._store().figures_among(fingerprints)}

