"""Lists, a page at a time on the screen and whole in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends, Query, Request

_SIZE = 25
_MOST = 500
_FILES = (".csv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which rows of a list are wanted: so many from an offset on, all where `limit` is None."""

    page: int
    limit: int | None

    @property
    def offset(self) -> int:
        """How many rows come before."""
        return (self.page - 1) * (self.limit or 0)

    def of(self, rows: list[Any]) -> list[Any]:
        """These rows out of a list that is at hand as a whole."""
        return rows if self.limit is None else rows[self.offset : self.offset + self.limit]


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows that were wanted, how many there are in all, and what the page shows beside them.

    `rows` are JSON-ready; they are gone through once, so that a file can be written while they come.
    """

    total: int
    rows: Iterable[Mapping[str, Any]]
    beside: Mapping[str, Any] = field(default_factory=dict)

    def view(self, stretch: Stretch) -> dict[str, Any]:
        """Everything as one JSON-ready value."""
        size = stretch.limit or max(self.total, 1)
        pages = max(-(-self.total // size), 1)
        return {"total": self.total, "page": stretch.page, "pages": pages, "size": size, **self.beside, "rows": list(self.rows)}


async def stretch(
    request: Request,
    page: Annotated[int, Query(ge=1, le=1_000_000, description="Which page of the list, from 1.")] = 1,
    size: Annotated[int, Query(ge=1, le=_MOST, description="How many rows a page has.")] = _SIZE,
) -> Stretch:
    """The rows that a request wants; files have all."""
    return Stretch(1, None) if request.url.path.endswith(_FILES) else Stretch(page, size)


Wanted = Annotated[Stretch, Depends(stretch)]
"""The parameter of a list that says which rows are wanted."""
