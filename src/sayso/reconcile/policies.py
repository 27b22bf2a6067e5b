"""The named policies: claims of rival origins to low, best and high."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sayso.errors import UnknownName
from sayso.reconcile.claims import Claim
from sayso.reconcile.interval import Interval, camps, hull, shared


class Answer(NamedTuple):
    """What a policy makes of claims: the interval, the best number, which claims it rests on, how it came about, and whether it is one."""

    interval: Interval
    best: int | None
    used: Sequence[Claim]
    rule: str
    resolved: bool = True


NO_ANSWER = Interval(None, None)


def answer(policy: str, claims: Sequence[Claim]) -> Answer:
    """The answer of a named policy to claims of which there is at least one; raises UnknownName for another policy."""
    if policy not in _POLICIES:
        raise UnknownName(f"there is no policy {policy!r}", advice=f"There are: {', '.join(_POLICIES)}.")
    return _POLICIES[policy](claims)


def agreed(claims: Sequence[Claim]) -> int | None:
    """A number that agrees with all of them: one that is named exactly, else the lowest; None where there is none."""
    common = shared(claim.reach for claim in claims)
    if common is None:
        return None
    exact = [claim.interval.low for claim in claims if claim.reach.low is not None and claim.reach.low == claim.reach.high]
    named = [claim.interval.low for claim in claims if claim.interval.low is not None and claim.interval.low == claim.interval.high]
    return next(iter(exact or named), common.low)


def _range(claims: Sequence[Claim]) -> Answer:
    best = agreed(claims)
    why = "best is the lowest number that agrees with every origin" if best is not None else "no number agrees with every origin"
    rule = f"from the lowest to the highest count; {why}"
    return Answer(hull(claim.interval for claim in claims), best, claims, rule)


def _conservative(claims: Sequence[Claim]) -> Answer:
    whole = hull(claim.interval for claim in claims)
    best = whole.low if whole.low is not None else None
    rule = "best is the lowest count" if best is not None else "every count names an upper end only"
    return Answer(whole, best, claims, rule, best is not None)


def _two_origins(claims: Sequence[Claim]) -> Answer:
    groups = sorted(_agreeing(claims), key=lambda group: (-len(group), min(claim.interval.bottom for claim in group)))
    if len(groups[0]) < 2:
        said = "one origin only" if len(claims) == 1 else "no two origins agree"
        rule = f"{said}: provisional until a second one does"
        return Answer(hull(claim.interval for claim in claims), None, claims, rule, len(claims) == 1)
    if len(groups) > 1 and len(groups[1]) == len(groups[0]):
        rule = "as many origins agree on one number as on another"
        return Answer(hull(claim.interval for claim in claims), None, claims, rule, False)
    return Answer(_common(groups[0]), agreed(groups[0]), groups[0], f"what {len(groups[0])} origins agree on")


def _official_first(claims: Sequence[Claim]) -> Answer:
    officials = [claim for claim in claims if claim.official]
    chosen = _newest(officials or claims)
    whole = hull(claim.interval for claim in chosen)
    who = "the latest of the officials" if officials else "no official speaks; the latest of the others"
    best = agreed(chosen)
    return Answer(whole, best, chosen, who, best is not None or len(chosen) == 1)


def _recent_majority(claims: Sequence[Claim]) -> Answer:
    groups = sorted(_agreeing(claims), key=len, reverse=True)
    if 2 * len(groups[0]) > len(claims):
        rule = f"what {len(groups[0])} of {len(claims)} origins agree on" if len(claims) > 1 else "the only origin"
        return Answer(_common(groups[0]), agreed(groups[0]), groups[0], rule)
    chosen = min(_newest(claims), key=lambda claim: (claim.interval.bottom, claim.origin))
    return Answer(chosen.interval, agreed([chosen]), [chosen], "no majority; the most recent origin, the lowest of one day")


def _agreeing(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims in camps that agree, each also with all others that agree with the whole camp's number."""
    found = []
    for camp in camps([claim.reach for claim in claims]):
        point = shared(claims[at].reach for at in camp) or NO_ANSWER
        found.append([claim for claim in claims if claim in [claims[at] for at in camp] or shared([claim.reach, point])])
    return found


def _common(claims: Sequence[Claim]) -> Interval:
    """What claims that agree have in common; where only "about" makes them agree, from the lowest to the highest."""
    return shared(claim.interval for claim in claims) or hull(claim.interval for claim in claims)


def _newest(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of the latest day; all of them where none is dated."""
    newest = max((claim.last.last for claim in claims if claim.last), default=None)
    return [claim for claim in claims if newest is None or (claim.last and claim.last.last == newest)]


_POLICIES: Mapping[str, Callable[[Sequence[Claim]], Answer]] = {
    "range": _range,
    "conservative": _conservative,
    "two-origins": _two_origins,
    "official-first": _official_first,
    "recent-majority": _recent_majority,
}
