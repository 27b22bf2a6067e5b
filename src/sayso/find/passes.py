"""Passes over the drafts of a document, each as far behind the one before as rules look ahead.

So every pass finds the drafts around its own as if each pass went through the whole document by itself,
and a draft that all of them have read can be made a figure and forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sayso.find.draft import WINDOW, Draft, Drafts

Pass = Callable[[Draft], None]
BATCH = 64


class Passes:
    """Takes drafts through passes in order."""

    def __init__(self, drafts: Drafts, passes: Sequence[Pass]) -> None:
        self._drafts, self._passes = drafts, passes
        self._done = [0] * len(passes)

    def through(self, *, last: bool = False) -> Iterator[Draft]:
        """Yield the drafts that are now through all passes; `last` says that no more drafts come."""
        if not last and len(self._drafts) - self._done[0] < WINDOW + BATCH:
            return
        begun, ready = self._done[-1], len(self._drafts)
        for k, read in enumerate(self._passes):
            ready = ready if last else ready - WINDOW
            for at in range(self._done[k], ready):
                read(self._drafts[at])
            self._done[k] = ready = max(ready, self._done[k])
        for at in range(begun, ready):
            yield self._drafts[at]
        self._drafts.forget(ready - WINDOW)
