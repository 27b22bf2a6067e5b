"""What of the world a map shows: the whole of it, or a part as it looks from above its middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, pi, radians, sin, sqrt
from typing import Any

from sayso.present.atlas import Place, world

WIDTH = 760
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_NORTH, _SOUTH = 83.7, -56.0
"""No people are counted beyond."""

_HEARTS = {"RU": (27.3, 41.2, 69.0, 69.5), "US": (-124.7, 25.1, -67.0, 49.4), "GL": (-54.0, 60.0, -44.0, 66.0)}
"""West, south, east and north of where most people live, for countries that would make a map of their region one of half the globe."""


@dataclass(frozen=True, slots=True)
class Window:
    """A projection to a picture of so many pixels: the Equal Earth projection where `middle` is None, else azimuthal and of equal area.

    `across` is the pixels from the middle by which one unit of the projection is drawn, `down` where its middle stands from the top.
    """

    middle: Place | None
    across: float
    height: int
    down: float

    @property
    def projection(self) -> dict[str, Any]:
        """As Vega-Lite has it."""
        held: dict[str, Any] = {
            "type": "azimuthalEqualArea" if self.middle else "equalEarth",
            "scale": round(self.across, 3), "translate": [WIDTH / 2, round(self.down, 2)],
            "clipExtent": [[0, 0], [WIDTH, self.height]], "precision": 0.4,
        }  # fmt: skip
        return {**held, "rotate": [-self.middle[0], -self.middle[1], 0]} if self.middle else held

    @property
    def apart(self) -> float:
        """Degrees between lines of hatching, some pixels from each other."""
        return round(max(9 / (self.across * pi / 180), 0.2), 2)

    def pixel(self, place: Place) -> tuple[float, float]:
        """Where a place stands from the left and from the top."""
        x, y = _azimuthal(place, self.middle) if self.middle else _equal(place)
        return WIDTH / 2 + x * self.across, self.down - y * self.across

    def inside(self, place: Place) -> bool:
        """Whether a place is in the picture."""
        x, y = self.pixel(place)
        return 0 <= x <= WIDTH and 0 <= y <= self.height


def whole() -> Window:
    """The world without Antarctica."""
    across = WIDTH / (2 * _equal((180, 0))[0])
    top, bottom = _equal((0, _NORTH))[1] * across, _equal((0, _SOUTH))[1] * across
    return Window(None, across, round(top - bottom), top)


def around(codes: Sequence[str]) -> Window:
    """The part of the world that holds these countries, each by its largest piece of land; the whole where that is more than half of it."""
    boxes = [_HEARTS.get(code, world().boxes[code]) if len(codes) > 1 else world().boxes[code] for code in codes if code in world().boxes]
    if not boxes:
        return whole()
    west, east = _stretch([(box[0], box[2]) for box in boxes])
    south, north = max(min(box[1] for box in boxes), -85), min(max(box[3] for box in boxes), 85)
    if east - west > 180:
        return whole()
    middle = ((west + east) / 2 + 180) % 360 - 180, (south + north) / 2
    edge = [(west + (east - west) * x / 8, south + (north - south) * y / 8) for x in range(9) for y in range(9)]
    flat = [_azimuthal(place, middle) for place in edge]
    wide, high = (max(0.02, *(abs(point[axis]) for point in flat)) for axis in (0, 1))
    height = round(min(max(WIDTH * high / wide, 300), 480))
    across = 0.92 * min(WIDTH / 2 / wide, height / 2 / high)
    return Window((round(middle[0], 2), round(middle[1], 2)), across, height, height / 2)


def _stretch(held: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """From west to east of these stretches of longitude, the short way around the globe."""
    edges = sorted(held)
    reach, gaps = edges[-1][1] - 360, []
    for west, east in edges:
        gaps.append((west - max(reach, west - 360), west))
        reach = max(reach, east)
    start = max(gaps)[1]
    moved = [(west + 360 * (west < start), east + 360 * (west < start)) for west, east in edges]
    return start, max(east for _, east in moved)


def _equal(place: Place) -> tuple[float, float]:
    """Equal Earth (Šavrič, Patterson and Jenny 2018)."""
    at = asin(sqrt(3) / 2 * sin(radians(place[1])))
    squared = at * at
    sixth = squared**3
    slope = 9 * _A4 * squared * sixth + 7 * _A3 * sixth + 3 * _A2 * squared + _A1
    return 2 * sqrt(3) * radians(place[0]) * cos(at) / (3 * slope), at * (_A4 * squared * sixth + _A3 * sixth + _A2 * squared + _A1)


def _azimuthal(place: Place, middle: Place) -> tuple[float, float]:
    """Lambert's azimuthal projection of equal area."""
    along, up, level = radians(place[0] - middle[0]), radians(place[1]), radians(middle[1])
    x, y = cos(up) * sin(along), cos(level) * sin(up) - sin(level) * cos(up) * cos(along)
    ahead = sin(level) * sin(up) + cos(level) * cos(up) * cos(along)
    stretch = sqrt(2 / max(1 + ahead, 1e-9))
    return x * stretch, y * stretch
