"""What a map says of each country: one count among those that there are, and in which step of the scale it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model import Estimate, Figure, Unit
from sayso.present.atlas import members
from sayso.present.cell import Cell, gather
from sayso.present.origins import ReadAs
from sayso.present.words import interval, plural, readable

MEASURES = {
    "best": "the best number, or the lowest credible where there is none",
    "low": "the lowest credible number",
    "high": "the highest credible number",
    "reports": "how many documents speak of it",
    "origins": "how many origins speak of it",
}
"""What a map may show, in words."""

COUNTED = ("reports", "origins")
"""Those that are not numbers of people."""

_STEPS, _FINE = 6, 3


@dataclass(frozen=True, slots=True)
class Area:
    """A count for a place or a people: the codes that it is of, its numbers, and on what it rests.

    `rank` is the larger the more it is to be shown before others of the same country; `mark` is the fingerprint of an estimate;
    `said` is how the numbers are put where low and high alone do not tell.
    """

    codes: tuple[str, ...]
    low: int | None
    best: int | None
    high: int | None
    reports: int
    origins: int
    about: str = ""
    rank: tuple[int, int, int, str] = (0, 0, 0, "")
    mark: str = ""
    said: str = ""

    @property
    def interval(self) -> str:
        """From low to high as a person reads it."""
        return self.said or interval(self.low, self.high)

    def value(self, measure: str) -> int | None:
        """The number that a measure asks for; None where there is none."""
        if measure in COUNTED:
            return self.reports if measure == "reports" else self.origins
        wanted = {"low": (self.low,), "high": (self.high,), "best": (self.best, self.low, self.high)}[measure]
        return next((number for number in wanted if number is not None), None)

    def told(self, names: Mapping[str, str], measure: str = "best") -> str:
        """All of it in a line; where documents or origins are asked for, only those."""
        where = " + ".join(readable(code, names) for code in self.codes)
        rests = f"{plural(self.reports, 'report')} from {plural(self.origins, 'origin')}"
        if measure in COUNTED:
            return f"{where}: {rests}"
        best = f", best {self.best:,}" if self.best is not None and self.low != self.high else ""
        return f"{where}: {self.interval}{best}{', ' if self.about else ''}{self.about} ({rests})"


def estimated(estimates: Iterable[Estimate], by: str) -> list[Area]:
    """Estimates of people, by where they are from ("origin") or where it happened ("location")."""
    found = []
    for one in estimates:
        held = one.quantity
        codes = held.people if by == "origin" else held.place
        if one.used and held.unit is Unit.PERSON:
            about = ", ".join(filter(None, [held.group, held.time or "undated", one.status.value]))
            whole = not held.group and not any(":" in code and not code.startswith("region:") for code in codes)
            rank = (int(whole), one.origins, one.reports, held.time or "")
            found.append(Area(codes, one.low, one.best, one.high, one.reports, one.origins, about, rank, one.fingerprint))
    return found


def reported(figures: Iterable[Figure], by: str, read_as: ReadAs) -> list[Area]:
    """Figures, all of one place together."""
    cells: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        codes = figure.origin if by == "origin" else figure.location
        cells.setdefault(_home(codes), []).append(figure)
    return [tabled(codes, gather(held, read_as)) for codes, held in cells.items()]


def _home(codes: Sequence[str]) -> tuple[str, ...]:
    """The country of places within it; other codes as they are."""
    return tuple(sorted({members(code)[0] if len(members(code)) == 1 and not code.startswith("region:") else code for code in codes}))


def tabled(codes: tuple[str, ...], cell: Cell) -> Area:
    """A cell of a table as a count for a place; at an open end it has the outermost number that is named."""
    low, high = (cell.least if cell.low is None else cell.low), (cell.most if cell.high is None else cell.high)
    return Area(codes, low, None, high, cell.reports, cell.origins, rank=(1, cell.origins, cell.reports, ""), said=cell.interval)


@dataclass(slots=True)
class Sorted:
    """Counts by what can be drawn: `countries` and `regions` by code; `beside` are those without land; `nowhere` those without a code.

    `others` counts the further ones of each country or region.
    """

    countries: dict[str, Area] = field(default_factory=dict)
    regions: dict[str, Area] = field(default_factory=dict)
    beside: list[Area] = field(default_factory=list)
    nowhere: int = 0
    others: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, areas: Iterable[Area]) -> Sorted:
        """For each country and region the count that most origins speak of, of equals the latest; for the whole before a part of it."""
        held = cls()
        for area in sorted(areas, key=lambda area: (area.rank, area.mark), reverse=True):
            home = _home(area.codes)
            if not home:
                held.nowhere += 1
            elif len(home) > 1 or not members(home[0]):
                held.beside.append(area)
            else:
                kept = held.regions if home[0].startswith("region:") else held.countries
                if kept.setdefault(home[0], area) is not area:
                    held.others[home[0]] = held.others.get(home[0], 0) + 1
        return held


def steps(values: Iterable[int]) -> list[tuple[int, str]]:
    """From where each step of the scale goes, and its name: by tens, or finer where the numbers are close to each other; at most six."""
    held = sorted(values)
    if not held:
        return []
    if held[-1] < _STEPS:
        return [(value, str(value)) for value in range(held[0], held[-1] + 1)]
    tens = [10**power for power in range(len(str(held[-1])) + 1)]
    fine = [start for ten in tens for start in (ten, 3 * ten)]
    above = max(next((value for value in held if value), 1), 1)
    chosen = next((some for some in (fine, tens) if _reach(some, above, held[-1]) <= (_FINE * 2 if some is fine else _STEPS)), tens)
    starts = [start for at, start in enumerate(chosen) if start <= held[-1] and (at + 1 == len(chosen) or chosen[at + 1] > above)]
    starts = starts[: _STEPS - (held[0] == 0)]
    ends = [*(start - 1 for start in starts[1:]), None]
    named = [(a, f"{a:,} and more" if b is None else f"{a:,}" if a == b else f"{a:,}–{b:,}") for a, b in zip(starts, ends, strict=True)]
    return [(0, "0"), *named] if held[0] == 0 else named


def _reach(starts: Sequence[int], low: int, high: int) -> int:
    return sum(1 for at, start in enumerate(starts) if start <= high and (at + 1 == len(starts) or starts[at + 1] > low))
