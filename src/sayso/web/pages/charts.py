"""Charts: a quantity along time, who cites whom, the map."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Depends, Query
from starlette.responses import Response

from sayso.codebook import load
from sayso.ledger import picturing
from sayso.ledger.quantities import categories
from sayso.model import Estimate
from sayso.present import Chart, View
from sayso.web.desk import AtDesk, Desk
from sayso.web.given import USUAL, Policy, Words, given
from sayso.web.looks import label, named
from sayso.web.page import Pages
from sayso.web.pictures import Form, Theme, picture
from sayso.web.rows import policies, row
from sayso.web.viewer import viewer

pages = Pages("charts")
_LISTED = 100


class Wanted:
    """What a map is asked for."""

    def __init__(
        self,
        category: Annotated[str, Query(max_length=60, description="What is said of the people.")] = "",
        by: Annotated[Literal["origin", "location"], Query(description="Where people are from, or where it happened.")] = "origin",
        measure: Annotated[Literal["best", "low", "high", "reports", "origins"], Query(description="What is shaded.")] = "best",
        level: Annotated[Literal["country", "region"], Query(description="Countries, or the regions they are in.")] = "country",
        zoom: Annotated[str, Query(max_length=100, description="The code of a country or a region to look at.")] = "",
        policy: Policy = USUAL,
    ) -> None:
        self.category, self.by, self.policy = category, by, policy
        self.measure, self.level, self.zoom = measure, level, zoom


def wanted(desk: AtDesk, held: Annotated[Wanted, Depends()]) -> Wanted:
    """What a map is asked for: of the category with most estimates where none is named."""
    held.category = held.category or next(iter(_categories(desk)), load().codes[0])
    return held


OfMap = Annotated[Wanted, Depends(wanted)]


@pages.page("/map", "map.html", summary="Counts of one category by country or region")
def world(desk: AtDesk, wanted: OfMap) -> dict[str, Any]:
    """The map of one category, and the estimates that it shows."""
    counts = _categories(desk)
    held = _mapped(desk, wanted)
    chart = _drawn(desk, wanted)
    regions = [code for code in load().places if code.startswith("region:")]
    return {
        **{name: getattr(wanted, name) for name in ("category", "by", "measure", "level", "zoom", "policy")},
        "policies": policies(), "counts": counts, "labels": [label(code) for code in counts],
        "regions": regions, "region_names": [named(code) for code in regions],
        "title": chart.title, "description": chart.description,
        "total": len(held), "estimates": [row(one) for one in held[:_LISTED]],
    }  # fmt: skip


@pages.router.get("/map/chart.{form}", summary="The map as a picture or a specification", dependencies=[Depends(viewer)])
def world_drawn(desk: AtDesk, wanted: OfMap, form: Form, theme: Theme = "light") -> Response:
    """The map."""
    return picture(desk, _drawn(desk, wanted), form, theme)


@pages.router.get("/estimates/{fingerprint}/timeline.{form}", summary="A series along time", dependencies=[Depends(viewer)])
def timeline(desk: AtDesk, fingerprint: str, form: Form, policy: Policy = USUAL, theme: Theme = "light") -> Response:
    """Every report of a quantity along time, with its estimates."""
    key = ("timeline", fingerprint, policy)
    return picture(desk, desk.kept(key, lambda: picturing.along_time(desk.ledger, fingerprint, policy, "")), form, theme)


@pages.router.get("/estimates/{fingerprint}/citations.{form}", summary="Who cites whom", dependencies=[Depends(viewer)])
def citations_about(desk: AtDesk, fingerprint: str, form: Form, theme: Theme = "light") -> Response:
    """Who cites whom in the figures that speak of one estimate."""
    chart = desk.kept(("citations", fingerprint), lambda: picturing.who_cites_whom_about(desk.ledger, fingerprint, ""))
    return picture(desk, chart, form, theme)


async def chosen(
    category: Words = None, origin: Words = None, location: Words = None, source: Words = None, document: Words = None
) -> dict[str, list[str]]:
    """Filters of figures that a request gives; empty fields of a form ask for nothing."""
    return given(category=category, origin=origin, location=location, source=source, document=document)


@pages.router.get("/sources/citations.{form}", summary="Who cites whom", dependencies=[Depends(viewer)])
def citations(desk: AtDesk, form: Form, filters: Annotated[dict[str, list[str]], Depends(chosen)], theme: Theme = "light") -> Response:
    """Who cites whom, in the first two thousand figures that are chosen."""
    chart = desk.kept(("citations", repr(filters)), lambda: picturing.who_cites_whom(desk.ledger, filters, ""))
    return picture(desk, chart, form, theme)


def _categories(desk: Desk) -> dict[str, int]:
    return desk.kept("categories", lambda: categories(desk.ledger))


def _mapped(desk: Desk, wanted: Wanted) -> list[Estimate]:
    def made() -> list[Estimate]:
        held = picturing.mapped(desk.ledger, wanted.category, wanted.policy, wanted.by)
        return sorted(held, key=lambda one: (-one.origins, -(one.best or one.low or one.high or 0), one.fingerprint))

    return desk.kept(("mapped", wanted.category, wanted.policy, wanted.by), made)


def _drawn(desk: Desk, wanted: Wanted) -> Chart:
    def made() -> Chart:
        title = f"{load().category(wanted.category).label}, {'by where people are from' if wanted.by == 'origin' else 'by place'}"
        view = View(title, wanted.measure, wanted.level, wanted.zoom)
        return picturing.world(_mapped(desk, wanted), view, wanted.by, "")

    key = (wanted.category, wanted.policy, wanted.by, wanted.measure, wanted.level, wanted.zoom)
    return desk.kept(("map", *key), made)
