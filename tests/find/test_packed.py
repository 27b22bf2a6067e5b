"""Numbers and sentences are kept in few bytes, and come back as they were."""

from __future__ import annotations

from hypothesis import given

from sayso.find.numbers import numbers
from sayso.find.packed import Numbers, Spans

from .samples import reports


@given(reports())
def test_numbers_come_back_as_they_were(text: str) -> None:
    found = list(numbers(text, 0, len(text)))
    packed = Numbers(found)
    assert packed.inside(0, len(text)) == found
    for number in found:
        assert packed.inside(number.start, number.end) == [number]
        assert packed.start(packed.first(number.start)) == number.start
        assert packed.inside(number.start, number.end - 1) == []
    assert packed.start(len(found)) is None


def test_spans_come_back_as_they_were() -> None:
    spans = [(0, 5), (6, 2**40)]
    packed = Spans(spans)
    assert [packed[k] for k in range(len(packed))] == spans
