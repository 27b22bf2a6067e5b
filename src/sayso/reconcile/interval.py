"""Arithmetic over intervals whose ends may be open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model import Interval

__all__ = ["Interval", "camps", "cause", "disjoint", "hull", "shared", "told", "total"]


def disjoint(one: Interval, other: Interval) -> bool:
    """Whether no number is in both."""
    return one.bottom > other.top or other.bottom > one.top


def shared(intervals: Iterable[Interval]) -> Interval | None:
    """What is in all of them; None where there is no such number."""
    held = list(intervals)
    bottom, top = max(i.bottom for i in held), min(i.top for i in held)
    if bottom > top:
        return None
    return Interval(bottom if any(i.low is not None for i in held) else None, None if top == float("inf") else int(top))


def hull(intervals: Iterable[Interval]) -> Interval:
    """From the lowest low to the highest high, open where one is open at that end.

    An open low counts as open only where all of it is below what is named: "up to 4,000" beside 2,000 is from 2,000, "up to 2,000"
    beside 4,000 is up to 4,000.
    """
    held = list(intervals)
    low = min((i.low for i in held if i.low is not None), default=None)
    highs = [i.high for i in held if i.high is not None]
    below = low is not None and any(i.low is None and i.top < low for i in held)
    return Interval(None if below else low, None if len(highs) < len(held) else max(highs, default=None))


def told(intervals: Iterable[Interval]) -> Interval:
    """What one speaker says with several numbers: "at least 2,000" and "2,000 to 4,000" are 2,000 to 4,000."""
    held = list(intervals)
    whole = hull(held)
    highs = [i.high for i in held if i.high is not None]
    if whole.high is None and highs and max(highs) >= max(i.bottom for i in held):
        return Interval(whole.low, max(highs))
    return whole


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum; open at an end where a part is open there."""
    held = list(intervals)
    low = sum(i.low or 0 for i in held)
    return Interval(low, None if any(i.high is None for i in held) else sum(i.high or 0 for i in held))


def camps(intervals: Sequence[Interval]) -> list[list[int]]:
    """Indices in as few camps as there are numbers needed to agree with everyone, from the lowest: one camp is no quarrel.

    The classic stabbing of intervals: each camp is opened by the smallest upper end that is left.
    """
    order = sorted(range(len(intervals)), key=lambda at: (intervals[at].top, intervals[at].bottom, at))
    found: list[list[int]] = []
    point = -1.0
    for at in order:
        if not found or intervals[at].bottom > point:
            point = intervals[at].top
            found.append([])
        found[-1].append(at)
    return found


def cause(one: Interval, other: Interval) -> str | None:
    """The likely slip between two numbers: the same digits in another order, or a nought too many."""
    if any(None not in i and i.low != i.high for i in (one, other)):
        return None  # a range names no number that could be mistyped as another
    numbers = sorted((one.named, other.named))
    if numbers[0] > 0 and numbers[1] in (numbers[0] * 10, numbers[0] * 100, numbers[0] * 1000):
        return "ten-fold"
    digits = [str(number) for number in numbers]
    if len(digits[0]) > 1 and digits[0] != digits[1] and sorted(digits[0]) == sorted(digits[1]):
        return "digit swap"
    return None
