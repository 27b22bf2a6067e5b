"""One piece of a ledger to points, one for every time that its counts speak of, and a point to its estimate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.codebook import Rules
from sayso.model import Aside, Claim, Estimate, Point, Quantity, Status
from sayso.reconcile.claims import claims
from sayso.reconcile.dates import clusters, label
from sayso.reconcile.fact import Fact
from sayso.reconcile.interval import shared
from sayso.reconcile.policies import answer
from sayso.reconcile.theatre import place, theatres

SCALE = 30
"""Tolls that are more than this many times apart are hardly of one event."""


def points(facts: Sequence[Fact], rules: Rules) -> Iterator[list[Fact]]:
    """The facts of one piece, cut by place and time: what is in one list speaks of one quantity."""
    first = facts[0]
    if first.event:
        yield list(facts)
        return
    for members in theatres(facts, rules):
        for cluster in clusters(members, rules.windows.get(first.category, rules.window)):
            yield from [cluster] if telling(first, rules) else apart(cluster)


def telling(fact: Fact, rules: Rules) -> bool:
    """Whether time, people and place tell one matter from others.

    They do for counts over months and years, and for events in a town; on one day in one country several attacks may have happened.
    """
    return fact.category in rules.windows or any(":" in code and not code.startswith("region:") for code in fact.place)


def apart(facts: Iterable[Fact]) -> Iterable[list[Fact]]:
    """Facts by document."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.document, []).append(fact)
    return found.values()


def claimed(facts: Sequence[Fact], heads: Mapping[str, str], rules: Rules) -> Iterator[Point]:
    """The points of one piece, by place and time."""
    for point in points(facts, rules):
        found, asides = claims(point, heads, rules.windows.get(point[0].category, 0))
        for at, scale in enumerate(_scales(found) if one_event(point[0], rules) else [found]):
            yield Point(_quantity(point), tuple(scale), () if at else tuple(asides))


def one_event(fact: Fact, rules: Rules) -> bool:
    """Whether a count is of something that happened at one time, without a name to tell it from a longer story."""
    return fact.category not in rules.placeless and not fact.event


def _scales(found: Sequence[Claim]) -> list[list[Claim]]:
    """Claims told apart where one is more than thirty times the one below: the toll of an attack and of the whole war."""
    groups: list[list[int]] = [[]]
    for at in sorted(range(len(found)), key=lambda at: found[at].reach.named):
        if groups[-1] and found[at].reach.named > SCALE * max(found[groups[-1][-1]].reach.named, 1):
            groups.append([])
        groups[-1].append(at)
    return [[found[at] for at in sorted(group)] for group in groups]


def estimate(point: Point, policy: str) -> Estimate:
    """What a policy makes of the claims about one quantity; UnknownName for a policy that is not there."""
    found = point.claims
    if not found:
        rule = "every count is disputed by its own text or a part of another"
        return Estimate(point.quantity, policy, None, None, None, Status.UNRESOLVED, 0, 0, (), point.asides, rule)
    got = answer(policy, found)
    passed = [Aside(figure, f"not taken by the policy {policy}") for claim in found if claim not in got.used for figure in claim.figures]
    return Estimate(
        quantity=point.quantity,
        policy=policy,
        low=got.interval.low,
        best=got.best,
        high=got.interval.high,
        status=_status(found, resolved=got.resolved),
        reports=len({document for claim in got.used for document in claim.documents}),
        origins=len(got.used),
        used=tuple(figure for claim in got.used for figure in claim.figures),
        aside=(*point.asides, *passed),
        rule=got.rule + _echoes(got.used),
    )


def _quantity(point: Sequence[Fact]) -> Quantity:
    first = point[0]
    return Quantity(
        category=first.category,
        people=first.people if len({fact.people for fact in point}) == 1 else (),
        place=place(point),
        group=first.group,
        time=label(point),
        event=first.event,
        unit=first.unit,
    )


def _status(found: Sequence[Claim], *, resolved: bool) -> Status:
    if not resolved:
        return Status.UNRESOLVED
    if any(claim.torn for claim in found):
        return Status.CONTESTED
    if len(found) == 1:
        return Status.SINGLE
    return Status.CONTESTED if shared(claim.reach for claim in found) is None else Status.CORROBORATED


def _echoes(used: Sequence[Claim]) -> str:
    extra = sum(len(claim.documents) - 1 for claim in used)
    if not extra:
        return ""
    return f"; {extra} further report{'s' * (extra > 1)} of the same origin{'s' * (len(used) > 1)} add{'s' * (extra < 2)} nothing"
