"""A report in one file: figures with their quotes, the table, estimates with their workings, findings; it needs nothing beside it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Any

from sayso.codebook import rules
from sayso.errors import MissingExtra
from sayso.ledger import Ledger, browsing, picturing, quantities
from sayso.ledger.looking import policy_named
from sayso.model import Estimate, Figure
from sayso.present import Chart
from sayso.present.safe import replacing
from sayso.web.grid import laid
from sayso.web.looks import looks
from sayso.web.rows import policies, row, shown

Draw = Callable[[Chart], str]
MOST = 1_000
"""So many figures a report holds; whoever has more chooses."""

_CHARTS = 20
_SHEETS = ("colours", "base", "tables", "marks", "charts", "print", "report")


def _svg(chart: Chart) -> str:
    return chart.svg()


def report(ledger: Ledger, title: str, policy: str, filters: Mapping[str, Any], draw: Draw = _svg) -> str:
    """HTML of what the filters choose, under a policy; raises UnknownName for a filter or a policy that there is not.

    Of more than a thousand figures the first thousand are in it, and it says so. `draw` gives the SVG of a chart; where the library for
    it is missing there are no charts.
    """
    policy_named(policy)
    browsing.settle(ledger)
    chosen, total = browsing.first(ledger, MOST, filters)
    held = [one.figure for one in chosen]
    estimates, findings = quantities.about_figures(ledger, [figure.fingerprint for figure in held], policy)
    view = {
        "title": title, "policy": policy, "policies": policies(), "about": rules().policies[policy].description, "filters": _told(filters),
        "total": total, "table": laid(browsing.tabled(ledger, held)),
        "figures": [shown(one) for one in chosen], "documents": _documents(ledger, held), "estimates": [
            {**row(one), "chart": _drawn(ledger, one, draw) if at < _CHARTS else None} for at, one in enumerate(estimates)
        ],
        "findings": [finding.to_dict() for finding in findings],
    }  # fmt: skip
    here = {figure.fingerprint for figure in held}
    return looks(()).get_template("report.html").render(view=view, here=here, styles=_styles())


def _drawn(ledger: Ledger, one: Estimate, draw: Draw) -> dict[str, str] | None:
    """The reports of an estimate along time, as a picture that stands in the file itself; none where there is little to see."""
    if len(one.figures) < 2:
        return None
    chart = picturing.along_time(ledger, one.fingerprint, one.policy, None)
    try:
        held = b64encode(draw(chart).encode("utf8")).decode("ascii")
    except MissingExtra:
        return None
    return {"source": f"data:image/svg+xml;base64,{held}", "told": chart.description}


def write(ledger: Ledger, path: str | PathLike[str], *, title: str, policy: str, filters: Mapping[str, Any]) -> Path:
    """Write the report to a file, whole or not at all; raises ExportError where it cannot be written."""
    place = Path(path)
    text = report(ledger, title, policy, filters)
    with replacing(place) as beside:
        beside.write_text(text, "utf8", errors="replace")
    return place


def _documents(ledger: Ledger, figures: Sequence[Figure]) -> list[dict[str, Any]]:
    held = browsing.documents(ledger, {figure.document_fingerprint for figure in figures})
    known = ("name", "title", "publisher", "author", "published", "url", "sha256", "fingerprint")
    return [{name: getattr(document, name) for name in known} for document in held]


def _told(filters: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(name, ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)) for name, value in filters.items()]


def _styles() -> str:
    """All style sheets in one; a report is opened as a file, where no policy forbids them."""
    static = files("sayso.web") / "static"
    return "\n".join((static / f"{name}.css").read_text("utf8") for name in _SHEETS)
