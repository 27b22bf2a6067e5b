"""Charts as pictures: the same one as SVG, as PNG and as a Vega-Lite specification with its data."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Path, Query
from starlette.responses import Response

from sayso.present import Chart
from sayso.web.desk import Desk

Form = Annotated[Literal["svg", "png", "json"], Path(description="A picture, or the Vega-Lite specification with its data.")]
Theme = Annotated[Literal["light", "dark"], Query(description="The scheme that the colours are for.")]


def picture(desk: Desk, chart: Chart, form: str, theme: str) -> Response:
    """The chart in one form; raises MissingExtra where pictures cannot be drawn."""
    match form:
        case "svg":
            return Response(desk.press.svg(chart, theme), media_type="image/svg+xml")
        case "png":
            return Response(desk.press.png(chart, theme=theme), media_type="image/png")
    return Response(chart.to_json(theme), media_type="application/json")
