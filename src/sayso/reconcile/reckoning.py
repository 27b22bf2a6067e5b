"""All findings and points of one piece of a ledger, and of a whole one from scratch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.codebook import Rules
from sayso.model import Finding, Link, Point
from sayso.reconcile.balances import balances
from sayso.reconcile.conflicts import conflicts, elsewhere, other_category, other_unit
from sayso.reconcile.echoes import echoes
from sayso.reconcile.estimates import claimed
from sayso.reconcile.fact import Fact
from sayso.reconcile.gaps import gaps
from sayso.reconcile.keys import Key, pieces
from sayso.reconcile.links import Pair, heads, links
from sayso.reconcile.names import Names, namings, with_makers
from sayso.reconcile.sums import levels, stated

METHOD = 3
"""Goes up when the same facts may give other findings or estimates, so that ledgers are reckoned anew."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What reconciling gives: links between names, findings the gravest first, the points of every quantity."""

    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    points: tuple[Point, ...]


def reckon(facts: Iterable[Fact], rules: Rules, decisions: Mapping[Pair, bool] | None = None) -> Reckoning:
    """Reconcile whole documents from scratch: a pure function of facts, decisions and rules."""
    held = with_makers(list(facts))
    found = links(Names.of(namings(held)), decisions)
    read_as = heads(found)
    noticed: list[Finding] = []
    reckoned: list[Point] = []
    for key, members in pieces(held, rules).items():
        noticed += findings(key, members, read_as, rules)
        reckoned += points(key, members, read_as, rules)
    return Reckoning(tuple(found), tuple(sorted(noticed, key=gravity)), tuple(sorted(reckoned, key=lambda point: point.order)))


def findings(key: Key, facts: Sequence[Fact], read_as: Mapping[str, str], rules: Rules) -> Iterator[Finding]:
    """The findings of one piece."""
    match key[0]:
        case "quantity":
            yield from conflicts(facts, read_as, rules)
            yield from elsewhere(facts, read_as, rules)
            yield from echoes(facts, read_as, rules)
        case "unit":
            yield from other_unit(facts, rules)
        case "balance":
            yield from balances(facts, read_as, rules)
            yield from other_category(facts, read_as, rules)
        case "level":
            yield from levels(facts, read_as, rules)
        case "document":
            yield from stated(facts)
            yield from gaps(facts, rules)


def points(key: Key, facts: Sequence[Fact], read_as: Mapping[str, str], rules: Rules) -> Iterator[Point]:
    """The points of one piece, from which every policy makes its estimate; only a quantity has any."""
    if key[0] == "quantity":
        yield from claimed(facts, read_as, rules)


def gravity(finding: Finding) -> tuple[int, str, str]:
    """The order in which findings are told: the gravest first."""
    return finding.gravity, finding.fingerprint, finding.statement
