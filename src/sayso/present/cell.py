"""One cell of a table: the figures in it and what they come to."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from sayso.model import Counted, Figure, Unit
from sayso.present.origins import NOTHING, Identity, ReadAs, document, identity, origin
from sayso.present.words import interval


@dataclass(frozen=True, slots=True)
class Cell:
    """What the figures of one cell say together.

    `low` is the lowest low and `high` the highest high, in people; None where a figure leaves that end open.
    `least` and `most` are the smallest and the largest number that is named, whatever is open.
    `reports` counts documents, `origins` those whom the figures go back to, `disputed` the figures that
    their text calls wrong, `households` the figures that count households, `count` all of them. Households and
    figures that are part of another figure of the cell are listed but do not stretch the interval
    (households do where nothing else is counted).
    """

    low: int | None = None
    high: int | None = None
    least: int | None = None
    most: int | None = None
    reports: int = 0
    origins: int = 0
    disputed: int = 0
    households: int = 0
    figures: tuple[Figure, ...] = ()
    count: int = 0

    def __bool__(self) -> bool:
        return bool(self.count)

    @property
    def interval(self) -> str:
        """`2,000`, `2,000–4,000`, `2,000+`, `up to 4,000`; nothing for an empty cell."""
        return interval(self.low, self.high, self.least, self.most) if self else ""

    def __str__(self) -> str:
        if not self:
            return ""
        unit = " hh" if self.households == self.count else ""
        disputed = f" {self.disputed}d" if self.disputed else ""
        households = f" +{self.households}hh" if self.households and not unit else ""
        return f"{self.interval}{unit} · {self.reports}r {self.origins}o{disputed}{households}"

    def to_dict(self) -> dict[str, object]:
        """Plain values, with the fingerprints of the figures."""
        return {
            "low": self.low, "high": self.high, "least": self.least, "most": self.most, "text": str(self),
            "reports": self.reports, "origins": self.origins, "disputed": self.disputed, "households": self.households,
            "figures": [figure.fingerprint for figure in self.figures],
        }  # fmt: skip


class Tally:
    """A cell in the making, figure by figure, in memory that does not grow with how many there are of one origin."""

    def __init__(self) -> None:
        self._people, self._families = _Ends(), _Ends()
        self._documents: set[Hashable] = set()
        self._origins: set[Identity] = set()
        self._disputed = self._households = self._count = 0

    def add(self, counted: Counted, origin: Identity) -> None:
        """Count one in."""
        if not counted.part:
            (self._people if counted.unit is Unit.PERSON else self._families).take(counted.low, counted.high)
        self._documents.add(counted.document)
        self._origins.add(origin)
        self._disputed += counted.disputed
        self._households += counted.unit is Unit.HOUSEHOLD
        self._count += 1

    def cell(self, figures: tuple[Figure, ...] = ()) -> Cell:
        """What was counted comes to this."""
        ends = self._people if self._people.any else self._families
        return Cell(
            *ends.interval, len(self._documents), len(self._origins), self._disputed, self._households, figures, self._count
        )


class _Ends:
    """The lowest and highest of many intervals."""

    def __init__(self) -> None:
        self.any = self._low_open = self._high_open = False
        self._lows: tuple[int, ...] = ()
        self._highs: tuple[int, ...] = ()

    def take(self, low: int | None, high: int | None) -> None:
        self.any = True
        self._low_open |= low is None
        self._high_open |= high is None
        if low is not None:
            self._lows = _reach(self._lows, low)
        if high is not None:
            self._highs = _reach(self._highs, high)

    @property
    def interval(self) -> tuple[int | None, int | None, int | None, int | None]:
        """Low and high, None where open, then the least and the most that is named."""
        named = self._lows + self._highs
        low = None if self._low_open else min(self._lows, default=None)
        high = None if self._high_open else max(self._highs, default=None)
        return low, high, min(named, default=None), max(named, default=None)


def _reach(ends: tuple[int, ...], end: int) -> tuple[int, ...]:
    if not ends:
        return end, end
    least, most = ends
    return (end if end < least else least), (end if end > most else most)


def gather(figures: Iterable[Figure], read_as: ReadAs = NOTHING) -> Cell:
    """The cell that holds these figures; `read_as` has names of sources that are linked to another one."""
    held = tuple(figures)
    spans = {(document(f), f.category, (f.start, f.end)) for f in held}
    tally = Tally()
    for figure in held:
        part = figure.part_of is not None and (document(figure), figure.category, figure.part_of) in spans
        source = origin(figure)
        ends = figure.low, figure.high, figure.unit, figure.disputed, part
        counted = Counted(document(figure), figure.category, figure.origin, *ends, source.name if source else None)
        tally.add(counted, identity(figure, read_as))
    return tally.cell(held)
