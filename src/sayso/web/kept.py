"""Values that take long to make, kept for as long as what they are made of stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")
_MOST = 300


class Kept:
    """The last value under each key, with the state that it holds for; of more than `most` the longest unused are forgotten."""

    def __init__(self, most: int = _MOST) -> None:
        self._guard, self._most = Lock(), most
        self._slots: OrderedDict[Hashable, _Slot] = OrderedDict()

    def get(self, key: Hashable, state: str, make: Callable[[], T]) -> T:
        """What `make` gives for this state, made once by whoever asks first.

        Others who ask meanwhile get the value of an earlier state, and wait only where there is none.
        """
        slot = self._slot(key)
        held = slot.held
        if held is None or held[0] != state:
            held = slot.renew(state, make)
        value: T = held[1]
        return value

    def _slot(self, key: Hashable) -> _Slot:
        with self._guard:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            while len(self._slots) > self._most:
                self._slots.popitem(last=False)
            return slot


class _Slot:
    def __init__(self) -> None:
        self.lock = Lock()
        self.held: tuple[str, Any] | None = None

    def renew(self, state: str, make: Callable[[], Any]) -> tuple[str, Any]:
        before = self.held
        if not self.lock.acquire(blocking=before is None):
            assert before is not None
            return before
        try:
            if self.held is None or self.held[0] != state:
                self.held = (state, make())
            return self.held
        finally:
            self.lock.release()
