"""One cell of a table: the figures in it and what they come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model import Figure, Unit
from sayso.present.origins import NOTHING, ReadAs, document, identity
from sayso.present.words import interval


@dataclass(frozen=True, slots=True)
class Cell:
    """What the figures of one cell say together.

    `low` is the lowest low and `high` the highest high, in people; None where a figure leaves that end open.
    `least` and `most` are the smallest and the largest number that is named, whatever is open.
    `reports` counts documents, `origins` those whom the figures go back to, `disputed` the figures that
    their text calls wrong, `households` the figures that count households. Households and
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

    def __bool__(self) -> bool:
        return bool(self.figures)

    @property
    def interval(self) -> str:
        """`2,000`, `2,000–4,000`, `2,000+`, `up to 4,000`; nothing for an empty cell."""
        return interval(self.low, self.high, self.least, self.most) if self else ""

    def __str__(self) -> str:
        if not self:
            return ""
        unit = " hh" if self.households == len(self.figures) else ""
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


def gather(figures: Iterable[Figure], read_as: ReadAs = NOTHING) -> Cell:
    """The cell that holds these figures; `read_as` has names of sources that are linked to another one."""
    held = tuple(figures)
    counted = _stretching(held)
    lows, highs = [f.low for f in counted], [f.high for f in counted]
    named = [number for number in lows + highs if number is not None]
    return Cell(
        low=None if None in lows else min((n for n in lows if n is not None), default=None),
        high=None if None in highs else max((n for n in highs if n is not None), default=None),
        least=min(named, default=None),
        most=max(named, default=None),
        reports=len({document(figure) for figure in held}),
        origins=len({identity(figure, read_as) for figure in held}),
        disputed=sum(figure.disputed for figure in held),
        households=sum(figure.unit is Unit.HOUSEHOLD for figure in held),
        figures=held,
    )


def _stretching(figures: tuple[Figure, ...]) -> list[Figure]:
    spans = {(document(f), f.category, (f.start, f.end)) for f in figures}
    whole = [f for f in figures if f.part_of is None or (document(f), f.category, f.part_of) not in spans]
    return [f for f in whole if f.unit is Unit.PERSON] or whole
