"""Values that take long to make, kept for as long as what they are made of stays as it is, or a little longer where that is asked for."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, local
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
_MOST = 300

_LONG, _TIMES = 0.5, 10
"""What takes longer than this to make, in seconds of the processor, may be held for so many times as long."""


class Kept:
    """The last value under each key, with the state that it was made for; of more than `most` the longest unused are forgotten.

    `effort` tells the processor's seconds of this thread, `clock` any seconds.
    """

    def __init__(
        self, most: int = _MOST, *, clock: Callable[[], float] = time.monotonic, effort: Callable[[], float] = time.thread_time
    ) -> None:
        self._guard, self._most, self._clock, self._effort = Lock(), most, clock, effort
        self._slots: OrderedDict[Hashable, _Slot] = OrderedDict()

    def get(self, key: Hashable, state: str, make: Callable[[], T], *, hold: bool = False) -> T:
        """What `make` gives for this state, made once by whoever asks first.

        Others who ask meanwhile get the value of an earlier state, and wait only where there is none. With `hold` a value that took long
        is given for ten times as long though the state is another one by then: while somebody decides on one figure after the other, a
        sum over a whole large ledger costs everybody else a tenth of the processor and not all of it.
        """
        slot = self._slot(key)
        held = slot.held
        if held is None or (held.state != state and held.until <= self._clock()):
            held = slot.renew(state, lambda: self._made(state, make, hold))
        if held.state != state:
            _outdate()
        value: T = held.value
        return value

    def _made(self, state: str, make: Callable[[], Any], hold: bool) -> _Value:
        begun = self._effort()
        value, fresh = _watched(make)
        took = self._effort() - begun
        return _Value(state if fresh else None, value, self._clock() + (took * _TIMES if hold and took > _LONG else 0))

    def _slot(self, key: Hashable) -> _Slot:
        with self._guard:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            while len(self._slots) > self._most:
                self._slots.popitem(last=False)
            return slot


class _Value(NamedTuple):
    """What was made, the state that it was made for (None for none that is known), and until when it is given whatever the state."""

    state: str | None
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


_MAKING = local()
"""Of each thread: for every value that is being made in it, one within the other, whether what it was made of was of its state."""


def _watched(make: Callable[[], Any]) -> tuple[Any, bool]:
    """A value, and whether nothing that it was made of was kept for an earlier state: then it is not of this one either."""
    making: list[bool] = _MAKING.__dict__.setdefault("fresh", [])
    making.append(True)
    try:
        return make(), making[-1]
    finally:
        making.pop()


def _outdate() -> None:
    making: list[bool] = _MAKING.__dict__.setdefault("fresh", [])
    making[:] = [False] * len(making)
