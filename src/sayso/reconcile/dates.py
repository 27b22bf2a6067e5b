"""When a count holds, as days, and which counts are of one time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sayso.reconcile.fact import Fact

_MONTH = 31


class Days(NamedTuple):
    """First and last day, as ordinals of the calendar."""

    first: int
    last: int

    @property
    def long(self) -> bool:
        """Whether it is more than a month: a year named alone is no date of an event."""
        return self.last - self.first > _MONTH


@lru_cache(maxsize=50_000)
def days(written: str) -> Days | None:
    """The days of an ISO date of any precision; None where it is none."""
    parts = written[:10].split("-")
    try:
        year, month, day = (*map(int, parts), 0, 0)[:3]
        if not month:
            return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
        if not day:
            return Days(date(year, month, 1).toordinal(), date(year, month, monthrange(year, month)[1]).toordinal())
        return Days(*(date(year, month, day).toordinal(),) * 2)
    except (ValueError, IndexError):  # monthrange raises an IndexError of its own for month 13
        return None


def when(fact: Fact) -> Days | None:
    """The days that a count speaks of: what its text says, else when it was published, else unknown."""
    return (days(fact.as_of) if fact.as_of else None) or (days(fact.published) if fact.published else None)


def clusters(facts: Iterable[Fact], window: int) -> list[list[Fact]]:
    """Counts of one time together, from the earliest; those without any date by document, at the end.

    A cluster reaches `window` days from the end of its first count, so that a long run of dates is cut rather than chained. Where the
    window is short, counts of a whole year are apart from counts of a day.
    """
    dated: dict[bool, list[tuple[Days, Fact]]] = {}
    undated: dict[str, list[Fact]] = {}
    for fact in facts:
        if (span := when(fact)) is None:
            undated.setdefault(fact.document, []).append(fact)
        else:
            dated.setdefault(span.long and window <= _MONTH, []).append((span, fact))
    found = [cluster for long in sorted(dated) for cluster in _runs(dated[long], window)]
    return found + [undated[document] for document in sorted(undated)]


def _runs(dated: list[tuple[Days, Fact]], window: int) -> Iterable[list[Fact]]:
    dated.sort(key=lambda pair: (pair[0], pair[1].order))
    reach, held = 0, list[Fact]()
    for span, fact in dated:
        if held and span.first > reach:
            yield held
            held = []
        if not held:
            reach = span.last + window
        held.append(fact)
    if held:
        yield held


def label(cluster: Sequence[Fact]) -> str | None:
    """The time of a cluster: the date that all its texts name, else the latest that any names or was published on."""
    named = {fact.as_of for fact in cluster}
    if len(named) == 1 and (only := named.pop()):
        return only
    return max((fact.as_of or fact.published or "" for fact in cluster), default="") or None
