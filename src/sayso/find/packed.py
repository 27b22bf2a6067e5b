"""The sentences and numbers of a whole text, a few bytes each, so that what is known of a long text weighs less than the text."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from struct import Struct

from sayso.find.numbers import Number
from sayso.model import Span

FIELDS = Struct("<qqqq????q")
OPEN = -1  # stands for a number without an upper end


class Spans:
    """Stretches of a text in order, by index."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts, self._ends = array("q"), array("q")
        for start, end in spans:
            self._starts.append(start)
            self._ends.append(end)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        return self._starts[index], self._ends[index]


class Numbers:
    """The numbers of a text in order, made again each time they are asked for."""

    def __init__(self, numbers: Iterable[Number]) -> None:
        self._starts, self._records = array("q"), bytearray()
        for number in numbers:
            self._starts.append(number.start)
            self._records += _record(number)

    def first(self, start: int) -> int:
        """Return the index of the first number at or after a place in the text."""
        return bisect_left(self._starts, start)

    def start(self, index: int) -> int | None:
        """Return where the number at an index starts, None behind the last one."""
        return self._starts[index] if index < len(self._starts) else None

    def inside(self, start: int, end: int) -> list[Number]:
        """Return the numbers that stand in a stretch as a whole."""
        found = (self._number(k) for k in range(self.first(start), self.first(end)))
        return [number for number in found if number.end <= end]

    def _number(self, index: int) -> Number:
        start, end, low, high, vague, loose, ranged, digits, scale = FIELDS.unpack_from(self._records, index * FIELDS.size)
        return Number(start, end, low, None if high == OPEN else high, vague, loose, ranged, digits, scale)


def _record(n: Number) -> bytes:
    high = OPEN if n.high is None else n.high
    return FIELDS.pack(n.start, n.end, n.low, high, n.vague, n.loose, n.ranged, n.digits, n.scale)
