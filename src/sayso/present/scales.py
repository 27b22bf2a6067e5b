"""Axes of charts: counts of people from the bottom up and dates from left to right, and where a value stands on them in pixels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import ceil, floor, log, log1p, log10
from typing import Any

_SPREAD = 30
"""From the lowest to the highest number by so many times, and the scale is logarithmic."""

_DAY = 86_400_000
_STEPS = (
    (40, "week", 1, "%-d %b %Y"), (70, "week", 2, "%-d %b %Y"), (130, "month", 1, "%b %Y"), (260, "month", 2, "%b %Y"),
    (400, "month", 3, "%b %Y"), (900, "month", 6, "%b %Y"), (2_600, "year", 1, "%Y"), (5_200, "year", 2, "%Y"), (13_000, "year", 5, "%Y"),
)  # fmt: skip
"""Up to how many days an axis has a tick in every so many weeks, months or years, and how the date is written there."""


@dataclass(frozen=True, slots=True)
class Counts:
    """A scale of counts: `kind` is linear, log, or symlog where there is a zero among numbers far apart."""

    kind: str
    bottom: float
    top: float

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Counts:
        """The scale that holds these numbers, with room above for arrows."""
        held = sorted(numbers) or [0]
        above = [number for number in held if number > 0] or [1]
        most = above[-1]
        if most / above[0] < _SPREAD:
            return cls("linear", 0, most * 1.18)
        room = (most / above[0]) ** 0.16
        return cls("symlog", 0, most * room) if held[0] == 0 else cls("log", above[0] / room**0.6, most * room)

    def pixel(self, number: float, height: int) -> float:
        """How far above the bottom a number stands."""
        low, at, high = (self._laid(one) for one in (self.bottom, max(number, self.bottom), self.top))
        return height * (at - low) / (high - low)

    def _laid(self, number: float) -> float:
        return {"linear": lambda: number, "log": lambda: log(number), "symlog": lambda: log1p(number)}[self.kind]()

    @property
    def scale(self) -> dict[str, Any]:
        """As Vega-Lite has it."""
        return {"type": self.kind, "domain": [self.bottom, self.top], "nice": False, "zero": self.kind == "linear"}

    @property
    def axis(self) -> dict[str, Any]:
        """As Vega-Lite has it: whole numbers, and on a logarithmic scale 1, 2, 5, 10 and so on."""
        title = "people" if self.kind == "linear" else "people (logarithmic scale)"
        about = {"title": title, "format": ",d", "tickCount": 6, "tickMinStep": 1}
        return about if self.kind == "linear" else {**about, "values": self._steps()}

    def _steps(self) -> list[int]:
        decades = range(floor(log10(max(self.bottom, 1))), ceil(log10(self.top)) + 1)
        fine = [step * 10**decade for decade in decades for step in (1, 2, 5)]
        held = [number for number in fine if self.bottom <= number <= self.top]
        start = [0] if self.kind == "symlog" else []
        return start + (held if len(held) <= 8 else [number for number in held if str(number).strip("0") == "1"])


@dataclass(frozen=True, slots=True)
class Times:
    """A scale of time, from and to in milliseconds since 1970, UTC."""

    first: int
    last: int

    @classmethod
    def of(cls, moments: Iterable[int]) -> Times:
        """The scale that holds these moments, with some room on either side."""
        held = sorted(moments)
        room = max((held[-1] - held[0]) // 15, 14 * _DAY)
        return cls(held[0] - room, held[-1] + room)

    def pixel(self, moment: int, width: int) -> float:
        """How far from the left a moment stands."""
        return width * (moment - self.first) / (self.last - self.first)

    @property
    def scale(self) -> dict[str, Any]:
        """As Vega-Lite has it, the same wherever it is drawn."""
        return {"type": "utc", "domain": [self.first, self.last], "nice": False}

    @property
    def axis(self) -> dict[str, Any]:
        """As Vega-Lite has it: as many ticks as can be read, never finer than a week."""
        days = (self.last - self.first) / _DAY
        unit, step, form = next((rest for most, *rest in _STEPS if days <= most), ("year", 10, "%Y"))
        return {"title": None, "format": form, "tickCount": {"interval": unit, "step": step}, "grid": False}


def days(written: str | None) -> tuple[int, int] | None:
    """The first and the last moment of an ISO date of any precision; None where it is none."""
    try:
        year, month, day = (*map(int, (written or "").split("T")[0].split("-")), 0, 0)[:3]
        start = date(year, month or 1, day or 1)
        following = start + timedelta(1) if day else date(year + month // 12, month % 12 + 1, 1) if month else date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
    return _moment(start), _moment(following) - 1


def _moment(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1000
