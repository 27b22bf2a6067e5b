"""Of a figure, what a table of many asks."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from sayso.model.value import Unit


class Counted(NamedTuple):
    """A figure as a cell counts it.

    `document` tells documents apart, `origin` where the people are from, `name` is whom it goes back to, None for nobody; `part` is
    whether it is a part of another figure of the same people and category.
    """

    document: Hashable
    category: str
    origin: tuple[str, ...]
    low: int | None
    high: int | None
    unit: Unit
    disputed: bool
    part: bool
    name: str | None
