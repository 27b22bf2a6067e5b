"""The named policies: claims of rival origins to low, best and high."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sayso.errors import UnknownName
from sayso.model import Claim
from sayso.reconcile.interval import Interval, camps, hull, shared


class Answer(NamedTuple):
    """What a policy makes of claims: the interval, the best number, which claims it rests on, how it came about, and whether it is one."""

    interval: Interval
    best: int | None
    used: Sequence[Claim]
    rule: str
    resolved: bool = True


ANY = Interval(None, None)
_ENDS = "every count names an upper end only"


def answer(policy: str, claims: Sequence[Claim]) -> Answer:
    """The answer of a named policy to claims of which there is at least one; raises UnknownName for another policy."""
    if policy not in _POLICIES:
        raise UnknownName(f"there is no policy {policy!r}", advice=f"There are: {', '.join(_POLICIES)}.")
    return _POLICIES[policy](claims)


def agreed(claims: Sequence[Claim]) -> int | None:
    """The lowest number that agrees with all of them: of those that they say, else of those that one names, else of those between."""
    common = shared(claim.reach for claim in claims)
    if common is None or any(claim.torn for claim in claims):
        return None  # an origin that is read two ways agrees with nobody
    said = [claim.interval for claim in claims]
    if (same := shared(said)) is not None:
        return same.low
    named = [low for low, high in said if low is not None and low == high and shared([common, Interval(low, low)])]
    exact = [low for low, high in (claim.reach for claim in claims) if low is not None and low == high]
    lowest = hull(said).low
    return min(exact or named, default=common.low if lowest is None else max(common.bottom, lowest))


def _range(claims: Sequence[Claim]) -> Answer:
    best = agreed(claims)
    why = "best is the lowest number that agrees with every origin"
    if best is None:
        why = "no number agrees with every origin" if shared(claim.reach for claim in claims) is None else _ENDS
        why = "an origin is read two ways" if any(claim.torn for claim in claims) else why
    rule = f"from the lowest to the highest count; {why}"
    return Answer(hull(claim.interval for claim in claims), best, claims, rule)


def _conservative(claims: Sequence[Claim]) -> Answer:
    whole = hull(claim.interval for claim in claims)
    best = whole.low if whole.low is not None else None
    rule = "best is the lowest count" if best is not None else _ENDS
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
    ends = [(claim.reach.bottom, claim.reach.top, claim) for claim in claims]
    for camp in camps([claim.reach for claim in claims]):
        point = shared(claims[at].reach for at in camp) or ANY  # a camp always shares a number
        lowest, highest = point.bottom, point.top
        found.append([claim for bottom, top, claim in ends if bottom <= highest and lowest <= top])
    return found


def _common(claims: Sequence[Claim]) -> Interval:
    """What claims that agree have in common; where only "about" makes them agree, from the lowest to the highest."""
    return shared(claim.interval for claim in claims) or hull(claim.interval for claim in claims)


def _newest(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of the latest day; all of them where none is dated."""
    newest = max((claim.last for claim in claims if claim.last is not None), default=None)
    return [claim for claim in claims if newest is None or claim.last == newest]


_POLICIES: Mapping[str, Callable[[Sequence[Claim]], Answer]] = {
    "range": _range,
    "conservative": _conservative,
    "two-origins": _two_origins,
    "official-first": _official_first,
    "recent-majority": _recent_majority,
}
