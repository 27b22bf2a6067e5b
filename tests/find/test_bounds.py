"""Bounds: the guideline's table of intervals, and numbers read again where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from sayso.find import reparse
from sayso.find.numbers import numbers
from sayso.languages import words
from sayso.model import Quantifier, Value

from .samples import ANYTHING, reports

OPEN_ABOVE, OPEN_BELOW = (Quantifier.AT_LEAST, Quantifier.MORE_THAN), (Quantifier.AT_MOST, Quantifier.LESS_THAN)


def only(text: str) -> Value:
    (number,) = numbers(text, 0, len(text))
    found = reparse(text, number.start, number.end)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "low", "high", "quantifier"),
    [
        ("147 men", 147, 147, "exact"),
        ("about 500 men", 500, 500, "approximately"),
        ("500 or so men", 500, 500, "approximately"),
        ("nearly 3,000 men", 3000, 3000, "approximately"),
        ("at least 2,000 men", 2000, None, "at_least"),
        ("2,000 or more men", 2000, None, "at_least"),
        ("more than 4,200 men", 4200, None, "more_than"),
        ("may exceed 2,500", 2500, None, "more_than"),
        ("up to 4,000 men", None, 4000, "at_most"),
        ("no more than 4,000 men", None, 4000, "at_most"),
        ("fewer than 100 men", None, 100, "less_than"),
        ("between 2,000 and 4,000 men", 2000, 4000, "range"),
        ("2,000-4,000 men", 2000, 4000, "range"),
        ("10 or 12 men", 10, 12, "range"),
        ("5,000 to over 10,000 men", 5000, None, "range"),
        ("dozens of men", 24, 119, "vague"),
        ("several hundred men", 200, 999, "vague"),
        ("a dozen men", 12, 12, "exact"),
        ("about a dozen men", 12, 12, "approximately"),
        ("a couple of men", 2, 2, "approximately"),
        ("as many as 4,000 or more men", 4000, None, "at_least"),
        ("thought to number 500", 500, 500, "exact"),
        ("handed over 12 men", 12, 12, "exact"),
        ("some 200 to 250 men", 200, 250, "range"),
        ("200+ men", 200, None, "at_least"),
    ],
)
def test_table_of_intervals(text: str, low: int | None, high: int | None, quantifier: str) -> None:
    assert only(text) == Value(low, high, Quantifier(quantifier))


@pytest.mark.parametrize(("kind", "phrase"), [(kind, phrase) for kind, some in words("en", "bounds")["before"].items() for phrase in some])
def test_every_listed_bound_before_a_number_works(kind: str, phrase: str) -> None:
    found = only(f"The group has {phrase} 730 men.")
    assert found.quantifier is Quantifier(kind)
    assert (found.low is None) is (found.quantifier in OPEN_BELOW)
    assert (found.high is None) is (found.quantifier in OPEN_ABOVE)


@pytest.mark.parametrize(("kind", "phrase"), [(kind, phrase) for kind, some in words("en", "bounds")["after"].items() for phrase in some])
def test_every_listed_bound_after_a_number_works(kind: str, phrase: str) -> None:
    gap = "" if phrase.startswith("-") else " "
    assert only(f"The group has 730{gap}{phrase} men.").quantifier is Quantifier(kind)


@pytest.mark.parametrize("particle", words("en", "bounds")["particles"])
def test_no_particle_makes_a_bound(particle: str) -> None:
    assert only(f"They {particle} over 730 men.").quantifier is Quantifier.EXACT


def test_a_span_that_is_no_expression_is_refused() -> None:
    text = "at least 1,300 men"
    assert reparse(text, 9, 14) == Value(1300, None, Quantifier.AT_LEAST)
    assert reparse(text, 0, 8) is None
    assert reparse(text, 0, len(text)) is None
    assert reparse(text, 5, 5) is None


@given(reports() | ANYTHING)
@settings(derandomize=True, deadline=None, max_examples=150)
def test_every_scanned_number_reads_the_same_again(text: str) -> None:
    for number in numbers(text, 0, len(text)):
        assert reparse(text, number.start, number.end) is not None
