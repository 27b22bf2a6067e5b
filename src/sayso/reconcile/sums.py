"""Parts against their total, within a text and across texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.codebook import Rules
from sayso.model import Finding, Kind
from sayso.reconcile.claims import by_origin, origins
from sayso.reconcile.dates import clusters
from sayso.reconcile.fact import Fact
from sayso.reconcile.interval import Interval, cause, told, total
from sayso.reconcile.wording import about, finding, joined, named, number, says

_ENOUGH = 3
"""So few parts that add up to a total do so by chance too often."""


def levels(facts: Sequence[Fact], heads: Mapping[str, str], rules: Rules) -> Iterator[Finding]:
    """A people against the peoples that it consists of: Osh in Kyrgyzstan, Kyrgyzstan in Central Asia."""
    above = _shared_level(facts, rules)
    if above is None:
        return
    for cluster in clusters([fact for fact in facts if not fact.disputed], rules.windows.get(facts[0].category, rules.window)):
        wholes = [fact for fact in cluster if fact.people == (above,)]
        inner = [fact for fact in cluster if fact.people != (above,)]
        if wholes and inner:
            yield from _sums(wholes, inner, heads, rules, above)
            yield from _larger(wholes, inner)


def _shared_level(facts: Sequence[Fact], rules: Rules) -> str | None:
    """The code of the people that the others lie in, None where it is not among them."""
    codes = {fact.people[0] for fact in facts if len(fact.people) == 1}
    return min(codes & {rules.around(code) for code in codes}, default=None)


def _sums(wholes: Sequence[Fact], inner: Sequence[Fact], heads: Mapping[str, str], rules: Rules, above: str) -> Iterator[Finding]:
    """For each origin that gives both, the total beside the sum of its parts."""
    whose = origins([*wholes, *inner], heads)
    of_each = by_origin(inner, whose)
    for whole in _once(wholes, whose):
        parts = _parts(whole, of_each.get(whose[whole.figure][0], []))
        complete = set(parts) >= set(rules.members.get(above, (above,)))
        if len(parts) >= _ENOUGH or (complete and len(parts) > 1):
            yield from _compared(whole, parts, complete=complete)


def _once(wholes: Sequence[Fact], whose: Mapping[str, tuple[str, str]]) -> list[Fact]:
    """One fact for each origin, category and number."""
    found: dict[tuple[str, str, Interval], Fact] = {}
    for fact in wholes:
        found.setdefault((whose[fact.figure][0], fact.category, fact.interval), fact)
    return list(found.values())


def _parts(whole: Fact, inner: Sequence[Fact]) -> dict[str, list[Fact]]:
    """The facts of each part: of the total's category, else of another of its family; of the total's own text, if that has any."""
    found: dict[str, list[Fact]] = {}
    for fact in inner:
        if len(fact.people) == 1:
            found.setdefault(fact.people[0], []).append(fact)
    for code, facts in found.items():
        best = max((fact.document == whole.document, fact.category == whole.category) for fact in facts)
        found[code] = [fact for fact in facts if (fact.document == whole.document, fact.category == whole.category) == best]
    return dict(sorted(found.items()))


def _compared(whole: Fact, parts: Mapping[str, Sequence[Fact]], *, complete: bool) -> Iterator[Finding]:
    values = [told(fact.interval for fact in facts) for facts in parts.values()]
    added = total(values)
    everyone = [whole, *(fact for facts in parts.values() for fact in facts)]
    sum_of = " + ".join(f"{number(value)} ({named([code])})" for code, value in zip(parts, values, strict=True))
    strange = [fact for facts in parts.values() for fact in facts[:1] if fact.category != whole.category]
    but = "".join(f" {fact.said} ({named(fact.people)}) is reported as {fact.category}, not {whole.category}." for fact in strange)
    start = f"{about(whole)}: {says(whole)}; the parts come to {sum_of} = {number(added)}"
    if added.bottom > whole.interval.top:
        slack = int(whole.interval.top) - added.bottom
        slip = _slip(whole, values, -slack)
        statement = f"{start}, {-slack:,} too many.{but}"
        suspect = whole.figure if slip else None
        yield finding(Kind.ARITHMETIC, everyone, statement, holds=False, slack=slack, suspect=suspect, cause=slip or _other(strange))
    elif whole.interval.bottom > added.top:
        if complete:
            slack = whole.interval.bottom - int(added.top)
            statement = f"{start}, {slack:,} short of it, and no part is left out.{but}"
            slip = _slip(whole, values, slack) or _other(strange)
            yield finding(Kind.ARITHMETIC, everyone, statement, holds=False, slack=slack, cause=slip)
    elif added.high is not None and (complete or added.bottom == whole.interval.named):
        statement = f"{start}, which supports it.{but}"
        room = whole.interval.named - added.bottom
        yield finding(Kind.ARITHMETIC, everyone, statement, holds=True, slack=room, cause=_other(strange))


def _other(strange: Sequence[Fact]) -> str | None:
    return "another category" if strange else None


def _slip(whole: Fact, values: Sequence[Interval], gap: int) -> str | None:
    """Whether the total, or one part, becomes right when its digits are swapped or a nought is taken away."""
    added = total(values)
    if added.low is not None and added.low == added.high and (slip := cause(whole.interval, added)):
        return slip
    for value in values:
        if value.low == value.high and value.low and gap in (value.low - value.low // 10, value.low * 9):
            return "ten-fold"
    return None


def _larger(wholes: Sequence[Fact], inner: Sequence[Fact]) -> Iterator[Finding]:
    """A part that is larger than every count of its whole."""
    highest = max(wholes, key=lambda fact: fact.interval.top)
    for fact in inner:
        if fact.category == highest.category and fact.interval.bottom > highest.interval.top:
            slack = int(highest.interval.top) - fact.interval.bottom
            statement = f"{about(fact)}: {says(fact)}, but of {named(highest.people)} as a whole {says(highest)}."
            slip = cause(fact.interval, highest.interval) or "another scope"
            yield finding(Kind.ARITHMETIC, [fact, highest], statement, holds=False, slack=slack, cause=slip)


def stated(facts: Sequence[Fact]) -> Iterator[Finding]:
    """Parts and wholes that one text puts together itself: "12 killed, including five children and three women"."""
    by_figure = {fact.figure: fact for fact in facts}
    parts: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.whole in by_figure and not fact.disputed:
            parts.setdefault(str(fact.whole), []).append(fact)
    for figure, inner in parts.items():
        whole = by_figure[figure]
        if whole.unit is not inner[0].unit:
            continue
        same = [fact for fact in inner if fact.category == whole.category]
        apart = len({(fact.people, fact.group) for fact in same}) == len(same) > 1
        for fact in inner:
            if fact.interval.bottom > whole.interval.top:
                yield _beyond(whole, [fact], fact.interval.bottom)
        added = total(fact.interval for fact in same)
        if apart and added.bottom > whole.interval.top and all(fact.interval.bottom <= whole.interval.top for fact in same):
            yield _beyond(whole, same, added.bottom)
        elif apart and added == whole.interval:
            heard = joined([fact.said for fact in same])
            statement = f"{about(whole)}: {heard} come to {whole.said}, as {whole.name} says."
            yield finding(Kind.ARITHMETIC, [whole, *same], statement, holds=True, slack=0)


def _beyond(whole: Fact, parts: Sequence[Fact], low: int) -> Finding:
    slack = int(whole.interval.top) - low
    heard = joined([fact.said for fact in parts])
    statement = f"{about(whole)}: {whole.name} counts {heard} among {whole.said}, {-slack:,} more than there are."
    slip = cause(parts[0].interval, whole.interval)
    return finding(Kind.ARITHMETIC, [whole, *parts], statement, holds=False, slack=slack, suspect=parts[0].figure, cause=slip)
