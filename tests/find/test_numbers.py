"""The scan: where number expressions stand and what they are worth."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sayso.find.numbers import Number, numbers


def scan(text: str) -> list[Number]:
    return list(numbers(text, 0, len(text)))


def read(text: str) -> list[tuple[str, int, int | None]]:
    return [(text[n.start : n.end], n.low, n.high) for n in scan(text)]


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("1,300 men", 1300),
        ("12 400 men", 12400),
        ("12\u202f400 men", 12400),
        ("12\u2009400 men", 12400),
        ("12\u00a0400\u00a0men", 12400),
        ("3'200 men", 3200),
        ("3’200 men", 3200),
        ("1,25,000 men", 125000),
        ("2.14 lakh men", 214000),
        ("3 crore men", 30000000),
        ("1.2m men", 1200000),
        ("5k men", 5000),
        ("2.5 million men", 2500000),
        ("2-million men", 2000000),
        ("٤٥ men", 45),
        ("١٬٢٠٠ men", 1200),
        ("३२ men", 32),
        ("১৮ men", 18),
        ("twenty-three men", 23),
        ("forty two men", 42),
        ("one hundred and twelve men", 112),
        ("two thousand three hundred men", 2300),
        ("a hundred men", 100),
        ("half a million men", 500000),
        ("one and a half million men", 1500000),
        ("a quarter of a million men", 250000),
        ("half-a-dozen men", 6),
        ("three dozen men", 36),
        ("two hundred thousand men", 200000),
        ("a couple of men", 2),
    ],
)
def test_one_expression(text: str, worth: int) -> None:
    (number,) = scan(text)
    assert (number.low, number.high) == (worth, worth)
    assert text[number.end :].lstrip(" \u00a0") in ("men", "of men")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tens of men", 20, 99),
        ("dozens of men", 24, 119),
        ("scores of men", 40, 199),
        ("hundreds of men", 200, 999),
        ("thousands of men", 2000, 9999),
        ("millions of men", 2000000, 9999999),
        ("several hundred men", 200, 999),
        ("a few hundred men", 200, 999),
        ("a few dozen men", 24, 119),
        ("several dozen men", 24, 119),
        ("tens of thousands of men", 20000, 99999),
        ("hundreds of thousands of men", 200000, 999999),
        ("many thousands of men", 2000, 9999),
        ("a few thousand men", 2000, 9999),
    ],
)
def test_vague_expression(text: str, low: int, high: int) -> None:
    (number,) = scan(text)
    assert (number.low, number.high, number.vague) == (low, high, True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2,000 to 4,000 men", ("2,000 to 4,000", 2000, 4000)),
        ("between 80 and 100 men", ("80 and 100", 80, 100)),
        ("15–20 men", ("15–20", 15, 20)),
        ("ten or 12 men", ("ten or 12", 10, 12)),
        ("between two and three hundred men", ("two and three hundred", 200, 300)),
        ("twenty to thirty thousand men", ("twenty to thirty thousand", 20000, 30000)),
        ("1 to 1.5 million men", ("1 to 1.5 million", 1000000, 1500000)),
        ("5,000 to over 10,000 men", ("5,000 to over 10,000", 5000, None)),
        ("3-4 thousand men", ("3-4 thousand", 3000, 4000)),
    ],
)
def test_range(text: str, found: tuple[str, int, int | None]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize("text", ["12 soldiers and 15 rebels", "rose from 41 to 57", "fell from 9,300 to 7,100", "40 and 50 men"])
def test_two_numbers(text: str) -> None:
    assert len(scan(text)) == 2
    assert not any(number.ranged for number in scan(text))


@pytest.mark.parametrize(
    "text",
    [
        "$40",
        "€200,000",
        "12%",
        "2017-10-27",
        "12/04/2016",
        "101st",
        "42nd Street",
        "MH17",
        "G20",
        "F-16",
        "Boeing-737",
        "v1.2.3",
        "0 men",
        "a@12.org",
        "#12",
        "12:30",
    ],
)
def test_no_number(text: str) -> None:
    assert scan(text) == []


def test_long_runs_of_digits_are_no_count() -> None:
    assert scan("9" * 5000) == []
    assert scan("1 " * 400) != []


def test_spans_are_in_order_and_apart() -> None:
    found = scan("At least 12, between 3 and 5, 1,300 or 1,400, dozens; 2014-2015 and two dozen.")
    assert all(left.end <= right.start for left, right in pairwise(found))
