"""What a report's own list leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.codebook import Rules
from sayso.model import Finding, Kind
from sayso.reconcile.fact import Fact
from sayso.reconcile.wording import finding, named

_LIST = 3


def gaps(facts: Sequence[Fact], rules: Rules) -> Iterator[Finding]:
    """Peoples of a region that one text lists only in part, and peoples that it gives one count of and not the other."""
    rows: dict[str, dict[str, list[Fact]]] = {}
    for fact in facts:
        if len(fact.people) == 1 and fact.category in rules.placeless and not fact.disputed:
            rows.setdefault(rules.family(fact.category), {}).setdefault(fact.people[0], []).append(fact)
    for category, row in sorted(rows.items()):
        yield from _regions(category, row, rules)
    for less, more in rules.balances:
        listed = rows.get(less, {})
        known = [code for code in rows.get(rules.family(more), {}) if not code.startswith("region:")]
        missing = [code for code in known if code not in listed]
        both = [code for code in known if code in listed]
        if len(both) >= _LIST and missing:
            yield _left_out(less, {code: listed[code] for code in both}, missing, f", which it names as {more}")


def _regions(category: str, row: Mapping[str, list[Fact]], rules: Rules) -> Iterator[Finding]:
    for region in [code for code in row if code in rules.members]:
        members = rules.members[region]
        there = [code for code in members if code in row]
        missing = [code for code in members if code not in row]
        if missing and len(there) >= max(_LIST, len(members) / 2):
            yield _left_out(category, {code: row[code] for code in (region, *there)}, missing, f" of {named([region])}")


def _left_out(category: str, row: Mapping[str, Sequence[Fact]], missing: Sequence[str], where: str) -> Finding:
    facts = [fact for found in row.values() for fact in found]
    statement = f"{facts[0].name} lists {category} for {named(row)}, and leaves out {named(missing)}{where}."
    return finding(Kind.GAP, facts, statement, missing=tuple(missing))
