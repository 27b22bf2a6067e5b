"""Arithmetic over intervals with open ends."""

from __future__ import annotations

import pytest

from sayso.model import Interval
from sayso.reconcile.interval import camps, cause, disjoint, hull, shared, told, total

Pair = tuple[int | None, int | None]


def some(pairs: list[Pair]) -> list[Interval]:
    return [Interval(*pair) for pair in pairs]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((5, 5), (6, 6), True), ((5, None), (6, 6), False), ((7, None), (6, 6), True), ((None, 5), (6, None), True),
        ((None, 6), (6, None), False), ((None, None), (1, 1), False),
    ],
)  # fmt: skip
def test_disjoint(one: Pair, other: Pair, apart: bool) -> None:
    assert disjoint(Interval(*one), Interval(*other)) is disjoint(Interval(*other), Interval(*one)) is apart


@pytest.mark.parametrize(
    ("pairs", "common", "around", "said"),
    [
        ([(2000, None), (2000, 4000)], (2000, 4000), (2000, None), (2000, 4000)),
        ([(2000, None), (1900, 1900)], None, (1900, None), (1900, None)),
        ([(None, 4000), (2000, 2000)], (2000, 2000), (2000, 4000), (2000, 4000)),
        ([(None, 2000), (4000, 4000)], None, (None, 4000), (None, 4000)),
        ([(None, 5), (None, 7)], (None, 5), (None, 7), (None, 7)),
        ([(5, None), (7, None)], (7, None), (5, None), (5, None)),
        ([(5, 5), (7, 7)], None, (5, 7), (5, 7)),
        ([(None, 5), (7, None)], None, (None, None), (None, None)),
    ],
)
def test_together(pairs: list[Pair], common: Pair | None, around: Pair, said: Pair) -> None:
    for held in (some(pairs), some(pairs)[::-1]):
        assert (shared(held), hull(held), told(held)) == (common, around, said)


def test_a_sum_is_open_where_a_part_is() -> None:
    assert total(some([(1300, 1300), (500, 600)])) == (1800, 1900)
    assert total(some([(1300, None), (None, 600)])) == (1300, None)


def test_camps_are_told_from_the_lowest() -> None:
    assert camps([]) == []
    assert camps(some([(9, 9), (4, 4), (9, None), (None, 5)])) == [[1, 3], [0, 2]]


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ((1380, 1380), (1830, 1830), "digit swap"), ((14, 14), (140, None), "ten-fold"), ((14, 14), (14000, 14000), "ten-fold"),
        ((14, 14), (140000, 140000), None), ((14, 14), (14, 14), None), ((1, 1), (10, 10), "ten-fold"), ((0, 0), (0, 0), None),
        ((13, 31), (31, 31), None), ((12, 12), (21, None), "digit swap"), ((None, 12), (21, 21), "digit swap"), ((7, 7), (8, 8), None),
    ],
)  # fmt: skip
def test_likely_slips(one: Pair, other: Pair, slip: str | None) -> None:
    assert cause(Interval(*one), Interval(*other)) == cause(Interval(*other), Interval(*one)) == slip
