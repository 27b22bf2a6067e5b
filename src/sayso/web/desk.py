"""What every page works with: the ledger, what is kept of it, and the looks."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Annotated, TypeVar

from anyio import CapacityLimiter
from fastapi import Depends, Request
from jinja2 import Environment

from sayso.ledger import Ledger, browsing
from sayso.present.press import Press
from sayso.web.gate import Gate
from sayso.web.kept import Kept

T = TypeVar("T")
_PAGES = 120
"""So many pages of lists are kept: some ten megabytes."""

_AT_ONCE = 2
"""So many pages are made at the same time: more would only hand the interpreter to and fro between them."""


class Desk:
    """The ledger with what is kept of it: values that hold as long as it does not change, and sums that may be some seconds old."""

    def __init__(self, ledger: Ledger, *, gate: Gate, looks: Environment) -> None:
        self.ledger, self.gate, self.looks = ledger, gate, looks
        self.press = Press()
        self.turns = CapacityLimiter(_AT_ONCE)
        self._settling = Lock()
        self._settled = ""
        self._kept, self._rows = Kept(), Kept(_PAGES)

    def close(self) -> None:
        """Let go of what goes on beside the pages."""
        self.press.close()

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for each state of the ledger by whoever asks first.

        Others who ask meanwhile get what was there before, and wait only where nothing was.
        """
        return self._kept.get(key, self.state(), make)

    def sums(self, key: Hashable, make: Callable[[], T]) -> T:
        """The same for a sum over the whole ledger: one that takes long is made anew only now and then, however often it changes."""
        return self._kept.get(key, self.state(), make, hold=True)

    def facts(self, key: Hashable, make: Callable[[], T]) -> T:
        """The same for what rests on documents and figures alone, so that nobody waits for what is derived of them."""
        return self._kept.get(key, browsing.mark(self.ledger), make)

    def rows(self, key: Hashable, make: Callable[[], T]) -> T:
        """The same for a page of a list, of which fewer are kept as they are large."""
        return self._rows.get(key, browsing.mark(self.ledger), make)

    def state(self) -> str:
        """Bring what is derived up to the facts; a mark of the ledger as it is then, as making it so changes the mark.

        Whoever asks while another is at it goes on with what was derived before, unless there is nothing yet.
        """
        if browsing.mark(self.ledger) != self._settled and self._settling.acquire(blocking=not self._settled):
            try:
                self._settled = browsing.settle(self.ledger)
            finally:
                self._settling.release()
        return self._settled


async def desk(request: Request) -> Desk:
    """The desk of the application."""
    held: Desk = request.app.state.desk
    return held


AtDesk = Annotated[Desk, Depends(desk)]
"""The parameter of a page that wants the ledger."""
