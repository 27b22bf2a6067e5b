"""One panel of a time line: reports and estimates as records, with their dates along the foot or side by side without any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sayso.model import Estimate
from sayso.present.points import Point, arrow, reach, spread
from sayso.present.scales import Counts, Times
from sayso.present.template import filled, linked
from sayso.present.words import interval

_WIDTH, _HEIGHT, _SLOT, _EDGE, _LINE, _TEXT = 620, 300, 26, 11, 14, 78
_STAR = "M0,-1L0.225,-0.309L0.951,-0.309L0.363,0.118L0.588,0.809L0,0.382L-0.588,0.809L-0.363,0.118L-0.951,-0.309L-0.225,-0.309Z"
_SHAPES = ("circle", "square", "diamond", "cross", "triangle-up", "triangle-left", _STAR, "triangle-down")
"""A shape for each of the seven origins with most reports, and one for all others."""

Record = dict[str, Any]
Panel = tuple[dict[str, Any], dict[str, list[Record]]]
"""A specification and its data by name."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What panels share: the estimates, the scale of counts, the name in the key of each origin, and what goes before addresses."""

    estimates: Sequence[Estimate]
    counts: Counts
    groups: Mapping[str, str]
    base: str | None


def dated(points: Sequence[Point], frame: Frame) -> Panel:
    """Reports that have a date, along time."""
    times = Times.of(moment for point in points for moment in point.span or ())
    placed = spread(points, [times.pixel(point.date, _WIDTH) for point in points], frame.counts, _HEIGHT)
    along = {"kind": "temporal", "along": times.scale, "axis": times.axis, "width": _WIDTH, "counts": frame.counts.axis}
    return _panel("dated", [(point, point.date) for point in placed], frame, along)


def undated(points: Sequence[Point], frame: Frame, *, alone: bool) -> Panel:
    """Reports without a date, side by side; `alone` is whether there are no others, whose axis would do."""
    width = _SLOT * (len(points) + 1)
    axis = {"title": "undated", "labels": False, "ticks": False, "grid": False, "values": []}
    across = {"type": "linear", "domain": [0, width], "nice": False, "zero": False}
    counts = frame.counts.axis if alone else {**frame.counts.axis, "labels": False, "ticks": False, "domain": False, "title": None}
    along = {"kind": "quantitative", "along": across, "axis": axis, "width": width, "counts": counts}
    order = sorted(points, key=lambda point: (point.estimate, point.origin, point.figure.document, point.figure.start))
    return _panel("undated", [(point, _SLOT * (at + 1)) for at, point in enumerate(order)], frame, along, key=alone)


def _panel(name: str, placed: Sequence[tuple[Point, int]], frame: Frame, along: Mapping[str, Any], *, key: bool = True) -> Panel:
    """`along` says how the panel lies; `key` is whether it has the key to colours and shapes."""
    spec = filled("panel", {
        "name": f"{name}-", "height": _HEIGHT, "count": frame.counts.scale, "href": linked(frame.base),
        "reports": f"{name} reports", "estimates": f"{name} estimates", "echoes": f"{name} echoes",
        **along, **_channels(frame, key),
    })  # fmt: skip
    first, last = along["along"]["domain"]
    across = along["width"] / (last - first)
    return spec, {
        f"{name} reports": [_report(point, x, frame) for point, x in placed],
        f"{name} estimates": list(_readable(_bands(placed, frame), across, frame.counts)),
        f"{name} echoes": list(_echoes(placed, frame)),
    }


def _channels(frame: Frame, key: bool) -> dict[str, Any]:
    shown = list(dict.fromkeys(frame.groups.values()))
    legend = {"title": "goes back to", "orient": "bottom", "columns": 3, "labelLimit": 0, "symbolSize": 72, "symbolOpacity": 1}
    return {
        "colours": {"domain": shown, "range": {"colour": "origins"}},
        "shapes": {"domain": shown, "range": list(_SHAPES)},
        "legend": legend if key else None,
    }


def _report(point: Point, x: int, frame: Frame) -> Record:
    held = point.figure
    first, last = point.span or (x, x)
    record = {
        "figure": held.fingerprint, "date": x, "first": first, "last": last, "low": held.low, "high": held.high, "at": point.at,
        "open": point.open, "arrow": round(arrow(point, frame.counts, _HEIGHT)), "shift": point.shift,
        "origin": point.origin, "group": frame.groups[point.origin], "used": not point.reason, "told": point.told,
    }  # fmt: skip
    return record if frame.base is None else {**record, "href": f"{frame.base}/figures/{held.fingerprint}"}


def _bands(placed: Sequence[tuple[Point, int]], frame: Frame) -> Iterator[Record]:
    """What the estimates come to, as wide as the reports that they rest on; without those there is none.

    `left` and `right` are pixels beyond its dates, `lift` those from its top to above its reports.
    """
    for one in frame.estimates:
        every = [(point, x) for point, x in placed if point.estimate == one.fingerprint]
        held = [(point, x) for point, x in every if not point.reason]
        if not held:
            continue
        across, shifts = [x for _, x in held], [point.shift for point, _ in held]
        bottom = one.low if one.low is not None else frame.counts.bottom
        top = one.high if one.high is not None else frame.counts.top
        above = max(reach(point, frame.counts, _HEIGHT)[1] for point, _ in every) - frame.counts.pixel(top, _HEIGHT)
        yield {
            "first": min(across), "middle": (min(across) + max(across)) // 2, "last": max(across),
            "bottom": bottom, "top": top, "best": one.best, "left": min(shifts) - _EDGE, "right": max(shifts) + _EDGE,
            "lift": round(max(above, 0)) + 3, "said": interval(one.low, one.high),
        }  # fmt: skip


def _readable(bands: Iterable[Record], across: float, counts: Counts) -> Iterator[Record]:
    """Bands with their numbers apart from each other, without those for which there is no room; `across` is pixels a unit."""
    taken: list[tuple[float, float]] = []
    for band in bands:
        x = band["middle"] * across + (band["left"] + band["right"]) / 2
        y = counts.pixel(band["top"], _HEIGHT) + band["lift"]
        lift = next((by for by in (0, _LINE) if not any(abs(x - a) < _TEXT and abs(y + by - b) < _LINE for a, b in taken)), None)
        if lift is None:
            yield {**band, "said": ""}
        else:
            taken.append((x, y + lift))
            yield {**band, "lift": band["lift"] + lift}


def _echoes(placed: Sequence[tuple[Point, int]], frame: Frame) -> Iterator[Record]:
    """Lines from the earliest report of an origin to its reports in other documents, within one estimate."""

    def whose(pair: tuple[Point, int]) -> tuple[str, str]:
        return pair[0].estimate, pair[0].origin

    for _, some in groupby(sorted((pair for pair in placed if not pair[0].reason), key=whose), whose):
        (first, x), *rest = some
        for other, x2 in rest:
            if other.figure.document_fingerprint != first.figure.document_fingerprint:
                yield {
                    "date": x, "at": first.at, "shift": first.shift, "date2": x2, "at2": other.at, "shift2": other.shift,
                    "group": frame.groups[first.origin],
                }  # fmt: skip
