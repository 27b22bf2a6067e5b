"""Sums that a plain reading never gives, from facts that are made."""

from __future__ import annotations

from sayso.codebook import rules
from sayso.model import Unit
from sayso.reconcile.sums import levels, stated

from .samples import made

WHOLE = made(12, category="killed", people=(), figure="whole")


def test_a_part_that_is_larger_than_its_whole_is_the_suspect() -> None:
    part = made(21, category="killed", people=(), group="children", whole="whole")
    [finding] = stated([WHOLE, part])
    assert (finding.holds, finding.slack, finding.cause, finding.suspect) == (False, -9, "digit swap", part.figure)


def test_households_are_no_part_of_persons() -> None:
    assert list(stated([WHOLE, made(21, whole="whole", unit=Unit.HOUSEHOLD)])) == []


def test_parts_of_one_group_may_overlap_and_are_not_added_up() -> None:
    parts = [made(number, category="killed", people=(), group="children", whole="whole") for number in (8, 7)]
    assert list(stated([WHOLE, *parts])) == []


def test_a_disputed_part_is_none() -> None:
    assert list(stated([WHOLE, made(21, category="killed", people=(), whole="whole", disputed=True)])) == []


def test_a_part_is_compared_with_the_largest_count_of_its_whole_at_its_time() -> None:
    whole = [made(number, people=("KG",), published="2016", name=name) for number, name in ((500, "a"), (800, "b"))]
    osh = made(700, people=("KG:Osh",), published="2016", name="c", source="Orvell")
    assert list(levels([*whole, osh], {}, rules())) == []
    [finding] = levels([whole[0], osh], {}, rules())
    assert finding.slack == -200
    assert list(levels([made(500, people=("KG",), published="2010"), osh], {}, rules())) == []
