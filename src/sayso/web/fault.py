"""What a page raises where it cannot answer."""

from __future__ import annotations

from collections.abc import Mapping


class Fault(Exception):
    """A request that cannot be answered: the status, what is wrong and what to do next; `headers` go with the answer."""

    def __init__(self, status: int, what: str, *, advice: str = "", headers: Mapping[str, str] | None = None) -> None:
        self.status, self.what, self.advice, self.headers = status, what, advice, dict(headers or {})
        super().__init__(what)
