"""The main parts of the workbench, in the order in which they stand at the top of every page."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple


class Part(NamedTuple):
    """One main part: its address, its name, and the key that leads there after "g"."""

    path: str
    name: str
    key: str


_PARTS = (
    Part("/", "Overview", "o"),
    Part("/documents", "Documents", "d"),
    Part("/figures", "Figures", "f"),
    Part("/review", "Review", "r"),
    Part("/estimates", "Estimates", "e"),
    Part("/findings", "Findings", "n"),
    Part("/sources", "Sources", "s"),
    Part("/map", "Map", "m"),
)


def navigation(paths: Collection[str]) -> tuple[Part, ...]:
    """The parts that there are pages for."""
    return tuple(part for part in _PARTS if part.path in paths)
