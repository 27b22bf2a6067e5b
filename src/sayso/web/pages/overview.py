"""The overview: how much there is, what quarrels, and the main table."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, Literal

from fastapi import Query

from sayso.ledger import Ledger, browsing
from sayso.present import Cell, Table
from sayso.present.words import readable
from sayso.web.desk import AtDesk, Desk
from sayso.web.page import Pages
from sayso.web.pages.findings import row

pages = Pages("overview")
_FINDINGS = 8
_ROWS = 30


@pages.page("/", "overview.html", summary="How much there is, the gravest findings, and who says how many by people and category")
def overview(
    desk: AtDesk,
    rows: Annotated[Literal["most", "all"], Query(description="The rows of the table with most figures, or all.")] = "most",
) -> dict[str, Any]:
    """How much a ledger holds, the gravest findings and the table of origin by category."""
    table = desk.kept("table", lambda: laid(desk.ledger))
    shown = table["rows"] if rows == "all" else table["rows"][:_ROWS]
    return {**desk.kept("totals", lambda: _totals(desk)), "table": {**table, "total": len(table["rows"]), "rows": shown}}


def laid(ledger: Ledger) -> dict[str, Any]:
    """The main table: rows by people, columns by category, in each cell the interval, reports and origins."""
    table = ledger.table()
    return {
        "row_field": table.row_field,
        "column_field": table.column_field,
        "columns": [{"key": key, "name": readable(key, table.names)} for key in table.columns],
        "rows": [_row(table, key) for key in table.rows],
    }


def _row(table: Table, key: str) -> dict[str, Any]:
    cells = {column: _cell(table.cells[key, column]) for column in table.columns if (key, column) in table.cells}
    return {"key": key, "name": readable(key, table.names), "cells": cells}


def _cell(cell: Cell) -> dict[str, Any]:
    return {name: value for name, value in cell.to_dict().items() if name != "figures"} | {"figures": len(cell.figures)}


def _totals(desk: Desk) -> dict[str, Any]:
    size = browsing.counts(desk.ledger)
    found = desk.kept("findings", desk.ledger.findings)
    kinds = Counter(finding.kind.value for finding in found)
    return {
        "documents": size.documents,
        "figures": size.figures,
        "findings": {"total": len(found), "kinds": dict(kinds), "gravest": [row(finding) for finding in found[:_FINDINGS]]},
    }
