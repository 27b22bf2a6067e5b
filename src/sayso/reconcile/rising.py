"""Tolls that change from day to day: two numbers of different days are no quarrel where the one can have become the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.codebook import Rules
from sayso.reconcile.dates import days
from sayso.reconcile.fact import Fact
from sayso.reconcile.interval import Interval

_NEVER, _ALWAYS = float("-inf"), float("inf")


class Told(NamedTuple):
    """A number with the first and the last day on which it was told; without a date it may have been any day."""

    reach: Interval
    first: float
    last: float


def told_on(reach: Interval, reports: Sequence[Fact]) -> Told:
    """What one origin says, with the days of its texts: a day that a text names is as often that of the event."""
    spans = [days(fact.published or fact.as_of or "") for fact in reports]
    first = min((span.first if span else _NEVER for span in spans), default=_NEVER)
    return Told(reach, first, max((span.last if span else _ALWAYS for span in spans), default=_ALWAYS))


def quarrelling(sides: Sequence[Told], category: str, rules: Rules) -> list[int]:
    """Which of these share no number with another one, though no toll that rises explains it.

    The killed and the injured of an event become more while it lasts, so a lower number of an earlier day is out of date and not
    wrong; the missing become more and fewer. Counts over months and years do not change from day to day.
    """
    if category in rules.windows and category not in rules.changing:
        return list(range(len(sides)))
    apart = category in rules.changing
    kinds = set(sides)
    rivals = {one for one in kinds if any(_rivals(one, other, apart=apart) or _rivals(other, one, apart=apart) for other in kinds)}
    return [at for at, side in enumerate(sides) if side in rivals]


def _rivals(lower: Told, higher: Told, *, apart: bool) -> bool:
    """Whether the one number is below the other and was not told before it, nor after it where it may fall as well."""
    below = lower.reach.top < higher.reach.bottom
    return below and lower.last >= higher.first and not (apart and lower.first > higher.last)
