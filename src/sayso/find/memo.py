"""What was found out of the last sentences of a text."""

from __future__ import annotations

from typing import TypeVar

MOST = 256
V = TypeVar("V")


class Memo(dict[int, V]):
    """A dictionary that forgets the oldest entry when it has too many; what is asked for again is then found out again."""

    def __setitem__(self, key: int, value: V) -> None:
        super().__setitem__(key, value)
        if len(self) > MOST:
            del self[next(iter(self))]
