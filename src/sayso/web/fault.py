"""What a page raises where it cannot answer."""

from __future__ import annotations


class Fault(Exception):
    """A request that cannot be answered: the status, what is wrong and what to do next."""

    def __init__(self, status: int, what: str, *, advice: str = "") -> None:
        self.status, self.what, self.advice = status, what, advice
        super().__init__(what)
