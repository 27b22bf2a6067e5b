"""Findings in plain sentences, with the figures that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sayso.codebook import load
from sayso.languages import of_kind
from sayso.model import Evidence, Finding, Kind, Unit
from sayso.reconcile.fact import Fact
from sayso.reconcile.interval import Interval

_SHOWN = 12


def about(fact: Fact, place: Sequence[str] | None = None) -> str:
    """What a count is of, as a heading: `Joined, from Central Asia, in Syria`."""
    book = load()
    place = fact.place if place is None else place
    said = [book.category(fact.category).label if fact.category in book.codes else fact.category]
    said += [fact.group] if fact.group else []
    said += [f"from {named(fact.people)}"] if fact.people else []
    said += [f"in {named(place)}"] if place else []
    said += [f"event {fact.event}"] if fact.event else []
    said += ["households"] if fact.unit is Unit.HOUSEHOLD else []
    return ", ".join(said)


def named(codes: Iterable[str]) -> str:
    """Display names of codes, joined."""
    return joined([load().place(code) for code in codes])


def joined(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def says(fact: Fact) -> str:
    """Who says how many: `Deirdre Tynan says more than 2,500`; a text that speaks for itself by its name."""
    unit = " households" if fact.unit is Unit.HOUSEHOLD else ""
    return f"{who(fact)} {'says' if fact.own or _single(fact.source) else 'say'} {fact.said}{unit}"


def who(fact: Fact) -> str:
    """The source as it stands within a sentence: `the health ministry`, `the Meridian report`."""
    words = " ".join(fact.source.split())
    return f"the {words[4:]}" if words.lower().startswith("the ") else words


def _single(name: str) -> bool:
    """Whether a name stands for one: officials and authorities say, the Center says."""
    return of_kind("plural").isdisjoint(name.casefold().split())


def finding(kind: Kind, facts: Sequence[Fact], statement: str, **rest: Any) -> Finding:
    """A finding about these figures; `rest` are further fields of it."""
    first = facts[0]
    figures = tuple(fact.figure for fact in facts)
    return Finding(kind, statement, figures, evidence(facts), first.category, first.people, first.place, **rest)


def evidence(facts: Iterable[Fact]) -> tuple[Evidence, ...]:
    """The first dozen figures with their quotes."""
    shown = list(facts)[:_SHOWN]
    return tuple(Evidence(fact.figure, fact.name, fact.reported_text, " < ".join(fact.chain) or fact.source, fact.quote) for fact in shown)


def number(interval: Interval) -> str:
    """`2,000`, `2,000 to 4,000`, `2,000 or more`, `up to 4,000`."""
    low, high = interval
    if low is None:
        return f"up to {high:,}" if high is not None else "any number"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
