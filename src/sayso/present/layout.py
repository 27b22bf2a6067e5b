"""Cells to lines of plain text that fit a width."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

_GAP = "  "
_LABEL = 28


def grid(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Rows under a header with a rule between; where the columns do not fit the width they follow in blocks.

    The first column is repeated at the head of each block and cut to 28 characters. `width` is in terminal columns.
    """
    widths = [max(cell_len(row[at]) for row in [header, *rows]) for at in range(len(header))]
    widths[0] = min(widths[0], _LABEL)
    lines: list[str] = []
    for block in _blocks(widths, width):
        chosen = [0, *block]
        lines += [""] if lines else []
        lines += [_line(header, chosen, widths), _GAP.join("─" * widths[at] for at in chosen)]
        lines += [_line(row, chosen, widths) for row in rows if len(header) < 2 or any(row[at] for at in block)]
    return lines


def cut(text: str, width: int) -> str:
    """The text on one line, cut with an ellipsis to a width in terminal columns."""
    line = " ".join(text.split())
    return line if cell_len(line) <= width else set_cell_size(line, max(width - 1, 0)).rstrip() + "…"


def padded(text: str, width: int) -> str:
    """The text cut and filled to exactly a width in terminal columns."""
    return set_cell_size(cut(text, width), width)


def _blocks(widths: Sequence[int], width: int) -> list[list[int]]:
    blocks: list[list[int]] = [[]]
    used = widths[0]
    for at, size in enumerate(widths[1:], start=1):
        if blocks[-1] and used + len(_GAP) + size > width:
            blocks.append([])
            used = widths[0]
        blocks[-1].append(at)
        used += len(_GAP) + size
    return blocks


def _line(row: Sequence[str], chosen: Sequence[int], widths: Sequence[int]) -> str:
    return _GAP.join(padded(row[at], widths[at]) if at == 0 else set_cell_size(row[at], widths[at]) for at in chosen).rstrip()
