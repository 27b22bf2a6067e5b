"""The overview: how much there is, what quarrels, and the main table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import Query

from sayso.ledger import Ledger, browsing, noticing
from sayso.present import Cell, Table
from sayso.present.words import readable
from sayso.web.desk import AtDesk
from sayso.web.page import Pages
from sayso.web.pages.findings import row

pages = Pages("overview")
_FINDINGS = 8
_ROWS = 20


@pages.page("/", "overview.html", summary="How much there is, the gravest findings, and who says how many by people and category")
def overview(
    desk: AtDesk,
    rows: Annotated[Literal["most", "all"], Query(description="The rows of the table with most figures, or all.")] = "most",
) -> dict[str, Any]:
    """How much a ledger holds, the gravest findings and the table of origin by category."""
    table = desk.kept("table", lambda: laid(desk.ledger))
    shown = table["rows"] if rows == "all" else table["rows"][:_ROWS]
    return {**desk.kept("totals", lambda: totals(desk.ledger)), "table": {**table, "total": len(table["rows"]), "rows": shown}}


def laid(ledger: Ledger) -> dict[str, Any]:
    """The main table: rows by people, columns by category, in each cell the interval, reports, origins and conflicts."""
    table, conflicts = browsing.overview(ledger), noticing.conflicts(ledger)
    return {
        "row_field": table.row_field,
        "column_field": table.column_field,
        "columns": [{"key": key, "name": readable(key, table.names)} for key in table.columns],
        "rows": [_row(table, key, conflicts) for key in table.rows],
    }


def _row(table: Table, key: str, conflicts: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    at = [(key, column) for column in table.columns if (key, column) in table.cells]
    cells = {place[1]: _cell(table.cells[place]) | {"conflicts": conflicts.get(place, 0)} for place in at}
    return {"key": key, "name": readable(key, table.names), "cells": cells}


def _cell(cell: Cell) -> dict[str, Any]:
    return cell.to_dict() | {"figures": cell.count}


def totals(ledger: Ledger) -> dict[str, Any]:
    """How much there is, what waits, and the gravest findings that nobody dismissed."""
    size = browsing.counts(ledger)
    undismissed = noticing.about(stands=noticing.OPEN)
    kinds = noticing.counted(ledger, undismissed)
    gravest = [row(*one) for one in noticing.noticed(ledger, undismissed, limit=_FINDINGS)]
    return {
        "documents": size.documents,
        "figures": size.figures,
        "waiting": browsing.waiting(ledger),
        "findings": {"total": sum(kinds.values()), "kinds": kinds, "gravest": gravest},
    }
