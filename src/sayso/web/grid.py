"""The main table as pages and reports show it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sayso.model import Estimate
from sayso.present import Cell, Table
from sayso.present.words import readable

Conflicts = Mapping[tuple[str, str], int]
Leading = Mapping[tuple[str, str], Estimate]
_NONE: Conflicts = MappingProxyType({})
_NOWHERE: Leading = MappingProxyType({})


def laid(table: Table, conflicts: Conflicts = _NONE, leading: Leading = _NOWHERE) -> dict[str, Any]:
    """Rows by people, columns by category, in each cell the interval, reports, origins, conflicts and the estimate that leads in it."""
    return {
        "row_field": table.row_field,
        "column_field": table.column_field,
        "columns": [{"key": key, "name": readable(key, table.names)} for key in table.columns],
        "rows": [_row(table, key, conflicts, leading) for key in table.rows],
    }


def _row(table: Table, key: str, conflicts: Conflicts, leading: Leading) -> dict[str, Any]:
    at = [(key, column) for column in table.columns if (key, column) in table.cells]
    cells = {
        place[1]: {**_cell(table.cells[place]), "conflicts": conflicts.get(place, 0), **_best(leading.get(place))} for place in at
    }
    return {"key": key, "name": readable(key, table.names), "cells": cells}


def _best(one: Estimate | None) -> dict[str, Any]:
    return {"best": one.best if one else None, "estimate": one.fingerprint if one else None}


def _cell(cell: Cell) -> dict[str, Any]:
    return {name: value for name, value in cell.to_dict().items() if name != "figures"} | {"figures": cell.count}
