"""What every page works with: the ledger, what is kept of it, and the looks."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from jinja2 import Environment

from sayso.ledger import Ledger, browsing
from sayso.web.gate import Gate

T = TypeVar("T")


class Desk:
    """The ledger with values that hold as long as it does not change."""

    def __init__(self, ledger: Ledger, *, gate: Gate, looks: Environment) -> None:
        self.ledger, self.gate, self.looks = ledger, gate, looks
        self._settling = Lock()
        self._settled = ""
        self._kept: dict[Hashable, tuple[str, Any]] = {}
        self._locks: dict[Hashable, Lock] = {}

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for each state of the ledger by whoever asks first.

        Others who ask meanwhile get what was there before, and wait only where nothing was. `key` tells values apart; there must be few, as
        each is kept until it is made anew.
        """
        state = self.state()
        held = self._kept.get(key)
        if held is None or held[0] != state:
            held = self._made(key, make, state)
        value: T = held[1]
        return value

    def _made(self, key: Hashable, make: Callable[[], Any], state: str) -> tuple[str, Any]:
        lock = self._locks.setdefault(key, Lock())
        if not lock.acquire(blocking=key not in self._kept):
            return self._kept[key]
        try:
            held = self._kept.get(key)
            if held is None or held[0] != state:
                held = self._kept[key] = (state, make())
            return held
        finally:
            lock.release()

    def state(self) -> str:
        """Bring what is derived up to the facts; a mark of the ledger as it is then, as making it so changes the mark."""
        now = browsing.mark(self.ledger)
        if now != self._settled:
            with self._settling:
                if now != self._settled:
                    now = self._settled = browsing.settle(self.ledger)
        return now


def desk(request: Request) -> Desk:
    """The desk of the application."""
    held: Desk = request.app.state.desk
    return held


AtDesk = Annotated[Desk, Depends(desk)]
"""The parameter of a page that wants the ledger."""
