"""What each origin says of one quantity at one time: all that an estimate is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sayso.model.estimate import Aside, Quantity


class Interval(NamedTuple):
    """From low to high, both included; None where an end is open."""

    low: int | None
    high: int | None

    @property
    def bottom(self) -> int:
        """The least it can be."""
        return self.low or 0

    @property
    def top(self) -> float:
        """The most it can be."""
        return float("inf") if self.high is None else self.high

    @property
    def named(self) -> int:
        """The number that the text names: the lower one of two."""
        return self.low if self.low is not None else self.high or 0


@dataclass(frozen=True, slots=True)
class Claim:
    """One origin's count, echoes together.

    `interval` is what its reports say and `reach` what agrees with it; `last` is the last day that it speaks of, as an ordinal of the
    calendar; `figures` are fingerprints in the order of dates, `documents` the numbers that these have within one point;
    `torn` is whether its reports have no number in common.
    """

    origin: str
    interval: Interval
    reach: Interval
    official: bool
    last: int | None
    figures: tuple[str, ...]
    documents: tuple[int, ...]
    torn: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A quantity at one time, the claims about it from the earliest, and figures set aside before any policy."""

    quantity: Quantity
    claims: tuple[Claim, ...]
    asides: tuple[Aside, ...] = ()

    @property
    def figures(self) -> list[str]:
        """Fingerprints of all that speak of it."""
        return [*(figure for claim in self.claims for figure in claim.figures), *(aside.figure for aside in self.asides)]

    @property
    def fingerprint(self) -> str:
        """That of its estimate under any policy."""
        return self.quantity.fingerprint(self.figures)

    @property
    def order(self) -> tuple[str, ...]:
        """By what it is of, then time."""
        held = self.quantity
        first = self.claims[0].figures[0] if self.claims else self.asides[0].figure
        what = (held.category, "+".join(held.people), "+".join(held.place), held.group, held.event or "", held.unit.value)
        return *what, held.time or "", first
