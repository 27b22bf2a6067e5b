"""What each origin says of one quantity at one time, echoes counted once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model import Aside, Claim
from sayso.reconcile.dates import Days, when
from sayso.reconcile.fact import Fact, origin
from sayso.reconcile.interval import Interval, shared, told

_SHINGLE, _DIGITS = 8, 3
_WORD = re.compile(r"\w+")


def origins(facts: Iterable[Fact], heads: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The origin of each fact by its figure, and the reason where it is not stated.

    Counts that a text states in its own voice, or credits to a text without a name, go back to whoever is credited, in another text,
    with the same interval in a passage of eight equal words (or a shorter sentence that is equal as a whole); those in its own
    voice also with the same rare value (three digits that are not noughts at the end say more than 5,000 does), or if the
    one body that their text names is the one credited with it. A number that the same text credits to somebody elsewhere is theirs:
    a headline is no second origin. Of several candidates the earliest text wins.
    """
    held = sorted(facts, key=_age)
    found = {fact.figure: (origin(fact, heads), "") for fact in held}
    nameless = {fact.figure for fact in held if fact.own or fact.document in found[fact.figure][0]}
    heard = _Heard(heads)
    for fact in sorted(held, key=lambda fact: (fact.own, fact.figure in nameless)):
        echo = heard.echoed(fact) if fact.figure in nameless else None
        if echo and found[echo[0].figure][0] != found[fact.figure][0]:
            found[fact.figure] = found[echo[0].figure][0], echo[1]
        heard.add(fact, found[fact.figure][0], credited=fact.figure not in nameless)
    return found


def by_origin(facts: Iterable[Fact], whose: Mapping[str, tuple[str, str]]) -> dict[str, list[Fact]]:
    """Facts by whom `origins` says they go back to, each in the order given; those that it was not asked about are left out."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.figure in whose:
            found.setdefault(whose[fact.figure][0], []).append(fact)
    return found


class _Heard:
    """Facts by what an echo of them would share."""

    def __init__(self, heads: Mapping[str, str]) -> None:
        self._heads = heads
        self._passages: dict[tuple[str, Interval], Fact] = {}
        self._values: dict[Interval, Fact] = {}
        self._within: dict[tuple[str, int], Fact] = {}
        self._makers: dict[tuple[str, Interval], Fact] = {}

    def add(self, fact: Fact, whose: str, *, credited: bool) -> None:
        """Take in a fact and whom it goes back to."""
        if credited:
            self._within.setdefault((fact.document, fact.interval.named), fact)
            self._makers.setdefault((whose, fact.interval), fact)
        for shingle in _shingles(fact.quote):
            self._passages.setdefault((shingle, fact.interval), fact)
        if _rare(fact.interval):
            self._values.setdefault(fact.interval, fact)

    def echoed(self, fact: Fact) -> tuple[Fact, str] | None:
        """The fact that this one repeats, and by what that is seen."""
        if credited := self._within.get((fact.document, fact.interval.named)):
            return credited, "its own text credits the same number"
        for shingle in _shingles(fact.quote):
            other = self._passages.get((shingle, fact.interval))
            if other and other.document != fact.document:
                return other, f"the same passage stands in {other.name}"
        if not fact.own:
            return None
        maker = self._heads.get(fact.maker, fact.maker)
        if maker and (other := self._makers.get((maker, fact.interval))):
            return other, "its text names the same body and no other"
        other = self._values.get(fact.interval) if _rare(fact.interval) else None
        return (other, f"the same rare number stands in {other.name}") if other and other.document != fact.document else None


def _age(fact: Fact) -> tuple[bool, Days, tuple[str, str, int]]:
    days = when(fact)
    return days is None, days or Days(0, 0), fact.order


def _shingles(quote: str) -> Iterable[str]:
    words = _WORD.findall(quote.casefold())
    return (" ".join(words[at : at + _SHINGLE]) for at in range(max(len(words) - _SHINGLE, 0) + 1))


def _rare(interval: Interval) -> bool:
    return interval.low is not None and len(str(interval.low).rstrip("0")) >= _DIGITS


def claims(facts: Iterable[Fact], heads: Mapping[str, str], window: int = 0) -> tuple[list[Claim], list[Aside]]:
    """One claim an origin, from the earliest, and the figures set aside with the reason.

    Set aside are parts of another figure of the same quantity, figures that their own text disputes, and what an origin has
    itself replaced at a later date: one that it names, else one more than `window` days after.
    """
    held = list(facts)
    there = {fact.figure for fact in held}
    asides = []
    kept = []
    for fact in held:
        if fact.whole in there:
            asides.append(Aside(fact.figure, "a part of another figure that is counted"))
        elif fact.disputed:
            asides.append(Aside(fact.figure, "disputed by its own text"))
        else:
            kept.append(fact)
    numbers: dict[str, int] = {}
    found = []
    for name, reports in by_origin(sorted(kept, key=_age), origins(kept, heads)).items():
        current, replaced = _current(reports, window)
        asides += [Aside(fact.figure, "replaced by a later count of the same origin") for fact in replaced]
        found.append(_claim(name, current, numbers))
    return found, sorted(asides, key=lambda aside: aside.figure)


def _current(reports: list[Fact], window: int) -> tuple[list[Fact], list[Fact]]:
    """The reports of an origin's latest date that its texts state, with those that state none; and the earlier ones.

    Where none states a date, it is when each number was first told: that an old number is told again makes it no newer.
    """
    stated = any(fact.as_of for fact in reports)
    dates = {fact.figure: span.last for fact, span in _first(reports) if fact.as_of or not stated}
    oldest = max(dates.values(), default=0) - (0 if stated else window)
    replaced = [fact for fact in reports if dates.get(fact.figure, oldest) < oldest]
    return [fact for fact in reports if dates.get(fact.figure, oldest) >= oldest], replaced


def _first(reports: Iterable[Fact]) -> Iterator[tuple[Fact, Days]]:
    """When each of these reports speaks of: the date that it states, else when its number was first told."""
    first: dict[Interval, Days] = {}
    for fact in sorted(reports, key=_age):
        if span := when(fact):
            yield fact, span if fact.as_of else first.setdefault(fact.interval, span)


def _claim(name: str, facts: Sequence[Fact], numbers: dict[str, int]) -> Claim:
    days = [span.last for _, span in _first(facts)]
    first = facts[0]
    alone = len(facts) == 1
    return Claim(
        origin=name,
        interval=first.interval if alone else told(fact.interval for fact in facts),
        reach=first.reach if alone else told(fact.reach for fact in facts),
        official=any(fact.official for fact in facts),
        last=max(days, default=None),
        figures=tuple(fact.figure for fact in facts),
        torn=not alone and shared(fact.reach for fact in facts) is None,
        documents=tuple(dict.fromkeys(numbers.setdefault(fact.document, len(numbers)) for fact in facts)),
    )
