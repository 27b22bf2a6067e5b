"""Values that hold while the ledger stays as it is, where nothing has to be reckoned for them; the last few hundred."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")
_MOST = 300


class Recent:
    """Keeps what was asked for last, for one state of the ledger; `mark` tells the state."""

    def __init__(self, mark: Callable[[], str], most: int = _MOST) -> None:
        self._mark, self._most = mark, most
        self._state = ""
        self._held: OrderedDict[Hashable, _Slot] = OrderedDict()
        self._lock = Lock()

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for each key and state: whoever asks first makes it, others wait for it."""
        slot = self._slot(self._mark(), key)
        with slot.lock:
            if not slot.made:
                slot.value, slot.made = make(), True
        value: T = slot.value
        return value

    def _slot(self, state: str, key: Hashable) -> _Slot:
        with self._lock:
            if state != self._state:
                self._held.clear()
                self._state = state
            slot = self._held.setdefault(key, _Slot())
            self._held.move_to_end(key)
            if len(self._held) > self._most:
                self._held.popitem(last=False)
            return slot


class _Slot:
    def __init__(self) -> None:
        self.lock = Lock()
        self.made = False
        self.value: Any = None
