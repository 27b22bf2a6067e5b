"""Tables of figures, whose every cell can be opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from sayso.errors import UnknownName
from sayso.model import Figure
from sayso.present.axes import arrange, keys
from sayso.present.cell import Cell, gather
from sayso.present.chart import Chart
from sayso.present.choropleth import View, choropleth
from sayso.present.drawn import draw
from sayso.present.origins import NOTHING, ReadAs, document
from sayso.present.saving import save_table
from sayso.present.shades import tabled
from sayso.present.words import NONE, readable


@dataclass(frozen=True, slots=True)
class Table:
    """Figures laid out by two of their fields.

    `rows` and `columns` are keys in order: codes joined by `+` where a figure has several, `none` where the text does not say.
    """

    row_field: str
    column_field: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    names: Mapping[str, str] = field(default_factory=dict)

    def cell(self, row: str, column: str) -> Cell:
        """The cell at a row and a column, each given by key or by display name; empty where no text says anything.

        Raises UnknownName for a row or a column that the table does not have.
        """
        at = self._key(row, self.rows, self.row_field), self._key(column, self.columns, self.column_field)
        return self.cells.get(at, Cell())

    def label(self, key: str) -> str:
        """How a key is shown: the code and, where it is known, the name."""
        name = readable(key, self.names)
        plain = key == NONE or ":" in key or name.casefold() == key.casefold()
        return name if plain else f"{key} {name}"

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, JSON-ready: `cells[row][column]` holds each cell that is not empty."""
        filled: dict[str, dict[str, object]] = {row: {} for row in self.rows}
        for row, column, cell in self:
            filled[row][column] = cell.to_dict()
        return {
            "row_field": self.row_field, "column_field": self.column_field,
            "rows": list(self.rows), "columns": list(self.columns),
            "names": {key: readable(key, self.names) for key in (*self.rows, *self.columns)},
            "cells": filled,
        }  # fmt: skip

    def to_records(self) -> list[dict[str, object]]:
        """One record for each cell that is not empty, by row and then column."""
        return [
            {
                "row_field": self.row_field, "row": row, "row_name": readable(row, self.names),
                "column_field": self.column_field, "column": column, "column_name": readable(column, self.names), **cell.to_dict(),
            }
            for row, column, cell in self
        ]  # fmt: skip

    def text(self, width: int = 120) -> str:
        """The table in plain text, in blocks of columns that fit the width in characters."""
        rows, columns = ({key: self.label(key) for key in keys} for keys in (self.rows, self.columns))
        return draw(self.row_field, rows, columns, self.cells, width)

    def save(self, path: str | Path) -> Path:
        """Write by suffix: `.xlsx` a sheet as shown and one row a cell and a figure, `.json` as to_dict, others one row a cell.

        Raises ExportError where the file cannot be written and MissingExtra where its library is missing.
        """
        wide = [{self.row_field: self.label(row), **{c: str(self.cells.get((row, c), "")) for c in self.columns}} for row in self.rows]
        held = [figure for _, _, cell in self for figure in cell.figures]
        return save_table(Path(path), self.to_dict(), self.to_records(), wide, held)

    def chart(self, column: str, measure: str = "low") -> Chart:
        """A map of one column, for a table whose rows are origin or location; measures are low, high, reports, origins.

        Raises UnknownName for other rows, another column or measure.
        """
        if self.row_field not in ("origin", "location"):
            raise UnknownName(f"rows of {self.row_field} have no place on a map", advice="Make the table with rows origin or location.")
        key = self._key(column, self.columns, self.column_field)
        areas = [tabled(() if row == NONE else tuple(row.split("+")), cell) for row, at, cell in self if at == key]
        return choropleth(areas, View(f"{self.label(key)}, by {self.row_field}", measure), self.names)

    def __iter__(self) -> Iterator[tuple[str, str, Cell]]:
        """Row, column and cell of each cell that is not empty."""
        for row in self.rows:
            for column in self.columns:
                if (row, column) in self.cells:
                    yield row, column, self.cells[row, column]

    def __str__(self) -> str:
        return self.text()

    def _key(self, wanted: str, known: tuple[str, ...], field: str) -> str:
        if wanted in known:
            return wanted
        spellings = {spelling.casefold(): key for key in known for spelling in (self.label(key), readable(key, self.names), key)}
        if wanted.casefold() in spellings:
            return spellings[wanted.casefold()]
        near = get_close_matches(wanted, known, 1, 0.5)
        raise UnknownName(
            f"the table has no {field} {wanted!r}",
            advice=f"{f'Did you mean {near[0]}? ' if near else ''}It has: {', '.join(known) or 'nothing'}.",
        )


def table(
    figures: Iterable[Figure],
    rows: str = "origin",
    columns: str = "category",
    names: Mapping[str, str] | None = None,
    read_as: ReadAs = NOTHING,
) -> Table:
    """Lay figures out by two of their fields.

    `rows` and `columns` are any of origin, location, category, source (whom a count goes back to), document, publisher,
    quantifier, unit, as_of; `names` maps codes to display names and `read_as` names of sources to those that they are linked to.
    Raises UnknownName for another field.
    """
    held = list(figures)
    row_key, column_key = keys(rows, held, read_as), keys(columns, held, read_as)
    cells: dict[tuple[str, str], list[Figure]] = {}
    by_row: dict[str, set[str]] = {}
    by_column: dict[str, set[str]] = {}
    for figure in held:
        row, column = row_key(figure), column_key(figure)
        cells.setdefault((row, column), []).append(figure)
        by_row.setdefault(row, set()).add(document(figure))
        by_column.setdefault(column, set()).add(document(figure))
    known = dict(names or {})
    return Table(
        row_field=rows,
        column_field=columns,
        rows=arrange(rows, {key: len(found) for key, found in by_row.items()}, known),
        columns=arrange(columns, {key: len(found) for key, found in by_column.items()}, known),
        cells={at: gather(held, read_as) for at, held in cells.items()},
        names=known,
    )
