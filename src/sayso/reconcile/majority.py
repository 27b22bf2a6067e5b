"""The other counts of an event, such as the detained, the missing, the displaced: what most documents say, of equals the latest."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Aside, Estimate, Figure, Quantity, Status, Unit
from sayso.reconcile.account import Account, in_order

POLICY = "recent-majority"
LEFT_TO_TOLLS = frozenset(["killed", "injured", "other"])
Said = tuple[int, Account, Figure]
"""A number of people, the account that gives it, and the figure."""


def counts(event: str, accounts: tuple[Account, ...]) -> list[Estimate]:
    """Return an estimate for each category of figures but the killed, the injured and those of whom nothing is said."""
    ordered = in_order(accounts)
    categories = sorted({f.category for a in ordered for f in a.figures} - LEFT_TO_TOLLS)
    return [made for category in categories if (made := _estimate(event, category, ordered))]


def _estimate(event: str, category: str, accounts: Sequence[Account]) -> Estimate | None:
    said, aside = _said(category, accounts)
    if not said:
        return None
    best = _best(said)
    used = [s for s in said if s[0] == best]
    aside += [
        Aside(f.fingerprint, f"says {number}, which fewer or earlier documents say than {best}") for number, _, f in said if number != best
    ]
    documents = {account.document for _, account, _ in used}
    origins = {figure.source or (account.document,) for _, account, figure in used}
    numbers = [number for number, _, _ in said]
    status = Status.CONTESTED if len(set(numbers)) > 1 else Status.CORROBORATED if len(origins) > 1 else Status.SINGLE
    return Estimate(
        quantity=Quantity(category, event=event), policy=POLICY, low=min(numbers), best=best, high=max(numbers), status=status,
        reports=len(documents), origins=len(origins), used=tuple(f.fingerprint for _, _, f in used), aside=tuple(aside),
        rule=f"{best} is what most documents say; of numbers that as many say, the one of the latest document.",
    )  # fmt: skip


def _said(category: str, accounts: Sequence[Account]) -> tuple[list[Said], list[Aside]]:
    """Return the figures that count the whole of a category, and those set aside."""
    said: list[Said] = []
    aside: list[Aside] = []
    for account in accounts:
        for figure in account.figures:
            number = figure.low if figure.low is not None else figure.high
            if figure.category != category or figure.unit is not Unit.PERSON or number is None:
                continue
            reason = "the text disputes it" if figure.disputed else "a part of another figure" if figure.part_of else ""
            if reason:
                aside.append(Aside(figure.fingerprint, reason))
            else:
                said.append((number, account, figure))
    return said, aside


def _best(said: Sequence[Said]) -> int:
    """Return the number that most documents give; of equals the one of the latest document, then the largest."""
    documents = {number: {a.document for n, a, _ in said if n == number} for number, _, _ in said}
    latest = {number: max(a.published or "" for n, a, _ in said if n == number) for number in documents}
    return max(documents, key=lambda number: (len(documents[number]), latest[number], number))
