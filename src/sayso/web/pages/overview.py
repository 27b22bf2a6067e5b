"""The overview: how much there is, what quarrels, and the main table."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import Query

from sayso.ledger import Ledger, browsing, noticing, quantities
from sayso.web.desk import AtDesk
from sayso.web.grid import laid
from sayso.web.page import Pages
from sayso.web.pages.findings import row

pages = Pages("overview")
_FINDINGS, _NEWEST = 8, 6
_ROWS = 20


@pages.page("/", "overview.html", summary="How much there is, the gravest findings, and who says how many by people and category")
def overview(
    desk: AtDesk,
    rows: Annotated[Literal["most", "all"], Query(description="The rows of the table with most figures, or all.")] = "most",
) -> dict[str, Any]:
    """How much a ledger holds, the gravest findings and the table of origin by category."""
    table = desk.sums(("table", rows), lambda: tabled(desk.ledger, None if rows == "all" else _ROWS))
    return {**desk.kept("totals", lambda: totals(desk.ledger)), "table": table}


def tabled(ledger: Ledger, most: int | None) -> dict[str, Any]:
    """The table of origin by category with its first rows, or all, and how many there are."""
    table = browsing.overview(ledger)
    shown = replace(table, rows=table.rows[:most])
    leading = quantities.leading(ledger, shown.rows, shown.columns)
    return {**laid(shown, noticing.conflicts(ledger), leading), "total": len(table.rows)}


def totals(ledger: Ledger) -> dict[str, Any]:
    """How much there is, what waits, the gravest findings that nobody dismissed, and the newest of the others."""
    size = browsing.counts(ledger)
    undismissed = noticing.about(stands=noticing.OPEN)
    kinds = noticing.counted(ledger, undismissed)
    gravest = [row(*one) for one in noticing.noticed(ledger, undismissed, limit=_FINDINGS)]
    above = {one["fingerprint"] for one in gravest}
    newest = [row(*one) for one in noticing.newest(ledger, undismissed, _FINDINGS + _NEWEST)]
    others = [one for one in newest if one["fingerprint"] not in above][:_NEWEST]
    return {
        "documents": size.documents,
        "figures": size.figures,
        "waiting": browsing.waiting(ledger),
        "findings": {"total": sum(kinds.values()), "kinds": kinds, "gravest": gravest, "newest": others},
    }
