"""Rival origins on one quantity: conflicts, and what only looks like one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from sayso.codebook import Rules
from sayso.model import Finding, Kind, Unit
from sayso.reconcile.claims import by_origin, origins
from sayso.reconcile.dates import clusters, when
from sayso.reconcile.estimates import SCALE, one_event, points
from sayso.reconcile.fact import Fact
from sayso.reconcile.interval import Interval, camps, disjoint, hull, told
from sayso.reconcile.interval import cause as likely
from sayso.reconcile.rising import quarrelling, told_on
from sayso.reconcile.theatre import theatres
from sayso.reconcile.wording import about, finding, joined, named, says

Side = tuple[Interval, list[Fact]]
"""What one origin says, and where."""


def conflicts(facts: Sequence[Fact], heads: Mapping[str, str], rules: Rules) -> Iterator[Finding]:
    """One finding for each quantity and time on which no number agrees with every origin."""
    if not comparable(facts[0], rules):
        return
    for point in points(facts, rules):
        everyone = _sides(point, heads)
        if len(groups := camps([interval for interval, _ in everyone])) < 2:
            continue
        sides = [everyone[at] for at in quarrelling([told_on(*side) for side in everyone], point[0].category, rules)]
        if not sides:
            yield _risen(everyone[groups[0][0]][1], everyone[groups[-1][0]][1])
            continue
        groups = camps([interval for interval, _ in sides])
        chosen = [sides[at] for group in groups for at in group]
        both = [fact for _, reports in chosen for fact in reports]
        heard = [[says(_clearest(sides[at])) for at in group[:3]] for group in (groups[0], groups[-1])]
        if _far_apart(sides, groups, point[0], rules):
            reason = "the numbers are so far apart that they can hardly be of one event"
            yield _mismatch(sides[groups[0][0]][1], sides[groups[-1][0]][1], "event", reason)
            continue
        more = f" ({len(chosen)} origins in all)" if len(chosen) > sum(map(len, heard)) else ""
        statement = f"{about(point[0])}: {joined(heard[0])}, but {joined(heard[1])}{more}. No number agrees with {_all(len(chosen))}."
        yield finding(Kind.CONFLICT, both, statement, cause=_cause(sides, groups))


def _risen(lowest: Sequence[Fact], highest: Sequence[Fact]) -> Finding:
    return _mismatch(lowest, highest, "time", "they were told on different days, and such a number changes while an event lasts")


def comparable(fact: Fact, rules: Rules) -> bool:
    """Whether a figure says enough to quarrel with another one.

    Of those who left or came back it must say from where; tolls of one text may be rivals whatever they leave out.
    """
    return bool(fact.people or fact.event or fact.category not in rules.placeless)


def _far_apart(sides: Sequence[Side], groups: Sequence[Sequence[int]], first: Fact, rules: Rules) -> bool:
    """Whether the highest toll is beyond thirty times the lowest: one text tells of an attack and of the whole war."""
    if not one_event(first, rules):
        return False
    lowest, highest = (max(sides[at][0].named for at in group) for group in (groups[0], groups[-1]))
    return highest > SCALE * max(lowest, 1)


def _all(number: int) -> str:
    return "both" if number == 2 else "all of them"


def _sides(facts: Iterable[Fact], heads: Mapping[str, str]) -> list[Side]:
    """Each origin with what it says; a figure that is a part of another one here does not speak for the whole."""
    held = list(facts)
    there = {fact.figure for fact in held}
    whole = [fact for fact in held if fact.whole not in there]
    found = by_origin(sorted(whole, key=lambda fact: fact.order), origins(whole, heads))
    return [(told(fact.reach for fact in reports), reports) for _, reports in sorted(found.items())]


def _clearest(side: Side) -> Fact:
    """The report to quote: one that says just what the side says, else the first."""
    reach, reports = side
    return next((fact for fact in reports if fact.reach == reach), reports[0])


def _cause(sides: Sequence[Side], groups: Sequence[Sequence[int]]) -> str | None:
    pairs = ((sides[one][0], sides[other][0]) for first, second in combinations(groups[:2], 2) for one in first[:5] for other in second[:5])
    return next((slip for one, other in pairs if (slip := likely(one, other))), None)


def elsewhere(facts: Sequence[Fact], heads: Mapping[str, str], rules: Rules) -> Iterator[Finding]:
    """Counts of one people that differ and are no conflict, since they hold for other places or an unknown time."""
    if facts[0].category not in rules.placeless or facts[0].event or not comparable(facts[0], rules):
        return
    found = [[fact for fact in members if not fact.disputed] for members in theatres(facts, rules)]
    kept = [members for members in found if members]
    for one, other in pairwise(kept):
        if _rival(one, other, heads):
            where = [named(next(fact.place for fact in members if fact.place)) for members in (one, other)]
            yield _mismatch(one, other, "place", f"the one count holds for {where[0]} and the other for {where[1]}")
    for members in kept:
        times = clusters(members, rules.windows.get(facts[0].category, rules.window))
        for one, other in pairwise(times):
            if when(other[0]) is None and _rival(one, other, heads):
                said = "neither text has a date" if when(one[0]) is None else f"{other[0].name} has no date"
                yield _mismatch(one, other, "time", f"{said}, so whether they speak of the same time is not known")


def other_category(facts: Sequence[Fact], heads: Mapping[str, str], rules: Rules) -> Iterator[Finding]:
    """Counts of one people by different origins that say different things of them: those who left, those who fight now."""
    for family in rules.families:
        for one, other in combinations(family, 2):
            first, second = ([fact for fact in facts if fact.category == category and not fact.disputed] for category in (one, other))
            if first and second and _rival(first, second, heads):
                yield _mismatch(first, second, "category", f"the one counts {one}, the other {other}")


def other_unit(facts: Sequence[Fact], rules: Rules) -> Iterator[Finding]:
    """One number given once of people and once of households, about one place and time: one of the two mixed the units up."""
    if len({fact.unit for fact in facts}) < 2:
        return
    for cluster in clusters(facts, rules.windows.get(facts[0].category, rules.window)):
        persons = {fact.interval: fact for fact in reversed(cluster) if fact.unit is Unit.PERSON}
        for fact in cluster:
            other = persons.get(fact.interval)
            if fact.unit is Unit.HOUSEHOLD and other and other.document != fact.document and fact.interval.named > 1:
                yield _mismatch([other], [fact], "unit", "the one counts people and the other households", cause="mixed units")


def _rival(one: Sequence[Fact], other: Sequence[Fact], heads: Mapping[str, str]) -> bool:
    """Whether the two sets come from different origins and share no number."""
    names = [{name for name, _ in origins(side, heads).values()} for side in (one, other)]
    return not names[0] & names[1] and disjoint(*(hull(fact.reach for fact in side) for side in (one, other)))


def _mismatch(one: Sequence[Fact], other: Sequence[Fact], field: str, reason: str, cause: str | None = None) -> Finding:
    statement = f"{about(one[0])}: {says(one[0])} and {says(other[0])}. That is no conflict: {reason}."
    return finding(Kind.SCOPE_MISMATCH, [*one, *other], statement, field=field, cause=cause)
