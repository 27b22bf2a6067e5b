"""Quantities for the workbench: lists of estimates a page at a time, and one with all its workings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.codebook import load, rules
from sayso.errors import UnknownName
from sayso.ledger.book import Ledger
from sayso.ledger.looking import policy_named
from sayso.model import Estimate, Finding, Point, Shown
from sayso.reconcile import estimate
from sayso.store import About, Results

_MOST, _NOTICED, _TIMES = 200, 20, 24
_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Opened:
    """One estimate with its workings.

    `beside` has the same under every policy, `series` the first of the `times` estimates of the same quantity, `shown` every figure that
    `estimate` rests on or sets aside (the first two hundred), `findings` what was noticed of them, the gravest first.
    """

    estimate: Estimate
    beside: Sequence[Estimate]
    series: Sequence[Estimate]
    times: int
    shown: Mapping[str, Shown]
    findings: Sequence[Finding]


def listed(ledger: Ledger, about: About, policy: str, stretch: tuple[int, int | None], *, rivalled: bool) -> Iterator[Estimate]:
    """Estimates under a policy from an offset on, so many or all; with `rivalled` those first of which most origins speak."""
    policy_named(policy)
    for code in about.categories:
        load().category(code)
    offset, limit = stretch
    store = ledger._store()
    while limit is None or limit > 0:
        with store.results() as results:
            batch = results.points(about, offset, _BATCH if limit is None else min(limit, _BATCH), rivalled=rivalled)
        yield from (estimate(point, policy) for point in batch)
        offset, limit = offset + len(batch), None if limit is None else limit - len(batch)
        if len(batch) < _BATCH:
            return


def count(ledger: Ledger, about: About) -> int:
    """How many estimates there are."""
    with ledger._store().results() as results:
        return results.count_points(about)


def categories(ledger: Ledger) -> dict[str, int]:
    """How many estimates there are of each category, the most first."""
    with ledger._store().results() as results:
        return results.categories()


def opened(ledger: Ledger, fingerprint: str, policy: str) -> Opened:
    """One estimate under a policy; raises UnknownName for another fingerprint or policy."""
    policy_named(policy)
    store = ledger._store()
    with store.results() as results:
        point = held_at(results, fingerprint)
        series, times = results.series(point.quantity.series, _TIMES), results.count_series(point.quantity.series)
        noticed = results.findings_about(*point.figures[:_MOST], limit=_NOTICED)
    with store.pages() as pages:
        shown = pages.shown(point.figures[:_MOST])
    return Opened(estimate(point, policy), _beside(point), [estimate(one, policy) for one in series], times, shown, noticed)


def about_figures(ledger: Ledger, figures: Sequence[str], policy: str) -> tuple[list[Estimate], list[Finding]]:
    """The estimates that any of some figures is used for or set aside in, the most debated first, and the gravest findings of them."""
    with ledger._store().results() as results:
        held = [estimate(point, policy) for point in results.points_about(*figures)]
        noticed = results.findings_about(*figures)
    return sorted(held, key=lambda one: (-one.origins, -one.reports, one.quantity.category, one.fingerprint)), noticed


def leading(ledger: Ledger, rows: Sequence[str], columns: Sequence[str], policy: str = "range") -> dict[tuple[str, str], Estimate]:
    """For cells of the main table, by row and column, the estimate of persons that most origins speak of, then the latest.

    Of people who are not named there is none: what is counted of them in many places has nothing to do with one another.
    """
    with ledger._store().results() as results:
        held = results.leading(columns, [row.split("+") for row in rows if row != "none"])
    return {("+".join(one.quantity.people), one.quantity.category): estimate(one, policy) for one in held}


def held_at(results: Results, fingerprint: str) -> Point:
    """The point of an estimate's whole fingerprint; raises UnknownName."""
    point = results.point(fingerprint)
    if point is None:
        advice = "It may have another one since figures were added or judged: see all estimates."
        raise UnknownName(f"there is no estimate {fingerprint!r}", advice=advice)
    return point


def _beside(point: Point) -> list[Estimate]:
    return [estimate(point, policy) for policy in rules().policies]
