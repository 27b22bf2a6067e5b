"""The address that a page was asked for, and addresses like it: another page of the list, another order, another format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.requests import Request

FORMATS = ("json", "csv", "xlsx")
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A path, and what stands in the query, in order; names may stand there more than once."""

    path: str
    query: Pairs = ()

    @classmethod
    def of(cls, request: Request) -> Address:
        """Where a request went; empty fields, which forms send along, are left out."""
        return cls(request.url.path, tuple((name, value) for name, value in request.query_params.multi_items() if value))

    def get(self, name: str) -> str:
        """What a name of the query was given first, "" for nothing."""
        return next((value for key, value in self.query if key == name), "")

    def all(self, name: str) -> list[str]:
        """Everything that a name of the query was given."""
        return [value for key, value in self.query if key == name]

    def having(self, **changes: object) -> str:
        """The same address with these values in the place of what they were; None takes one away, a list gives several.

        The page of the list is left out unless it is given, as another choice makes another list.
        """
        kept = [(name, value) for name, value in self.query if name not in changes and name != "page"]
        return link(self.path, [*kept, *((name, one) for name, value in changes.items() for one in _each(value))])

    def without(self, name: str, value: str) -> str:
        """The same address where a name of the query no longer has this value."""
        return link(self.path, [pair for pair in self.query if pair != (name, value) and pair[0] != "page"])

    def form(self, suffix: str) -> str:
        """The same in another format; lists as files hold every page."""
        paged = () if suffix == "json" else ("page", "size")
        return link(f"{'/overview' if self.path == '/' else self.path}.{suffix}", [pair for pair in self.query if pair[0] not in paged])


def link(path: str, query: Sequence[tuple[str, str]] = ()) -> str:
    """A path and a query as an address; the path is taken as it is shown, not yet percent-encoded."""
    return quote(path, safe="/:@!$&'()*+,;=~") + (f"?{urlencode(query, errors='replace')}" if query else "")


def _each(value: object) -> list[str]:
    if value is None:
        return []
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
