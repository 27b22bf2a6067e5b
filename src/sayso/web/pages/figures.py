"""Figures: the table with its filters, and one with all that is known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sayso.ledger import sights
from sayso.model import Finding, Point, Review, Standing
from sayso.present.export import record
from sayso.store import Cut, Heap
from sayso.web.chosen import Chosen, Filtered, Ordered
from sayso.web.desk import AtDesk, Desk
from sayso.web.listing import Listing, Stretch, Wanted
from sayso.web.page import Pages
from sayso.web.rows import noticed
from sayso.web.sights import card, listed, named
from sayso.web.viewer import Seen

pages = Pages("figures")
_NEAR = 12
_FEW, _MANY = 1_000, 3_000
"""A list of fewer figures is best found and then sorted, one of more is best looked for in sorted order."""



@pages.listing("/figures", "figures.html", sheet="figures", summary="Figures, filtered and sorted, each with how it stands")
def figures(desk: AtDesk, wanted: Wanted, chosen: Filtered, order: Ordered, seen: Seen) -> Listing:
    """Figures that the filters choose, with how many there are of each category and standing among them."""
    facets = _facets(desk, chosen)
    if wanted.limit is None:
        return Listing(facets["total"], _lines(desk, chosen, order))
    cut = _cut(order, wanted, facets["total"])
    rows = _rows(desk, chosen, cut, seen.may("reviewer")) if wanted.offset < facets["total"] else []
    beside = {"sort": f"{'-' if cut.down else ''}{cut.sort}", "categories": facets["categories"], "standings": facets["standings"]}
    return Listing(facets["total"], rows, beside)


@pages.page("/figures/{fingerprint}", "figure.html", summary="One figure, to be cited: quote, fields, chain, reasons and decisions")
def figure(desk: AtDesk, fingerprint: str, seen: Seen) -> dict[str, Any]:
    """One figure with its context, everything read into it and why, all that was said of it, and what it is part of."""
    return shown(desk, fingerprint, seen.name)


def shown(desk: Desk, fingerprint: str, person: str) -> dict[str, Any]:
    """The view of a figure."""
    held = sights.sight(desk.ledger, fingerprint)
    one = held.review.shown.figure
    document = sights.document(desk.ledger, one.document_fingerprint)
    findings, points, fresh = sights.concerning(desk.ledger, fingerprint)
    about = {name: getattr(document, name) for name in ("title", "publisher", "author", "published", "url")}
    return {
        **held.review.to_dict(), **card(held, person), "about": about, "whole": one.whole, "fresh": fresh,
        "findings": [_finding(finding) for finding in findings], "estimates": [_point(point) for point in points],
        "near": _near(desk, held.review, points),
    }  # fmt: skip


def _cut(order: Cut, wanted: Stretch, total: int) -> Cut:
    """The rows of a page, and how SQLite best comes by them."""
    return replace(order, offset=wanted.offset, limit=wanted.limit, few=total < _FEW, many=total > _MANY)


def _rows(desk: Desk, chosen: Chosen, cut: Cut, versions: bool) -> list[dict[str, Any]]:
    key = ("rows", repr(sorted(chosen.items())), cut, versions)
    return desk.rows(key, lambda: [listed(one) for one in sights.page(desk.ledger, chosen, cut, versions=versions)])


def _facets(desk: Desk, chosen: Chosen) -> dict[str, Any]:
    """Totals by category under the other filters, and by standing likewise: one pass over the figures for each state of the ledger."""
    rest = {name: value for name, value in chosen.items() if name not in ("category", "standing")}
    key = ("heaps", repr(sorted(rest.items())))
    held: list[Heap] = desk.facts(key, lambda: sights.heaps(desk.ledger, rest))
    category, standing = chosen.get("category", ()), chosen.get("standing", ())
    categories: Counter[str] = Counter()
    standings: Counter[str] = Counter()
    total = 0
    for heap in held:
        size = heap.figures if Standing.REJECTED in standing else heap.counted
        if heap.standing in standing or not standing:
            categories[heap.category] += size
        if heap.category in category or not category:
            standings[heap.standing] += heap.figures
            total += size if heap.standing in standing or not standing else 0
    return {"total": total, "categories": +categories, "standings": +standings}


def _lines(desk: Desk, chosen: Chosen, order: Cut) -> Iterator[Mapping[str, Any]]:
    for shown, document in sights.every(desk.ledger, chosen, replace(order, limit=None)):
        yield record(shown.figure, document, shown.standing.value)


def _finding(finding: Finding) -> dict[str, Any]:
    return {**noticed(finding), "figures": len(finding.figures)}


def _point(point: Point) -> dict[str, Any]:
    held = point.quantity
    return {
        "fingerprint": point.fingerprint, "category": held.category, "people": list(held.people), "place": list(held.place),
        "time": held.time, "event": held.event, "origins": len(point.claims), "figures": len(point.figures),
    }  # fmt: skip


def _near(desk: Desk, review: Review, points: list[Point]) -> list[dict[str, Any]]:
    """Other figures of the same quantities that go back to the same origin."""
    own = review.shown.figure.fingerprint
    claims = [claim for point in points for claim in point.claims if own in claim.figures]
    wanted = [one for one in dict.fromkeys(one for claim in claims for one in claim.figures) if one != own][:_NEAR]
    held = sights.shown(desk.ledger, wanted)
    return [{**named(held[one].figure), "standing": held[one].standing.value} for one in wanted if one in held]
