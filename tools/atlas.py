"""Make the shapes that maps are drawn from: src/sayso/present/world.json.

usage: python tools/atlas.py WORLD_ATLAS   (the unpacked npm package world-atlas 2.0.2, with countries-110m.json and countries-50m.json)

Shapes are those at 1:110m, named by the codes of the codebook; Antarctica, of which nothing is counted, is left out. For every country
there is also a point to draw a dot or a name at (for those too small for a shape from the 1:50m file or by hand) and a box around its
largest part.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
PLACES = ROOT / "src/sayso/codebook/places.yaml"
TARGET = ROOT / "src/sayso/present/world.json"
ABOUT = (
    "Shapes of countries: Natural Earth (public domain) as in world-atlas 2.0.2 (ISC, Copyright Michael Bostock), 1:110m, made by "
    "tools/atlas.py. Borders are de facto. Northern Cyprus and Somaliland carry the codes of Cyprus and Somalia, as names in them do."
)
UNNUMBERED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
"""Shapes without a number in world-atlas, with the codes that the codebook counts them to."""

BY_HAND = {
    "BQ": (-68.3, 12.2), "BV": (3.4, -54.4), "CC": (96.8, -12.2), "CX": (105.7, -10.5), "GF": (-53.1, 4.0), "GI": (-5.35, 36.1),
    "GP": (-61.5, 16.2), "MQ": (-61.0, 14.6), "RE": (55.5, -21.1), "SJ": (16.0, 78.6), "TK": (-171.8, -9.2), "TV": (179.2, -8.5),
    "UM": (166.6, 19.3), "YT": (45.2, -12.8), "XK": (20.9, 42.6), "FR": (2.5, 46.6), "NO": (9.0, 61.2), "HR": (16.0, 45.4),
    "US": (-98.5, 39.5), "RU": (96.0, 62.0), "CA": (-105.0, 57.0), "VN": (105.9, 20.9), "SO": (45.3, 2.6), "CY": (33.0, 34.9),
}  # fmt: skip
"""Longitude and latitude where the files have no shape, or where the middle of the shape is a poor place for a name."""

ELSEWHERE = {"FR": ("GF", -50.0)}
"""Parts of a country that have a code of their own, and west of which longitude they lie."""

Ring = list[tuple[float, float]]


def arcs(topology: dict[str, Any]) -> list[Ring]:
    """Return the arcs of a topology in degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    out = []
    for arc in topology["arcs"]:
        x = y = 0
        ring = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            ring.append((x * kx + dx, y * ky + dy))
        out.append(ring)
    return out


def outlines(geometry: dict[str, Any], lines: list[Ring]) -> Iterator[Ring]:
    """Yield the outer ring of each part of a shape."""
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for part in parts:
        ring: Ring = []
        for at in part[0]:
            for x, y in lines[at] if at >= 0 else lines[~at][::-1]:
                # a ring may run on over the antimeridian, as Russia's does
                ring.append((x + 360 * round((ring[-1][0] - x) / 360) if ring else x, y))
        yield ring


def middle(ring: Ring) -> tuple[float, tuple[float, float]]:
    """Return the area of a ring, in square degrees, and its centroid."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return abs(area) / 2, (x / (3 * area), y / (3 * area)) if area else ring[0]


def largest(topology: dict[str, Any], codes: dict[str, str]) -> dict[str, Ring]:
    """Return the largest part of every country whose shape has a number among these codes, or a code itself."""
    lines = arcs(topology)
    found: dict[str, Ring] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = codes.get(geometry.get("id", ""))
        if code:
            rings = [*outlines(geometry, lines), *([found[code]] if code in found else [])]
            found[code] = max(rings, key=lambda ring: middle(ring)[0])
    return found


def used(geometries: list[dict[str, Any]]) -> list[int]:
    """Return the arcs that these shapes are made of."""

    def walk(held: Any) -> Iterator[int]:
        for one in held:
            if isinstance(one, int):
                yield one if one >= 0 else ~one
            else:
                yield from walk(one)

    return sorted({at for geometry in geometries for at in walk(geometry["arcs"])})


def parted(code: str, geometry: dict[str, Any], lines: list[Ring]) -> Iterator[dict[str, Any]]:
    """Yield a country and the part of it that has another code."""
    other, west = ELSEWHERE[code]
    sides: dict[str, list[Any]] = {code: [], other: []}
    for part, ring in zip(geometry["arcs"], outlines(geometry, lines), strict=True):
        sides[other if max(x for x, _ in ring) < west else code].append(part)
    for name, parts in sides.items():
        yield {"type": "MultiPolygon", "id": name, "arcs": parts}


def trimmed(topology: dict[str, Any], codes: dict[str, str]) -> dict[str, Any]:
    """Return the topology with our codes and without Antarctica, names and arcs that nothing needs."""
    shapes: list[dict[str, Any]] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = codes.get(geometry.get("id", "")) or UNNUMBERED[geometry["properties"]["name"]]
        if code in ELSEWHERE:
            shapes += parted(code, geometry, arcs(topology))
        elif code != "AQ":
            shapes.append({"type": geometry["type"], "id": code, "arcs": geometry["arcs"]})
    shapes.sort(key=lambda shape: shape["id"])
    kept = used(shapes)
    number = {old: new for new, old in enumerate(kept)}

    def renumbered(held: Any) -> Any:
        if isinstance(held, int):
            return number[held] if held >= 0 else ~number[~held]
        return [renumbered(one) for one in held]

    for shape in shapes:
        shape["arcs"] = renumbered(shape["arcs"])
    countries = {"type": "GeometryCollection", "geometries": shapes}
    lines = [topology["arcs"][at] for at in kept]
    return {"type": "Topology", "objects": {"countries": countries}, "arcs": lines, "transform": topology["transform"]}


def main(folder: str) -> None:
    """Write the file."""
    coarse, fine = (json.loads((Path(folder) / f"countries-{scale}.json").read_text("utf8")) for scale in ("110m", "50m"))
    countries = yaml.safe_load(PLACES.read_text("utf8"))["countries"]
    codes = {entry["numeric"]: code for code, entry in countries.items() if entry["numeric"]}
    shapes = trimmed(coarse, codes)
    parts = {**largest(fine, codes), **largest(shapes, {code: code for code in countries})}
    points = {code: BY_HAND.get(code) or middle(parts[code])[1] for code in sorted(countries) if code in BY_HAND or code in parts}
    boxes = {code: [min(x), min(y), max(x), max(y)] for code, (x, y) in ((c, list(zip(*ring, strict=True))) for c, ring in parts.items())}
    held: dict[str, Any] = {
        "about": ABOUT,
        "points": {code: [round(one, 1) for one in point] for code, point in points.items()},
        "boxes": {code: [round(one, 1) for one in boxes[code]] for code in sorted(boxes)},
        "topology": shapes,
    }
    TARGET.write_text(json.dumps(held, separators=(",", ":")) + "\n", "utf8")
    print(f"{len(points)} of {len(countries)} countries have a point, {len(shapes['objects']['countries']['geometries'])} shapes")


if __name__ == "__main__":
    main(*sys.argv[1:])
