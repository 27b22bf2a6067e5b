"""Queues of figures that wait for a person to look at them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from sqlalchemy import ColumnElement, FromClause, exists, literal_column, select

from sayso.errors import UnknownName
from sayso.model import Standing
from sayso.store.schema import concerns, documents, figures, said

LOW = 0.5
"""Below this confidence a figure is as likely wrong as right."""

Condition = ColumnElement[bool]

FEW = frozenset({"disputed", "changed", "second", "disagreement", "unsure"})
"""Queues that hold little of a ledger: they are found by an index and then sorted, not looked for in sorted order."""


SCARCE = {"low_confidence": figures.c.confidence < LOW}
"""Queues that hold little of some ledgers and much of others, by the condition that an index knows."""


def queued(name: str, person: str, *, counting: bool = False) -> Sequence[Condition]:
    """The conditions of a queue over figures joined with their documents, for one person; UnknownName with the nearest for another.

    `counting` is for whoever wants to know how many there are and not the first ones in order.
    """
    if name not in QUEUES:
        near = get_close_matches(name, QUEUES, 1)
        known = f"There are: {', '.join(QUEUES)}."
        raise UnknownName(f"there is no queue {name!r}", advice=f"Did you mean {near[0]!r}? {known}" if near else known)
    return (_COUNTED if counting and name in _COUNTED else QUEUES)[name](person)


def _unseen(person: str) -> Condition:
    """Of which the person stands for nothing."""
    subject = '["' + documents.c.fingerprint + '", "' + figures.c.fingerprint + '"]'
    here = literal_column("said.subject") == subject
    return ~exists(select(1).select_from(said).where(said.c.kind == "figure", here, said.c.person == person))


_GRAVE = concerns.c.kind.in_(("conflict", "diverging_echo"))


def _quarrelling() -> Condition:
    return exists(select(1).select_from(concerns).where(concerns.c.figure == figures.c.fingerprint, _GRAVE))


def _new(standing: ColumnElement[str]) -> Condition:
    return standing == Standing.NEW.value


def _among(condition: Callable[[FromClause], Condition]) -> Condition:
    """The same condition so put that SQLite begins with the index for it, whatever it measured before anybody judged anything."""
    held = figures.alias("held")
    return figures.c.id.in_(select(held.c.id).where(condition(held)))


_JUDGED = [standing.value for standing in Standing if standing is not Standing.NEW]


QUEUES: Mapping[str, Callable[[str], Sequence[Condition]]] = {
    "new": lambda _: [_new(literal_column("+figures.standing"))],
    "disputed": lambda person: [_among(lambda _: literal_column("held.disputed")), _unseen(person)],
    "changed": lambda _: [_among(lambda _: literal_column("held.changed"))],
    "low_confidence": lambda person: [SCARCE["low_confidence"], _unseen(person)],
    "in_conflict": lambda person: [_quarrelling(), _unseen(person)],
    "second": lambda person: [_among(lambda held: held.c.standing.in_(_JUDGED)), _unseen(person)],
    "disagreement": lambda _: [_among(lambda held: held.c.standing == Standing.DIVIDED.value)],
    "unsure": lambda _: [_among(lambda held: held.c.standing == Standing.UNSURE.value)],
}
"""Nobody judged it; its text disputes it; read otherwise since it was judged; likely wrong; in a conflict or a diverging echo; judged by
others but not by this person; persons disagree; nobody could tell."""

_COUNTED: Mapping[str, Callable[[str], Sequence[Condition]]] = {
    "new": lambda _: [_new(figures.c.standing)],
    "in_conflict": lambda person: [figures.c.fingerprint.in_(select(concerns.c.figure).where(_GRAVE)), _unseen(person)],
}
