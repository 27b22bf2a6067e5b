"""The shapes, points and boxes of countries, and which countries a code stands for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from sayso.codebook import rules

Place = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True, slots=True)
class World:
    """What world.json holds: the topology as it is, a point and a box (west, south, east, north) for each country."""

    topology: Mapping[str, Any]
    points: Mapping[str, Place]
    boxes: Mapping[str, tuple[float, float, float, float]]
    shapes: frozenset[str]


@cache
def world() -> World:
    """The shapes that ship with sayso; treat them as read-only."""
    held = json.loads(files("sayso.present").joinpath("world.json").read_text("utf8"))
    shapes = frozenset(shape["id"] for shape in held["topology"]["objects"]["countries"]["geometries"])
    return World(held["topology"], held["points"], held["boxes"], shapes)


@cache
def members(code: str) -> tuple[str, ...]:
    """The countries that a code stands for on a map: itself, the country that it lies in, those of a region; none where it has no land."""
    held = rules()
    if code in held.countries:
        return (code,)
    around = held.around(code)
    if not code.startswith("region:"):
        return (around,) if around in held.countries else ()
    inside = {country for country in held.countries if code in _around(country)}
    return tuple(sorted(inside.union(*map(members, _areas().get(code, ())))))


def _around(code: str) -> Iterator[str]:
    following = rules().around(code)
    while following:
        yield following
        following = rules().around(following)


@cache
def _areas() -> Mapping[str, Sequence[str]]:
    held: Mapping[str, Sequence[str]] = yaml.safe_load(files("sayso.present").joinpath("areas.yaml").read_text("utf8"))
    return held


def rings(code: str) -> Iterator[list[Place]]:
    """Every ring of a country's shape, holes too."""
    topology = world().topology
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape["id"] == code:
            for part in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
                for ring in part:
                    yield list(_unbroken(place for arc in ring for place in _arc(arc)))


def _unbroken(ring: Iterable[Place]) -> Iterator[Place]:
    """A ring that runs on over the antimeridian, as Russia's does, without a jump to the other side."""
    last: float | None = None
    for x, y in ring:
        last = x if last is None else x + 360 * round((last - x) / 360)
        yield last, y


@cache
def _arc(number: int) -> tuple[Place, ...]:
    if number < 0:
        return _arc(~number)[::-1]
    topology = world().topology
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    found = []
    for right, up in topology["arcs"][number]:
        x, y = x + right, y + up
        found.append((x * kx + dx, y * ky + dy))
    return tuple(found)


@cache
def hatching(code: str, apart: float) -> list[list[Place]]:
    """Slanting lines within the shape of a country, `apart` degrees from each other, in pieces short enough to be drawn straight."""
    crossings: dict[int, list[float]] = {}
    for ring in rings(code):
        for (x, y), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            low, high = sorted(((y - x) / apart, (y2 - x2) / apart))
            for line in range(int(low // 1) + 1, int(high // 1) + 1):
                share = (line * apart - (y - x)) / ((y2 - x2) - (y - x))
                crossings.setdefault(line, []).append(x + (x2 - x) * share)
    return [
        [(at, at + line * apart) for at in _steps(west, east)]
        for line, found in sorted(crossings.items())
        for west, east in zip(sorted(found)[::2], sorted(found)[1::2], strict=False)
    ]


def _steps(west: float, east: float, most: float = 3) -> Iterator[float]:
    count = int((east - west) / most) + 1
    for step in range(count + 1):
        yield round(west + (east - west) * step / count, 2)
