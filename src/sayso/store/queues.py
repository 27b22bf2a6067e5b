"""Queues of figures that wait for a person to look at them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from sqlalchemy import ColumnElement, exists, literal_column, select

from sayso.errors import UnknownName
from sayso.model import Standing
from sayso.store.schema import concerns, documents, figures, said

LOW = 0.5
"""Below this confidence a figure is as likely wrong as right."""

Condition = ColumnElement[bool]


def queued(name: str, person: str) -> Sequence[Condition]:
    """The conditions of a queue over figures joined with their documents, for one person; UnknownName with the nearest for another."""
    if name not in QUEUES:
        near = get_close_matches(name, QUEUES, 1)
        known = f"There are: {', '.join(QUEUES)}."
        raise UnknownName(f"there is no queue {name!r}", advice=f"Did you mean {near[0]!r}? {known}" if near else known)
    return QUEUES[name](person)


def _unseen(person: str) -> Condition:
    """Of which the person stands for nothing."""
    subject = '["' + documents.c.fingerprint + '", "' + figures.c.fingerprint + '"]'
    here = literal_column("said.subject") == subject
    return ~exists(select(1).select_from(said).where(said.c.kind == "figure", here, said.c.person == person))


def _quarrelling() -> Condition:
    kinds = concerns.c.kind.in_(("conflict", "diverging_echo"))
    return exists(select(1).select_from(concerns).where(concerns.c.figure == figures.c.fingerprint, kinds))


def _stands(standing: Standing) -> Condition:
    return figures.c.standing == standing.value


_JUDGED = [standing.value for standing in Standing if standing is not Standing.NEW]


QUEUES: Mapping[str, Callable[[str], Sequence[Condition]]] = {
    "new": lambda _: [_stands(Standing.NEW)],
    "disputed": lambda person: [literal_column("figures.disputed"), _unseen(person)],
    "changed": lambda _: [literal_column("figures.changed")],
    "low_confidence": lambda person: [figures.c.confidence < LOW, _unseen(person)],
    "in_conflict": lambda person: [_quarrelling(), _unseen(person)],
    "second": lambda person: [figures.c.standing.in_(_JUDGED), _unseen(person)],
    "disagreement": lambda _: [_stands(Standing.DIVIDED)],
    "unsure": lambda _: [_stands(Standing.UNSURE)],
}
"""Nobody judged it; its text disputes it; read otherwise since it was judged; likely wrong; in a conflict or a diverging echo; judged by
others but not by this person; persons disagree; nobody could tell."""
