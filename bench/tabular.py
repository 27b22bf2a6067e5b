"""Plain text tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def shown(value: object) -> str:
    """Return a cell: numbers to three significant digits, nothing as a dash."""
    if value is None:
        return "-"
    if isinstance(value, float):
        digits = sum(abs(value) < limit for limit in (100, 10, 0.1))
        return f"{value:,.{digits}f}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def table(head: Sequence[str], rows: Sequence[Sequence[object]], *, left: int = 1) -> str:
    """Return rows under a head; the first `left` columns stand to the left, the rest to the right."""
    cells = [list(head), *([shown(value) for value in row] for row in rows)]
    widths = [max(len(row[k]) for row in cells) for k in range(len(head))]
    cells.insert(1, ["-" * width for width in widths])
    sides = [str.ljust] * left + [str.rjust] * (len(head) - left)
    return "\n".join("  ".join(map(_padded, sides, row, widths)).rstrip() for row in cells)


def _padded(side: Callable[[str, int], str], cell: str, width: int) -> str:
    return side(cell, width)
