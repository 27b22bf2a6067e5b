"""What the workbench asks of a ledger beside the verbs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.codebook import load
from sayso.ledger.book import Ledger
from sayso.ledger.looking import Words, kinds, narrowed
from sayso.ledger.reckoning import read_as, refresh
from sayso.model import Figure, Finding
from sayso.present import Table, summary
from sayso.store import Counts


def make(ledger: Ledger) -> None:
    """Make the ledger where there is none, so that an empty one can be looked at; raises LedgerError."""
    ledger._store(create=True)


def settle(ledger: Ledger) -> str:
    """Bring what is derived up to the facts, if it can be written; a mark that is another one after every later change."""
    store = ledger._store()
    if not store.readonly:
        refresh(store)
    return store.mark()


def mark(ledger: Ledger) -> str:
    """A text that is another one after every change of the ledger, whoever made it."""
    return ledger._store().mark()


def counts(ledger: Ledger) -> Counts:
    """How many documents and figures there are."""
    return ledger._store().counts()


def overview(ledger: Ledger) -> Table:
    """The main table, peoples by category, without its figures; fit for large ledgers."""
    store = ledger._store()
    names = read_as(store)
    with store.pages() as pages:
        return summary(pages.counted(), load().places, names)


def figures(ledger: Ledger, fingerprints: Iterable[str]) -> dict[str, Figure]:
    """Figures by their fingerprints; those that are not there are left out."""
    return {figure.fingerprint: figure for figure in ledger._store().figures_among(fingerprints)}


def narrow(
    found: Sequence[Finding], kind: Words = None, *, category: Words = None, origin: Words = None, location: Words = None
) -> list[Finding]:
    """Of these findings those that `Ledger.findings` would give for the same words; raises UnknownName."""
    wanted = kinds(kind)
    return list(narrowed((one for one in found if not wanted or one.kind in wanted), category, origin, location))
