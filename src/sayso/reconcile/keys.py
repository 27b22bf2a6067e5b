"""Which figures have to be looked at together: the keys by which a ledger is cut into pieces that are reckoned one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.codebook import Rules
from sayso.reconcile.fact import Fact

Key = tuple[str, ...]
"""The kind of piece first ("quantity", "unit", "balance", "level", "document"), then what its figures share."""


def keys(fact: Fact, rules: Rules) -> Iterator[Key]:
    """All pieces that a figure belongs to; one of a loose category is compared with nothing outside of its text."""
    compared = fact.category not in rules.loose
    if compared:
        yield quantity(fact, rules)
    yield "document", fact.document
    if compared:
        yield from _beside(fact, rules)


def _beside(fact: Fact, rules: Rules) -> Iterator[Key]:
    """The pieces in which a figure stands beside those of other quantities."""
    if fact.people or fact.place or fact.event:
        yield "unit", fact.category, "+".join(fact.people), "+".join(fact.place), fact.event or ""
    if fact.people and not fact.event:
        people, rest = "+".join(fact.people), (fact.unit.value, fact.group)
        if any(fact.category in pair for pair in (*rules.balances, *rules.families)):
            yield "balance", people, *rest
        if fact.category in rules.placeless:
            family = rules.family(fact.category)
            yield "level", family, people, *rest
            if len(fact.people) == 1 and (around := rules.around(fact.people[0])):
                yield "level", family, around, *rest


def quantity(fact: Fact, rules: Rules) -> Key:
    """What a figure speaks of, but for its time.

    Where the category tells where people are (the killed, the displaced) the place belongs to it; where it tells what they did
    (joined, returned) places are compared within. A figure of which neither people nor place is known is comparable only
    within its own document, unless that document is about a named event.
    """
    start = ("quantity", fact.category, fact.unit.value, fact.group)
    if fact.event:
        return *start, "event", fact.event
    people, place = "+".join(fact.people), "+".join(fact.place)
    if fact.category in rules.placeless and people:
        return *start, "people", people
    if people or place:
        return *start, "both", people, place
    return *start, "document", fact.document


def pieces(facts: Iterable[Fact], rules: Rules) -> dict[Key, list[Fact]]:
    """The facts of every piece, in the order of their texts."""
    found: dict[Key, list[Fact]] = {}
    for fact in sorted(facts, key=lambda one: one.order):
        for key in keys(fact, rules):
            found.setdefault(key, []).append(fact)
    return found
