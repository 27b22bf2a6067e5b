"""Charts for the workbench: drawn from a page of what is there, so that a large ledger is never gone through for one picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.codebook import load
from sayso.ledger.book import Ledger
from sayso.ledger.charting import PLACES, drawn
from sayso.ledger.looking import asked, policy_named, refuse
from sayso.ledger.quantities import held_at
from sayso.ledger.reckoning import read_as
from sayso.model import Estimate
from sayso.present import Chart, View, choropleth, citations, estimated
from sayso.reconcile import estimate
from sayso.store import About, Cut

MOST_FIGURES = 2_000
"""So many figures a graph of who cites whom is made of."""

_MOST_POINTS, _MOST_PARTS = 200, 300


def along_time(ledger: Ledger, fingerprint: str, policy: str, base: str | None) -> Chart:
    """The series that an estimate is of, along time; raises UnknownName."""
    policy_named(policy)
    store = ledger._store()
    with store.results() as results:
        series = results.series(held_at(results, fingerprint).quantity.series, _MOST_POINTS)
    return drawn(store, series, policy, base)


def who_cites_whom(ledger: Ledger, filters: Mapping[str, Any], base: str) -> Chart:
    """Who cites whom in the first figures that filters choose; raises UnknownName."""
    store = ledger._store()
    with store.pages() as pages:
        held = [one.figure for one in pages.figures(asked(filters), Cut(limit=MOST_FIGURES))]
    return citations(held, read_as(store), base)


def who_cites_whom_about(ledger: Ledger, fingerprint: str, base: str) -> Chart:
    """Who cites whom in the figures that speak of one estimate; raises UnknownName."""
    store = ledger._store()
    with store.results() as results:
        wanted = held_at(results, fingerprint).figures[:MOST_FIGURES]
    return citations(store.figures_among(wanted), read_as(store), base)


def mapped(ledger: Ledger, category: str, policy: str, by: str) -> list[Estimate]:
    """The estimates that a map of one category shows: of whole countries and regions, and of the parts of which most origins speak."""
    load().category(category)
    policy_named(policy)
    if by not in PLACES:
        refuse("way to lay out a map", by, tuple(PLACES))
    with ledger._store().results() as results:
        whole = results.points(About(categories=(category,), whole="people" if by == "origin" else "place"), limit=-1)
        parts = results.points(About(categories=(category,)), limit=_MOST_PARTS, rivalled=True)
    points = {point.fingerprint: point for point in (*whole, *parts)}.values()
    held = (estimate(point, policy) for point in points)
    return [one for one in held if one.used and (one.quantity.people if by == "origin" else one.quantity.place)]


def world(estimates: list[Estimate], view: View, by: str, base: str) -> Chart:
    """A map of estimates; raises UnknownName for a view that there is not."""
    return choropleth(estimated(estimates, by), view, load().places, base)
