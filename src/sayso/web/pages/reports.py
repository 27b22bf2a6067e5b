"""A report in one file, of what is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Depends, Query
from starlette.responses import Response

from sayso.ledger import browsing
from sayso.web.desk import AtDesk
from sayso.web.given import USUAL, Policy, Words, given
from sayso.web.page import Pages
from sayso.web.report import MOST, report
from sayso.web.rows import policies
from sayso.web.viewer import viewer

pages = Pages("reports")
_TITLE = "What the texts say"


class Wanted:
    """What a report is asked for."""

    def __init__(
        self,
        title: Annotated[str, Query(max_length=200, description="What stands above it.")] = "",
        policy: Policy = USUAL,
        category: Words = None,
        origin: Words = None,
        location: Words = None,
        document: Words = None,
    ) -> None:
        self.title, self.policy = title.strip() or _TITLE, policy
        self.filters: Mapping[str, Any] = given(category=category, origin=origin, location=location, document=document)


@pages.page("/report", "reporting.html", summary="Choose what goes into a report, and how many figures that is")
def reporting(desk: AtDesk, wanted: Annotated[Wanted, Depends()]) -> dict[str, Any]:
    """How many figures the report would hold."""
    _, total = browsing.first(desk.ledger, 0, wanted.filters)
    return {
        "title": wanted.title, "policy": wanted.policy, "policies": policies(), "total": total, "most": MOST,
        "filters": dict(wanted.filters),
    }  # fmt: skip


@pages.router.get("/report.html", summary="The report: one HTML file that needs nothing beside it", dependencies=[Depends(viewer)])
def reported(desk: AtDesk, wanted: Annotated[Wanted, Depends()]) -> Response:
    """The report as a file to keep."""
    text = report(desk.ledger, wanted.title, wanted.policy, wanted.filters, desk.press.svg)
    headers = {"Content-Disposition": 'attachment; filename="sayso-report.html"'}
    return Response(text.encode("utf8", "replace"), media_type="text/html; charset=utf-8", headers=headers)
