"""What persons say of links between names: kept one after the other, never overwritten."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from datetime import UTC, datetime

from sayso.errors import LedgerError, UnknownName
from sayso.ledger.reckoning import linked
from sayso.model import Decision, Link
from sayso.store import Store, printable


def judge(store: Store, reference: str, verdict: str, *, note: str, person: str | None) -> Link:
    """Note a verdict ("accept", "reject", "undo") on the link of a reference and give the link as it is now.

    Raises UnknownName where nothing or several links begin with the reference, LedgerError where the ledger cannot be written.
    """
    if store.readonly:
        advice = "Make the file and its folder writable, or work on a copy."
        raise LedgerError("nothing can be decided here, as the ledger can only be read", where=str(store.path), advice=advice)
    link = _one(linked(store), reference)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    store.decide(Decision("link", (link.name, link.head), verdict, printable(person or _user()), now, printable(note)))
    after = [one for one in linked(store) if (one.name, one.head) == (link.name, link.head)]
    return after[0] if after else link


def _one(links: Sequence[Link], reference: str) -> Link:
    wanted = reference.strip().casefold()
    found = [link for link in links if len(wanted) >= 4 and link.fingerprint.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    advice = "See them with: sayso origins"
    if found:
        raise UnknownName(f"{len(found)} links begin with {reference!r}", advice=f"Give more digits. {advice}")
    raise UnknownName(f"no link between names begins with {reference!r}", advice=f"Give the first four or more digits of one. {advice}")


def _user() -> str:
    """The name of whoever runs this; "unknown" where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
