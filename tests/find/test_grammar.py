"""What single expressions are worth."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.find.grammar import Amount, amount

UNITS = """
zero one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
""".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int) -> str:
    """The English words of a number below a billion, as an editor would have them."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            head, rest = divmod(number, size)
            joint = " and " if size == 100 else " "
            return f"{spelled(head)} {name}" + (joint + spelled(rest) if rest else "")
    raise AssertionError(number)


@given(st.integers(1, 10**9 - 1))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_words_say_what_digits_say(number: int) -> None:
    for written in (spelled(number), str(number), f"{number:,}", f"{number:,}".replace(",", "\u202f")):
        found = amount(written)
        assert found is not None, written
        assert (found.low, found.high) == (number, number), written


@given(st.integers(1, 10**9))
@settings(derandomize=True, deadline=None, max_examples=100)
def test_digits_of_other_scripts(number: int) -> None:
    for zero in ("٠", "۰", "०", "০", "０"):
        written = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
        found = amount(written)
        assert found is not None and found.low == found.high == number


@pytest.mark.parametrize("text", ["", "of", "people", "12.345", "0.5", "1.2.3", "99999999999999", "half", "and"])
def test_no_count(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("1.2m", 1000000),
        ("5k", 1000),
        ("2.5 million", 1000000),
        ("3 crore", 10000000),
        ("40 thousand", 1000),
        ("3 hundred", 100),
        ("12", 1),
    ],
)
def test_scale_is_kept_for_ranges(text: str, scale: int) -> None:
    found = amount(text)
    assert found is not None and found.scale == scale and found.digits


def test_loose_and_vague() -> None:
    assert amount("a couple of") == Amount(2, 2, loose=True)
    assert amount("several hundred") == Amount(200, 999, vague=True)
    assert amount("tens of thousands") == Amount(20000, 99999, vague=True)


@given(st.text(max_size=60))
@settings(derandomize=True, deadline=None, max_examples=200)
def test_amount_never_raises(text: str) -> None:
    found = amount(text)
    assert found is None or 0 <= found.low <= found.high
