"""What one document gives to an event: its date, its figures, its mentions."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Figure, Mention


@dataclass(frozen=True, slots=True)
class Account:
    """One document's account of an event; `published` is an ISO date or None, `document` its name."""

    document: str
    published: str | None
    figures: tuple[Figure, ...]
    mentions: tuple[Mention, ...]


def in_order(accounts: tuple[Account, ...]) -> list[Account]:
    """Return accounts by date and name, so that the order in which they were read changes nothing."""
    return sorted(accounts, key=lambda a: (a.published or "", a.document))
