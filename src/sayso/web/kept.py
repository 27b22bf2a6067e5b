"""Values that take long to make, kept for as long as what they are made of stays as it is."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
_MOST = 300

_LONG, _TIMES = 0.5, 10
"""What takes longer than this to make, in seconds of the processor, is made anew only after so many times as long."""


class Kept:
    """The last value under each key, with the state that it holds for; of more than `most` the longest unused are forgotten.

    A value that took long to make is given for ten times as long though the state is another one by then: while somebody decides on one
    figure after the other, sums over a whole large ledger cost others a tenth of the processor each and not all of it. `effort` tells
    the processor's seconds of this thread, `clock` any seconds.
    """

    def __init__(
        self, most: int = _MOST, *, clock: Callable[[], float] = time.monotonic, effort: Callable[[], float] = time.thread_time
    ) -> None:
        self._guard, self._most, self._clock, self._effort = Lock(), most, clock, effort
        self._slots: OrderedDict[Hashable, _Slot] = OrderedDict()

    def get(self, key: Hashable, state: str, make: Callable[[], T]) -> T:
        """What `make` gives for this state, made once by whoever asks first.

        Others who ask meanwhile get the value of an earlier state, and wait only where there is none.
        """
        slot = self._slot(key)
        held = slot.held
        if held is None or (held.state != state and held.until <= self._clock()):
            held = slot.renew(state, lambda: self._made(state, make))
        value: T = held.value
        return value

    def _made(self, state: str, make: Callable[[], Any]) -> _Value:
        begun = self._effort()
        value = make()
        took = self._effort() - begun
        return _Value(state, value, self._clock() + (took * _TIMES if took > _LONG else 0))

    def _slot(self, key: Hashable) -> _Slot:
        with self._guard:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            while len(self._slots) > self._most:
                self._slots.popitem(last=False)
            return slot


class _Value(NamedTuple):
    """What was made, the state that it was made for, and until when it is given whatever the state."""

    state: str
    value: Any
    until: float


class _Slot:
    def __init__(self) -> None:
        self.lock = Lock()
        self.held: _Value | None = None

    def renew(self, state: str, make: Callable[[], _Value]) -> _Value:
        before = self.held
        if not self.lock.acquire(blocking=before is None):
            assert before is not None
            return before
        try:
            if self.held is None or self.held.state != state:
                self.held = make()
            return self.held
        finally:
            self.lock.release()
