"""The main table as pages and reports show it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sayso.present import Cell, Table
from sayso.present.words import readable

Conflicts = Mapping[tuple[str, str], int]
_NONE: Conflicts = MappingProxyType({})


def laid(table: Table, conflicts: Conflicts = _NONE) -> dict[str, Any]:
    """Rows by people, columns by category, in each cell the interval, reports, origins and conflicts."""
    return {
        "row_field": table.row_field,
        "column_field": table.column_field,
        "columns": [{"key": key, "name": readable(key, table.names)} for key in table.columns],
        "rows": [_row(table, key, conflicts) for key in table.rows],
    }


def _row(table: Table, key: str, conflicts: Conflicts) -> dict[str, Any]:
    at = [(key, column) for column in table.columns if (key, column) in table.cells]
    cells = {place[1]: _cell(table.cells[place]) | {"conflicts": conflicts.get(place, 0)} for place in at}
    return {"key": key, "name": readable(key, table.names), "cells": cells}


def _cell(cell: Cell) -> dict[str, Any]:
    return {name: value for name, value in cell.to_dict().items() if name != "figures"} | {"figures": cell.count}
