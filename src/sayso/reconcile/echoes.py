"""One origin in many texts: echoes, diverging echoes, and later counts that replace earlier ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.codebook import Rules
from sayso.languages import compared
from sayso.model import Finding, Kind
from sayso.reconcile.claims import by_origin, origins
from sayso.reconcile.dates import Days, days, when
from sayso.reconcile.estimates import apart, points, telling
from sayso.reconcile.fact import Fact
from sayso.reconcile.interval import Interval, cause, disjoint, told
from sayso.reconcile.theatre import theatres
from sayso.reconcile.wording import about, finding, joined, who


def echoes(facts: Sequence[Fact], heads: Mapping[str, str], rules: Rules) -> Iterator[Finding]:
    """Findings about one piece of a ledger, origin by origin."""
    series = facts[0].category in rules.placeless and not facts[0].event
    for group in theatres(facts, rules) if series else points(facts, rules):
        whose = origins([fact for fact in group if not fact.disputed], heads)
        reasons = {figure: reason for figure, (_, reason) in whose.items() if reason}
        for name, reports in sorted(by_origin(group, whose).items()):
            if len({fact.document for fact in reports}) > 1:
                yield from _passed_on(reports, reasons, name)
                yield from _changed(reports, reasons, rules, name)
    if not series and not telling(facts[0], rules) and not facts[0].event:
        yield from _same_day(facts, heads)


def _crediting(facts: Iterable[Fact], reasons: Mapping[str, str], name: str) -> Fact:
    """The report to name an origin by: one with the name that the others are read as, else one that states it, else the first."""
    return min(facts, key=lambda fact: (compared(fact.source)[0] != name, fact.figure in reasons, fact.own, fact.order))


def _passed_on(facts: list[Fact], reasons: Mapping[str, str], name: str) -> Iterator[Finding]:
    by_number: dict[Interval, list[Fact]] = {}
    for fact in facts:
        by_number.setdefault(fact.interval, []).append(fact)
    for same in by_number.values():
        texts = list(dict.fromkeys(fact.name for fact in same))
        if len({fact.document for fact in same}) < 2:
            continue
        shown = _crediting(same, reasons, name)
        why = next((f" ({reasons[fact.figure]})" for fact in same if fact.figure in reasons), "")
        said = f"{about(shown)}: {len(texts):,} texts carry {shown.said}, and all of them go back to {who(shown)}{why}"
        yield finding(Kind.ECHO, same, f"{said}: one origin, not {len(texts):,}.")


def _same_day(facts: Sequence[Fact], heads: Mapping[str, str]) -> Iterator[Finding]:
    """Echoes of events that are not told apart by their place: only a credited origin with the same number counts."""
    found: dict[tuple[str, Interval, Days], list[Fact]] = {}
    named = {fact.figure: fact for fact in facts if not fact.own and not fact.disputed}
    for figure, (name, _) in origins(named.values(), heads).items():
        fact = named[figure]
        if (span := when(fact)) and not name.startswith("unnamed "):
            found.setdefault((name, fact.interval, span), []).append(fact)
    for (name, _, _), same in found.items():
        yield from _passed_on(sorted(same, key=lambda fact: fact.order), {}, name)


def _changed(facts: list[Fact], reasons: Mapping[str, str], rules: Rules, name: str) -> Iterator[Finding]:
    """Between each text and the next one: another number at another time replaces it, at the same time it diverges."""
    texts = sorted(apart(facts), key=lambda text: (_date(text), text[0].order))
    for earlier, later in pairwise(texts):
        one, other = (told(fact.reach for fact in text) for text in (earlier, later))
        if not disjoint(one, other):
            continue
        both = [*earlier, *later]
        if _replaces(earlier, later, rules):
            yield _replaced(earlier, later, both)
            if later[0].category in rules.cumulative and other.top < one.bottom:
                yield _fallen(earlier, later, one.bottom - int(other.top))
        else:
            heard = [_crediting(text, reasons, name) for text in (earlier, later)]
            said = joined([f"{fact.name} has {fact.said}" for fact in heard])
            whom = who(_crediting(both, reasons, name))
            yield finding(
                Kind.DIVERGING_ECHO,
                both,
                f"{about(earlier[0])}: both texts go back to {whom}, but {said}. At least one of them misreads it.",
                cause=cause(one, other),
            )


def _replaced(earlier: list[Fact], later: list[Fact], both: list[Fact]) -> Finding:
    said = f"{who(later[0])} gave {earlier[0].said} ({earlier[0].as_of or earlier[0].published}) and later {later[0].said}"
    return finding(Kind.SUPERSESSION, both, f"{about(later[0])}: {said} ({later[0].as_of or later[0].published}).")


def _fallen(earlier: list[Fact], later: list[Fact], slack: int) -> Finding:
    statement = (
        f"{about(later[0])}: a count over all time cannot fall, but {who(later[0])} gave {earlier[0].said} and later {later[0].said}, "
        f"{slack:,} fewer."
    )
    one, other = (told(fact.interval for fact in text) for text in (earlier, later))
    both = [*earlier, *later]
    return finding(Kind.ARITHMETIC, both, statement, holds=False, slack=-slack, suspect=later[0].figure, cause=cause(one, other) or "fall")


def _replaces(earlier: list[Fact], later: list[Fact], rules: Rules) -> bool:
    """Whether the later text speaks of a later time: by dates that both name, else by when they were published.

    A count over years that two outlets carry months apart is still the same count; the toll of an event changes from day to day.
    """
    named = [max((span.last for fact in text if fact.as_of and (span := days(fact.as_of))), default=0) for text in (earlier, later)]
    if all(named):
        return named[0] < named[1]
    window = rules.windows.get(later[0].category, 0)
    return _date(earlier) > 0 and _date(later) - _date(earlier) > window


def _date(text: Iterable[Fact]) -> int:
    return max((span.last for fact in text if (span := when(fact))), default=0)
