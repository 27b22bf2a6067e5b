"""Maps: countries, or the regions that they are in, shaded by how many people are counted for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.errors import UnknownName
from sayso.present.atlas import hatching, members, world
from sayso.present.chart import Chart
from sayso.present.safe import label
from sayso.present.shades import COUNTED, MEASURES, Area, Sorted, steps
from sayso.present.template import filled, linked
from sayso.present.views import WIDTH, Window, around, whole
from sayso.present.words import plural, readable

LEVELS = ("country", "region")
_RANKS, _TOLD, _HIGH = 6, 15, 27
"""How many counts are listed beside the world and told in the description, and the height of a name on the map in pixels."""

_RAMPS: tuple[list[int], ...] = ([], [3], [1, 4], [1, 3, 5], [0, 2, 3, 5], [0, 1, 2, 4, 5], [0, 1, 2, 3, 4, 5])
"""Which colours of the ramp so many steps take."""

_LEGEND = {
    "orient": "bottom", "direction": "horizontal", "symbolType": "square", "symbolSize": 160, "symbolStrokeWidth": 0, "labelLimit": 0,
}  # fmt: skip
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows: a measure (best, low, high, reports, origins), for each country or each region.

    `title` is what is counted, `zoom` the code of a country or region to look at, the whole world where it is "".
    """

    title: str
    measure: str = "best"
    level: str = "country"
    zoom: str = ""


def choropleth(areas: Iterable[Area], view: View, names: Mapping[str, str], base: str | None = None) -> Chart:
    """A map of counts for places or peoples.

    For a country with several counts the one that most origins speak of is shown. At the level of countries those with a count for
    their region alone are hatched; at the level of regions all countries of a region have its colour. Countries too
    small for a shape are dots; what has no land at all is told in the description. Countries are links to
    `{base}/estimates/<fingerprint>` unless `base` is None. Raises UnknownName for another measure or level, or a zoom without land.
    """
    view = replace(view, title=label(view.title, 110))
    _known("measure", view.measure, tuple(MEASURES))
    _known("level", view.level, LEVELS)
    held = Sorted.of(areas)
    kept = held.countries if view.level == "country" else held.regions
    shown = kept if view.level == "country" else _spread(kept)
    counted = {code: value for code, area in shown.items() if (value := area.value(view.measure)) is not None}
    scale = steps(counted.values())
    window = _window(view.zoom)
    hatched = _hatched(held, shown) if view.level == "country" else []
    spec = filled("map", {
        "title": {"text": view.title, "subtitle": _under(view, held, hatched, names)},
        "width": WIDTH, "height": window.height, "projection": window.projection, "href": linked(base),
        "steps": {"domain": [name for _, name in scale] or ["none"], "range": {"colour": "ramp", "at": _RAMPS[min(len(scale), 6)] or [0]}},
        "legend": _LEGEND | {"title": view.measure if view.measure in COUNTED else "people"},
    })  # fmt: skip
    counts = [
        _count(code, counted[code], scale, _said(code, area, view, names)) | _linked(area, base)
        for code, area in sorted(shown.items())
        if code in counted
    ]
    spec["datasets"] = {
        "world": world().topology,
        "counts": counts,
        "dots": [{**one, **_at(one["id"])} for one in counts if one["id"] not in world().shapes],
        "hatches": [
            {"type": "Feature", "id": code, "geometry": {"type": "MultiLineString", "coordinates": hatching(code, window.apart)}}
            for code in hatched
        ],
        "labels": list(_labels(kept, view.measure, window, names)) if window.middle and view.level == "country" else [],
        "ranks": [] if window.middle else list(_ranks(kept, view.measure, window, names)),
    }
    return Chart(spec, view.title, " ".join(_sentences(view, held, counted, hatched, names)))


def _known(what: str, word: str, known: Sequence[str]) -> None:
    if word not in known:
        raise UnknownName(f"a map has no {what} {word!r}", advice=f"There are: {', '.join(known)}.")


def _window(zoom: str) -> Window:
    if not zoom:
        return whole()
    if not members(zoom):
        advice = "Give the code of a country or of a region, such as TJ or region:Central Asia."
        raise UnknownName(f"there is no land to look at under {zoom!r}", advice=advice)
    return around(members(zoom))


def _spread(regions: Mapping[str, Area]) -> dict[str, Area]:
    """Each country with the count for the smallest region around it."""
    found: dict[str, Area] = {}
    for code in sorted(regions, key=lambda code: (-len(members(code)), code)):
        found |= dict.fromkeys(members(code), regions[code])
    return found


def _hatched(held: Sorted, shown: Mapping[str, Area]) -> list[str]:
    inside = {country for region in held.regions for country in members(region)}
    return sorted(inside - shown.keys())


def _count(code: str, value: int, scale: Sequence[tuple[int, str]], said: str) -> Record:
    step = [name for start, name in scale if start <= value][-1]
    return {"id": code, "value": value, "step": step, "told": label(said, 200)}


def _said(code: str, area: Area, view: View, names: Mapping[str, str]) -> str:
    whose = f"{readable(code, names)}, by its region: " if area.codes[0].startswith("region:") else ""
    return f"{whose}{area.told(names, view.measure)}"


def _linked(area: Area, base: str | None) -> Record:
    return {} if base is None or not area.mark else {"href": f"{base}/estimates/{area.mark}"}


def _at(code: str) -> Record:
    longitude, latitude = world().points[code]
    return {"longitude": longitude, "latitude": latitude}


def _labels(kept: Mapping[str, Area], measure: str, window: Window, names: Mapping[str, str]) -> Iterator[Record]:
    """Names and numbers of countries on the map, those with most first, where there is room for them."""
    taken: list[tuple[float, float, float]] = []
    for code in _most(kept, measure):
        x, y = window.pixel(world().points[code])
        name, number = label(readable(code, names), 24), _number(kept[code], measure)
        half = max(len(name), len(number)) * 3.1 + 2
        free = all(abs(x - a) > half + b or abs(y - c) > _HIGH for a, b, c in taken)
        if free and half < x < WIDTH - half and _HIGH < y < window.height - _HIGH:
            taken.append((x, half, y))
            yield {"label": f"{name}\n{number}", "down": -2 if code in world().shapes else 12, **_at(code)}


def _ranks(kept: Mapping[str, Area], measure: str, window: Window, names: Mapping[str, str]) -> Iterator[Record]:
    """The highest counts as a list, in the corner of the map of the world where there is only water."""
    most = _most(kept, measure)[:_RANKS]
    told = [_number(kept[code], measure) for code in most]
    edge = 8 + max(map(len, told), default=0) * 6.2
    for at, (code, number) in enumerate(zip(most, told, strict=True)):
        yield {"label": label(readable(code, names), 22), "number": number, "edge": edge, "y": window.height - (len(most) - at) * 14 + 4}


def _most(kept: Mapping[str, Area], measure: str) -> list[str]:
    """The codes of what has a number, the highest first."""
    values = {code: value for code, area in kept.items() if (value := area.value(measure)) is not None}
    return sorted(values, key=lambda code: (-values[code], code))


def _number(area: Area, measure: str) -> str:
    return f"{area.value(measure):,}" if measure in COUNTED else area.interval


def _under(view: View, held: Sorted, hatched: Sequence[str], names: Mapping[str, str]) -> list[str]:
    lines = [f"Shaded by {MEASURES[view.measure]}"]
    if view.level == "region":
        lines.append("Every country of a region has the colour of the count for the region")
    elif hatched:
        lines.append(f"Hatched: counted only with {_listed([readable(code, names) for code in held.regions], 3)}")
    beside = len(held.beside) + held.nowhere
    return [*lines, *([f"{plural(beside, 'count')} cannot be drawn: see the description"] if beside else [])]


def _listed(words: Sequence[str], most: int) -> str:
    held = sorted(words)
    return ", ".join(held[:most]) + (f" and {len(held) - most} more" if len(held) > most else "")


def _sentences(view: View, held: Sorted, counted: Mapping[str, int], hatched: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    """What can be seen, and all that cannot, in words."""
    where = f" of {readable(view.zoom, names)}" if view.zoom else " of the world"
    count = "1 country" if len(counted) == 1 else f"{len(counted):,} countries"
    yield f"Map{where}: {view.title[:1].lower()}{view.title[1:]}, {count} shaded by {MEASURES[view.measure]}."
    everywhere = held.countries if view.level == "country" else held.regions
    kept = {code: area for code, area in everywhere.items() if not view.zoom or set(members(code)) & set(members(view.zoom))}
    if len(kept) < len(everywhere):
        yield f"Of these counts {len(everywhere) - len(kept):,} are for elsewhere."
    most = sorted(kept.values(), key=lambda area: (-(area.value(view.measure) or 0), area.codes))
    yield from (f"{label(area.told(names, view.measure), 200)}." for area in most[:_TOLD])
    if len(most) > _TOLD:
        yield f"And {len(most) - _TOLD:,} more."
    if several := sum(held.others.values()):
        yield f"Of several counts for one place the one that most origins speak of is shown; not shown: {several:,}."
    aside = held.regions if view.level == "country" else held.countries
    if aside:
        what = "regions" if view.level == "country" else "single countries"
        yield f"Counts for {what}, not shaded: {_told(aside.values(), names, view)}."
    if hatched:
        yield f"Hatched, as they are counted only with their region: {_listed([readable(code, names) for code in hatched], 60)}."
    missing = [area for area in kept.values() if area.value(view.measure) is None]
    if missing:
        yield f"Without such a number: {_told(missing, names, view)}."
    if held.beside:
        yield f"Without land of their own on the map: {_told(held.beside, names, view)}."
    if held.nowhere:
        yield f"Counts that name no place: {held.nowhere:,}."
    yield "Borders are de facto."


def _told(areas: Iterable[Area], names: Mapping[str, str], view: View) -> str:
    return "; ".join(label(area.told(names, view.measure), 160) for area in sorted(areas, key=lambda area: area.codes))
