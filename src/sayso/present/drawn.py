"""A table of cells as plain text, with a legend for the signs in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import wrap

from rich.cells import cell_len

from sayso.present.cell import Cell
from sayso.present.layout import grid
from sayso.present.safe import printable

Cells = Mapping[tuple[str, str], Cell]
Labels = Mapping[str, str]
"""Keys of rows or columns in order, and how each is shown."""

_LEGEND = (
    "How to read a cell: 1,300–4,000 · 3r 2o is from the lowest to the highest count, in 3 reports (documents) that go back to 2 origins."
)


def draw(corner: str, rows: Labels, columns: Labels, cells: Cells, width: int) -> str:
    """Lines of text that fit a width in terminal columns; the intervals of a column stand one below the other."""
    if not cells:
        return "No figures."
    texts = [_aligned(column, rows, cells) for column in columns]
    body = [[printable(label), *row] for label, row in zip(rows.values(), zip(*texts, strict=True), strict=True)]
    header = [corner, *map(printable, columns.values())]
    return "\n".join([*grid(header, body, width), "", *legend(cells.values(), width)])


def legend(cells: Iterable[Cell], width: int) -> list[str]:
    """What the signs in these cells mean, for those that occur, in lines that fit the width."""
    held = list(cells)
    shown = [
        _LEGEND,
        "+: no upper end given." if any(cell.high is None for cell in held) else "",
        "up to: no lower end given." if any("up to" in cell.interval for cell in held) else "",
        "1d: one figure is called wrong by its own text." if any(cell.disputed for cell in held) else "",
        "hh: households." if any(cell.households for cell in held) else "",
    ]
    return wrap(" ".join(filter(None, shown)), max(width, 40))


def _aligned(column: str, rows: Labels, cells: Cells) -> list[str]:
    found = [str(cells.get((row, column), "")) for row in rows]
    widest = max(cell_len(text.partition(" · ")[0]) for text in found)
    return [" " * (widest - cell_len(text.partition(" · ")[0])) * bool(text) + text for text in found]
