"""Reports of one quantity as points of a chart: whose they are, when they speak of, and where two of them would cover each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import Estimate, Figure
from sayso.present.origins import Identity, identity, labels
from sayso.present.safe import label
from sayso.present.scales import Counts, days
from sayso.present.words import spoken

_WIDE, _HIGH, _ARROW, _TRIES, _NAME = 13, 8, 26, 6, 60
"""Pixels between points, half the height of one, the length of an arrow; how many places are tried on either side; letters of a name."""


@dataclass(frozen=True, slots=True)
class Point:
    """One report: a figure, the name of whom it goes back to, the estimate that it belongs to and why that set it aside, if it did.

    `span` is from when to when it speaks of in milliseconds since 1970, UTC, None where neither the text nor its document has a date;
    `shift` is by how many pixels it is moved aside so that it can be seen.
    """

    figure: Figure
    origin: str
    estimate: str
    reason: str
    span: tuple[int, int] | None
    shift: int = 0

    @property
    def date(self) -> int:
        """The middle of the time that it speaks of; 0 where there is none."""
        return sum(self.span) // 2 if self.span else 0

    @property
    def at(self) -> int:
        """The number that the text names: the lower one of two."""
        held = self.figure
        return held.low if held.low is not None else held.high or 0

    @property
    def numbers(self) -> list[int]:
        """All that it names."""
        return [number for number in (self.figure.low, self.figure.high) if number is not None] or [0]

    @property
    def open(self) -> str | None:
        """Which end of the interval is open, if one is."""
        if self.figure.low is None:
            return "down"
        return "up" if self.figure.high is None else None

    @property
    def told(self) -> str:
        """Everything about it in one line."""
        held = self.figure
        when = f"as of {held.as_of}" if held.as_of else "dated by its publication" if self.span else "undated"
        why = f"; set aside: {self.reason}" if self.reason else ""
        return label(f"{spoken(held)}, {when}; {self.origin}, in {held.document}{why}: “{held.quote}”", 300)


def points(
    estimates: Sequence[Estimate], figures: Mapping[str, Figure], published: Mapping[str, str | None], whose: Mapping[str, str]
) -> list[Point]:
    """The reports of estimates by date, those set aside too; one that several name comes once, with the one that uses it.

    `published` maps fingerprints of documents to dates and `whose` those of figures to what tells their origins apart.
    """
    homes = {mark: (one.fingerprint, "") for one in estimates for mark in one.used}
    for one in estimates:
        for aside in one.aside:
            homes.setdefault(aside.figure, (one.fingerprint, aside.reason))
    held = {mark: figures[mark] for mark in homes if mark in figures}
    names = _named(held, whose)
    found = [
        Point(figure, names[mark], *homes[mark], days(figure.as_of) or days(published.get(figure.document_fingerprint)))
        for mark, figure in held.items()
    ]
    return sorted(found, key=lambda point: (point.date, point.origin, point.figure.document, point.figure.start))


def _named(figures: Mapping[str, Figure], whose: Mapping[str, str]) -> dict[str, str]:
    """The readable name of whom each figure goes back to, no two alike: of one group the name that credits somebody most often."""
    spelled = labels(figures.values())
    group = {identity(figure): ("", whose[mark]) for mark, figure in figures.items() if mark in whose}
    keys = {mark: ("", whose[mark]) if mark in whose else group.get(identity(held), identity(held)) for mark, held in figures.items()}
    tally: dict[Identity, Counter[tuple[bool, str]]] = {}
    for mark, figure in figures.items():
        tally.setdefault(keys[mark], Counter())[not figure.source, spelled[identity(figure)]] += 1
    best = {key: min(names, key=lambda one, names=names: (one[0], -names[one], one[1]))[1] for key, names in tally.items()}  # type: ignore[misc]
    found: dict[Identity, str] = {}
    for key, name in sorted(best.items(), key=lambda pair: (pair[1], str(pair[0]))):
        short = label(name, _NAME)
        found[key] = short if short not in found.values() else f"{short} ({len(found) + 1})"
    return {mark: found[key] for mark, key in keys.items()}


def spread(held: Iterable[Point], across: Iterable[float], counts: Counts, height: int) -> list[Point]:
    """The points moved aside where they would cover each other; `across` has where each stands from the left in pixels."""
    taken: list[tuple[float, float, float]] = []
    moved = []
    for point, x in zip(held, across, strict=True):
        low, high = reach(point, counts, height)
        near = [other for other in taken[-200:] if abs(other[0] - x) < _WIDE * (_TRIES + 1)]
        shift = next((by for by in _shifts() if not any(_covers(x + by, low, high, other) for other in near)), 0)
        taken.append((x + shift, low, high))
        moved.append(replace(point, shift=shift))
    return moved


def reach(point: Point, counts: Counts, height: int) -> tuple[float, float]:
    """From where to where a point takes room, in pixels above the bottom."""
    low, high = (counts.pixel(end, height) for end in (min(point.numbers), max(point.numbers)))
    length = arrow(point, counts, height)
    return low - _HIGH - max(-length, 0), high + _HIGH + max(length, 0)


def arrow(point: Point, counts: Counts, height: int) -> float:
    """By how many pixels the arrow of an open end rises; a falling one ends at the bottom."""
    if point.open == "down":
        return -max(min(_ARROW, counts.pixel(point.at, height)), _HIGH)
    return _ARROW if point.open else 0


def _shifts() -> Iterator[int]:
    yield 0
    for step in range(1, _TRIES + 1):
        yield from (_WIDE * step, -_WIDE * step)


def _covers(x: float, low: float, high: float, other: tuple[float, float, float]) -> bool:
    return abs(x - other[0]) < _WIDE and low < other[2] and other[1] < high
