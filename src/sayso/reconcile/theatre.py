"""Places that counts of one people hold for, told apart where they do not overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.codebook import Rules
from sayso.reconcile.fact import Fact


def theatres(facts: Iterable[Fact], rules: Rules) -> list[list[Fact]]:
    """Facts whose places overlap together, the most told place first; those that name none go with it.

    "Syria and Iraq", "Syria" and "territory held by IS" overlap; Syria and Afghanistan do not.
    """
    held = list(facts)
    told = Counter(fact.place for fact in held if fact.place)
    found: list[tuple[set[str], list[Fact]]] = []
    for place, _ in sorted(told.items(), key=lambda pair: (-pair[1], pair[0])):
        reach = _reach(place, rules)
        if not any(reach & there for there, _ in found):
            found.append((reach, []))
    if not found:
        return [held] if held else []
    for fact in held:
        reach = _reach(fact.place, rules)
        next((members for there, members in found if there & reach), found[0][1]).append(fact)
    return [members for _, members in found if members]


def place(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The place that most of them name, of two the first by letter."""
    told = Counter(fact.place for fact in facts if fact.place)
    return min(told, key=lambda codes: (-told[codes], codes)) if told else ()


def _reach(codes: Iterable[str], rules: Rules) -> set[str]:
    """The codes with the countries that they lie in or lie across."""
    found: set[str] = set()
    for code in codes:
        found.add(code)
        found.add(code.partition(":")[0] if not code.startswith(("region:", "ethnic:")) else code)
        found |= set(rules.across.get(code, ()))
    return found
