"""Events and their estimates, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import Event
from sayso.present.layout import grid
from sayso.present.safe import printable

HEADER = ("event", "category", "best", "range", "status", "reports", "origins")


def overview(events: Iterable[Event], width: int = 120) -> str:
    """A line for each estimate: the best number, the lowest and highest credible one, how well it stands; `width` in characters."""
    rows = [
        [
            event.name, made.quantity.category, _shown(made.best), f"{_shown(made.low)}–{_shown(made.high)}", made.status.value,
            str(made.reports), str(made.origins),
        ]
        for event in events
        for made in event.estimates
    ]  # fmt: skip
    return printable("\n".join(grid(HEADER, rows, width)))


def _shown(number: int | None) -> str:
    return "?" if number is None else f"{number:,}"
