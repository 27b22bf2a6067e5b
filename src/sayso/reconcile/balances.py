"""Stock and flow of one people: no more can have come back than left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.codebook import Rules
from sayso.model import Finding, Kind
from sayso.reconcile.fact import Fact, origin
from sayso.reconcile.interval import cause
from sayso.reconcile.wording import finding, named, says


def balances(facts: Sequence[Fact], heads: Mapping[str, str], rules: Rules) -> Iterator[Finding]:
    """Each count of those who came back beside the largest of those who left, of the same text or origin.

    One more where the least of all that came back is above the most of all that left.
    """
    for less, more in rules.balances:
        small, large = ([fact for fact in facts if fact.category == category and not fact.disputed] for category in (less, more))
        if not (small and large):
            continue
        told = set()
        for one in small:
            same = [other for other in large if other.document == one.document or origin(other, heads) == origin(one, heads)]
            if same:
                most = max(same, key=lambda other: other.interval.top)
                told.add(one.figure)
                yield _compared(one, most, (less, more))
        least, most = max(small, key=lambda fact: fact.interval.bottom), max(large, key=lambda fact: fact.interval.top)
        if least.interval.bottom > most.interval.top and least.figure not in told:
            yield _compared(least, most, (less, more))


def _compared(one: Fact, other: Fact, pair: tuple[str, str]) -> Finding:
    less, more = pair
    holds = one.interval.bottom <= other.interval.top
    slack = None if other.interval.top == float("inf") else int(other.interval.top) - one.interval.bottom
    verdict = f"{less} is not above {more}" if holds else f"no more can have {less} than {more}"
    heard = f"and {other.said}" if one.source == other.source else f", {says(other)}"
    statement = f"From {named(one.people)}: {says(one)} {less} {heard} {more}; {verdict}.".replace(" , ", ", ")
    slip = None if holds else cause(one.interval, other.interval)
    return finding(Kind.ARITHMETIC, [one, other], statement, holds=holds, slack=slack, cause=slip)
