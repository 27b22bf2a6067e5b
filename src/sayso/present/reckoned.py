"""Estimates as a person reads them: a list, two policies side by side, and one with all its workings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from sayso.model import Estimate, Figure, Quantity, Unit
from sayso.present.layout import grid
from sayso.present.opened import marked
from sayso.present.safe import printable
from sayso.present.words import interval, plural, readable

_HEADER = ("estimate", "category", "from", "where", "time", "range", "best", "status", "rests on")
_BESIDE = ("estimate", "category", "from", "where", "time")


def listed(estimates: Sequence[Estimate], names: Mapping[str, str], width: int = 120) -> str:
    """Estimates as a table, one a line; `3r 1o` is three reports (documents) that go back to one origin."""
    rows = [[*_start(one, names), *_numbers(one), f"{one.reports}r {one.origins}o"] for one in estimates]
    return "\n".join(grid(_HEADER, rows, width))


def beside(pairs: Sequence[Sequence[Estimate]], names: Mapping[str, str], width: int = 120) -> str:
    """Estimates of the same quantities under several policies, side by side."""
    header = [*_BESIDE, *(f"{one.policy} {part}".strip() for one in (pairs[0] if pairs else ()) for part in ("range", "best", "status"))]
    rows = [[*_start(held[0], names), *(text for one in held for text in _numbers(one))] for held in pairs]
    return "\n".join(grid(header, rows, width))


def _start(estimate: Estimate, names: Mapping[str, str]) -> list[str]:
    held = estimate.quantity
    who = " + ".join(readable(code, names) for code in held.people) or "–"
    where = " + ".join(readable(code, names) for code in held.place) or held.event or "–"
    what = held.category + (f" ({held.group})" if held.group else "") + (" hh" if held.unit is Unit.HOUSEHOLD else "")
    return [printable(text) for text in (estimate.fingerprint[:8], what, who, where, held.time or "–")]


def _numbers(estimate: Estimate) -> list[str]:
    reach = interval(estimate.low, estimate.high) if estimate.used else "–"
    return [reach, f"{estimate.best:,}" if estimate.best is not None else "–", estimate.status.value]


def explained(estimate: Estimate, figures: Mapping[str, Figure], names: Mapping[str, str], width: int = 100) -> str:
    """One estimate with its workings: the rule, every figure that it rests on and every one set aside, with its words and why."""
    lines = [heading(estimate.quantity, names), *_numbered(estimate), *wrap(f"how: {estimate.rule}", width), ""]
    lines += [f"rests on {plural(len(estimate.used), 'figure')}:" if estimate.used else "rests on no figure"]
    for fingerprint in estimate.used:
        lines += _figure(figures[fingerprint], "", width)
    if estimate.aside:
        lines += ["", f"set aside, {plural(len(estimate.aside), 'figure')}:"]
    for aside in estimate.aside:
        lines += _figure(figures[aside.figure], aside.reason, width)
    return printable("\n".join(lines))


def heading(quantity: Quantity, names: Mapping[str, str]) -> str:
    """What an estimate is of, in words, with its time."""
    return f"{subject(quantity, names)}, {quantity.time or 'undated'}"


def subject(quantity: Quantity, names: Mapping[str, str]) -> str:
    """What an estimate is of, in words: the same for all of a series."""
    said = [quantity.category, quantity.group]
    said += [f"from {' + '.join(readable(code, names) for code in quantity.people)}"] if quantity.people else []
    said += [f"in {' + '.join(readable(code, names) for code in quantity.place)}"] if quantity.place else []
    said += [f"event {quantity.event}"] if quantity.event else []
    return ", ".join(filter(None, said))


def _numbered(estimate: Estimate) -> Iterator[str]:
    reach, best, status = _numbers(estimate)
    yield f"policy {estimate.policy}: {reach}, best {best}, {status}"
    yield f"{plural(estimate.reports, 'report')} from {plural(estimate.origins, 'origin')}"


def _figure(figure: Figure, reason: str, width: int) -> Iterator[str]:
    said = " < ".join(figure.source) or "own voice"
    yield f"  {figure.fingerprint[:8]}  {interval(figure.low, figure.high)}  {figure.document}: {said}"
    if reason:
        yield f"            why: {reason}"
    yield f"            {marked(figure, max(width - 12, 40))}"
