"""A series of estimates along time: every report as an interval, echoes joined to their origin, the estimate behind them as a band."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.model import Estimate, Figure
from sayso.present.chart import Chart
from sayso.present.layout import cut
from sayso.present.panel import Frame, dated, undated
from sayso.present.points import Point, points
from sayso.present.reckoned import subject
from sayso.present.safe import label
from sayso.present.scales import Counts
from sayso.present.template import filled
from sayso.present.words import interval, plural

_COLOURS, _TOLD, _LINE, _NAME = 7, 12, 105, 32


def timeline(
    estimates: Sequence[Estimate],
    figures: Mapping[str, Figure],
    published: Mapping[str, str | None],
    names: Mapping[str, str],
    whose: Mapping[str, str] | None = None,
    base: str | None = None,
) -> Chart:
    """A chart of estimates of one quantity, under one policy, with all their reports.

    `figures` are by fingerprint, `published` has dates by fingerprints of documents, `names` display names by code. `whose` tells
    what each figure goes back to, as reconciling settled it; without it names of sources tell. Reports are links to
    `{base}/figures/<fingerprint>` unless `base` is None. Those without a date stand in a strip of their own.
    """
    held = points(estimates, figures, published, whose or {})
    said = [number for one in estimates for number in (one.low, one.best, one.high) if number is not None]
    counts = Counts.of([*said, *(number for point in held for number in point.numbers)])
    frame = Frame(estimates, counts, _groups(held), base)
    placed, floating = ([point for point in held if (point.span is not None) is known] for known in (True, False))
    panels = [dated(placed, frame)] if placed else []
    panels += [undated(floating, frame, alone=not placed)] if floating or not placed else []
    title = _opened(label(subject(estimates[0].quantity, names), 100)) if estimates else "No estimates"
    spec = filled("timeline", {"title": _head(title, estimates, held), "panels": [panel[0] for panel in panels]})
    spec["datasets"] = {name: records for panel in panels for name, records in panel[1].items()}
    return Chart(spec, title, " ".join(_sentences(title, estimates, held)))


def _groups(held: Sequence[Point]) -> dict[str, str]:
    """The name in the key for each origin: its own for those with most reports, one for all others."""
    count = Counter(point.origin for point in held)
    most = sorted(count, key=lambda name: (-count[name], name))
    own = most if len(most) <= _COLOURS + 1 else most[:_COLOURS]
    found: dict[str, str] = {}
    for name in own:
        text = cut(name, _NAME)
        found[name] = text if text not in found.values() else f"{text} ({len(found) + 1})"
    return found | {name: plural(len(most) - len(own), "other origin") for name in most[len(own) :]}


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _head(title: str, estimates: Sequence[Estimate], held: Sequence[Point]) -> dict[str, Any]:
    """The title above the chart, and below it what there is and how to read it."""
    aside = sum(bool(point.reason) for point in held)
    count = f"{plural(len(held), 'report')} from {plural(len({point.origin for point in held}), 'origin')}"
    told = [f"{count}, {aside} set aside" if aside else count, f"policy {estimates[0].policy}" if estimates else ""]
    signs = [
        "shaded: the estimate" if any(one.used for one in estimates) else "",
        "thick line: its best number" if any(one.used and one.best is not None for one in estimates) else "",
        "bar: low to high" if any(point.figure.low != point.figure.high and not point.open for point in held) else "",
        "dashed arrow: open end" if any(point.open for point in held) else "",
        "hollow: set aside" if aside else "",
        "thin line: the same origin in other texts" if _echoed(held) else "",
        "dotted: how exactly it is dated" if any(point.span and point.span[1] - point.span[0] > 86_400_000 for point in held) else "",
    ]
    lines = [" · ".join(filter(None, told)), *_lines(_opened(sign) if not at else sign for at, sign in enumerate(filter(None, signs)))]
    return {"text": title, "subtitle": lines}


def _lines(signs: Iterable[str]) -> list[str]:
    """Signs side by side as far as a line holds them."""
    lines = [""]
    for sign in signs:
        whole = f"{lines[-1]} · {sign}" if lines[-1] else sign
        lines[-1:] = [whole] if len(whole) <= _LINE else [lines[-1], sign]
    return list(filter(None, lines))


def _echoed(held: Sequence[Point]) -> set[str]:
    """Origins with used reports in several documents."""
    homes = {(point.origin, point.figure.document_fingerprint) for point in held if not point.reason}
    return {name for name, count in Counter(name for name, _ in homes).items() if count > 1}


def _sentences(title: str, estimates: Sequence[Estimate], held: Sequence[Point]) -> Iterator[str]:
    """What can be seen, in words."""
    origins, undated = {point.origin for point in held}, sum(point.span is None for point in held)
    dates = "" if not undated else ", undated" if undated == len(held) else f", {undated:,} of them undated"
    yield f"Time line of {title[:1].lower()}{title[1:]}: {plural(len(held), 'report')} from {plural(len(origins), 'origin')}{dates}."
    for one in estimates[:_TOLD]:
        reach = interval(one.low, one.high) if one.used else "no figure that it rests on"
        best = f", best {one.best:,}" if one.best is not None and one.low != one.high else ""
        yield f"{_opened(one.quantity.time or 'undated')}: {reach}{best}, {one.status.value} under the policy {one.policy}."
    if len(estimates) > _TOLD:
        yield f"And {plural(len(estimates) - _TOLD, 'further estimate')}."
    for name in sorted(_echoed(held)):
        yield f"{plural(sum(point.origin == name and not point.reason for point in held), 'report')} go back to {name}."
    for reason, count in sorted(Counter(point.reason for point in held if point.reason).items()):
        yield f"Set aside: {plural(count, 'report')}, {reason}."
