"""All findings and estimates of one piece of a ledger, and of a whole one from scratch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.codebook import Rules
from sayso.model import Estimate, Finding, Kind, Link
from sayso.reconcile.balances import balances
from sayso.reconcile.conflicts import conflicts, elsewhere, other_category
from sayso.reconcile.echoes import echoes
from sayso.reconcile.estimates import estimates
from sayso.reconcile.fact import Fact
from sayso.reconcile.gaps import gaps
from sayso.reconcile.keys import Key, pieces
from sayso.reconcile.links import Pair, heads, links
from sayso.reconcile.names import Names, namings
from sayso.reconcile.sums import levels, stated

METHOD = 1
"""Goes up when the same facts may give other findings or estimates, so that ledgers are reckoned anew."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What reconciling gives: links between names, findings the gravest first, estimates under every policy."""

    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    estimates: tuple[Estimate, ...]


def reckon(facts: Iterable[Fact], rules: Rules, decisions: Mapping[Pair, bool] | None = None) -> Reckoning:
    """Reconcile from scratch: a pure function of facts, decisions and rules."""
    held = list(facts)
    found = links(Names.of(namings(held)), decisions)
    read_as = heads(found)
    noticed: list[Finding] = []
    reckoned: list[Estimate] = []
    for key, members in pieces(held, rules).items():
        noticed += findings(key, members, read_as, rules)
        reckoned += points(key, members, read_as, rules)
    return Reckoning(tuple(found), tuple(sorted(noticed, key=gravity)), tuple(sorted(reckoned, key=quantity)))


def findings(key: Key, facts: Sequence[Fact], read_as: Mapping[str, str], rules: Rules) -> Iterator[Finding]:
    """The findings of one piece."""
    match key[0]:
        case "quantity":
            yield from conflicts(facts, read_as, rules)
            yield from elsewhere(facts, read_as, rules)
            yield from echoes(facts, read_as, rules)
        case "balance":
            yield from balances(facts, read_as, rules)
            yield from other_category(facts, read_as, rules)
        case "level":
            yield from levels(facts, read_as, rules)
        case "document":
            yield from stated(facts)
            yield from gaps(facts, rules)


def points(key: Key, facts: Sequence[Fact], read_as: Mapping[str, str], rules: Rules) -> Iterator[Estimate]:
    """The estimates of one piece under every policy; only a quantity has any."""
    if key[0] == "quantity":
        yield from estimates(facts, read_as, rules, rules.policies)


_ORDER = {kind: at for at, kind in enumerate(Kind)}


def gravity(finding: Finding) -> tuple[int, bool, int, str, str]:
    """The order in which findings are told: what quarrels before what agrees, many figures before few."""
    return _ORDER[finding.kind], bool(finding.holds), -len(finding.figures), finding.fingerprint, finding.statement


def quantity(estimate: Estimate) -> tuple[str, ...]:
    """The order in which estimates are told: by what they are of, then time, then policy."""
    held = estimate.quantity
    return (
        held.category, "+".join(held.people), "+".join(held.place), held.group, held.event or "", held.unit.value,
        held.time or "", *estimate.used[:1], *(aside.figure for aside in estimate.aside[:1]), estimate.policy,
    )  # fmt: skip
