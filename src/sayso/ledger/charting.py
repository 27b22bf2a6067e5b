"""Charts of what a ledger holds: a quantity along time, who cites whom, a map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.codebook import load
from sayso.errors import UnknownName
from sayso.ledger.looking import asked, explanations, narrowed, policy_named, refuse
from sayso.ledger.reckoning import read_as, settled
from sayso.model import Estimate, Point
from sayso.present import Chart, View, choropleth, citations, estimated, reported, timeline
from sayso.present.shades import COUNTED
from sayso.reconcile import estimate
from sayso.store import Store

CHARTS = ("timeline", "citations", "map")
"""What charts there are."""

PLACES = {"origin": "by where people are from", "location": "by place"}
"""By what a map may lay counts out."""

_OF_MAPS = ("by", "measure", "level", "zoom")
_ABOUT = ("category", "origin", "location")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What chart of what: a reference, a policy, the address that links begin with (no links where it is None), further options."""

    reference: str | None
    policy: str
    base: str | None
    options: Mapping[str, Any]


def chart(store: Store, kind: str, wanted: Wanted) -> Chart:
    """A chart of the ledger; raises UnknownName for a kind, reference, policy or option that is not there."""
    if kind not in CHARTS:
        refuse("chart", kind, CHARTS)
    policy_named(wanted.policy)
    if kind == "map":
        return _map(store, wanted)
    for name in _OF_MAPS:
        if name in wanted.options:
            raise UnknownName(f"a {kind} takes no {name!r}", advice="Leave it out; it is for maps.")
    return _timeline(store, wanted) if kind == "timeline" else _citations(store, wanted)


def drawn(store: Store, points: Sequence[Point], policy: str, base: str | None) -> Chart:
    """The points of one series as a time line, under a policy."""
    marks = {figure for point in points for figure in point.figures}
    figures = {figure.fingerprint: figure for figure in store.figures_among(marks)}
    with store.pages() as pages:
        published = pages.published({figure.document_fingerprint for figure in figures.values()})
    whose = {figure: claim.origin for point in points for claim in point.claims for figure in claim.figures}
    return timeline([estimate(point, policy) for point in points], figures, published, load().places, whose, base)


def _timeline(store: Store, wanted: Wanted) -> Chart:
    """The series that most figures under the reference are in; the others are named."""
    if wanted.options:
        advice = "Choose by the reference, such as TJ/joined, or the first digits of an estimate."
        raise UnknownName(f"a timeline takes no {next(iter(wanted.options))!r}", advice=advice)
    if not wanted.reference:
        advice = "Say of what: people and category such as TJ/joined, or the first digits of an estimate or a figure."
        raise UnknownName("a timeline needs a reference", advice=advice)
    points = settled(store)
    estimates = [estimate(point, wanted.policy) for point in points]
    weight: dict[str, int] = {}
    named: dict[str, Estimate] = {}
    for one in explanations(store, wanted.reference, estimates):
        series = one.estimate.quantity.series
        weight[series] = weight.get(series, 0) + len(one.figures)
        named.setdefault(series, one.estimate)
    shown = min(weight, key=lambda series: (-weight[series], series))
    made = drawn(store, [point for point in points if point.quantity.series == shown], wanted.policy, wanted.base)
    others = sorted(named[series].fingerprint[:8] for series in weight if series != shown)
    rest = f" Other series under {wanted.reference!r}, not shown: those of the estimates {', '.join(others)}." if others else ""
    return replace(made, description=made.description + rest)


def _citations(store: Store, wanted: Wanted) -> Chart:
    figures = store.figures(asked(wanted.options))
    if wanted.reference:
        found = explanations(store, wanted.reference, [estimate(point, wanted.policy) for point in settled(store)])
        marks = {figure for one in found for figure in one.figures}
        figures = (figure for figure in store.figures(asked(wanted.options)) if figure.fingerprint in marks)
    return citations(figures, read_as(store), wanted.base)


def _map(store: Store, wanted: Wanted) -> Chart:
    options = dict(wanted.options)
    by, measure, level, zoom = (options.pop(name, usual) for name, usual in zip(_OF_MAPS, ("origin", "best", "country", ""), strict=True))
    if by not in PLACES:
        refuse("way to lay out a map", by, tuple(PLACES))
    if wanted.reference:
        options["category"] = wanted.reference
    filters = asked(options)
    categories = [filters.category] if isinstance(filters.category, str) else list(filters.category or ())
    what = load().category(categories[0]).label if len(categories) == 1 else "All counts"
    view = View(f"{what}, {PLACES[by]}", measure, level, _code(zoom))
    if measure in COUNTED:
        return choropleth(reported(store.figures(filters), by, read_as(store)), view, load().places, wanted.base)
    if len(categories) != 1:
        advice = "Name it, such as joined; or ask for the measure reports."
        raise UnknownName("a map of people needs one category, as numbers of several cannot be compared", advice=advice)
    for name in sorted(options.keys() - {*_ABOUT}):
        raise UnknownName(f"a map of estimates takes no {name!r}", advice="Leave it out, or ask for the measure reports.")
    estimates = narrowed([estimate(point, wanted.policy) for point in settled(store)], *(options.get(name) for name in _ABOUT))
    return choropleth(estimated(estimates, by), view, load().places, wanted.base)


def _code(place: str) -> str:
    """The code of a place that is given by its code or its name; as it is where there is none."""
    names = {name.casefold(): code for code, name in load().places.items()}
    return place if place in load().places else names.get(place.casefold(), place)
