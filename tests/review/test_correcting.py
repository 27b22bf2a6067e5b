"""Corrections are borne out by the text and the codebook, or refused with what may stand there."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.errors import BadCorrection
from sayso.model import Basis, Figure, Interval, Quantifier, Role, Source, Unit
from sayso.review import FIELDS, corrected

from .samples import figure

TWELVE = Interval(12, 12)


def fix(**fields: Any) -> Figure:
    return corrected(figure(), fields, TWELVE, "Ada")


def test_each_field_can_be_corrected() -> None:
    assert fix(category="injured").category == "injured"
    assert fix(unit="household").unit is Unit.HOUSEHOLD
    assert fix(origin="TJ, region:Central Asia").origin == ("TJ", "region:Central Asia")
    assert fix(location=["SY:Aleppo"]).location == ("SY:Aleppo",)
    assert fix(as_of="2017-10").as_of == "2017-10"
    assert fix(as_of="").as_of is None
    assert fix(disputed="yes").disputed
    assert fix(part_of="20-24").part_of == (20, 24)
    assert fix(noun=" civilians ").noun == "civilians"


def test_a_quantifier_brings_its_open_ends() -> None:
    for name, low, high in (("exact", 12, 12), ("more than", 12, None), ("at-most", None, 12), ("approximately", 12, 12)):
        held = fix(quantifier=name)
        assert (held.low, held.high) == (low, high)
    assert fix(quantifier="exact", low="12", high=12).quantifier is Quantifier.EXACT


def test_a_number_has_to_stand_in_the_text() -> None:
    with pytest.raises(BadCorrection, match="the text names 12 here"):
        fix(low=13, high=13, quantifier="exact")
    with pytest.raises(BadCorrection, match="at least of what stands here is 12 to open"):
        fix(high=12)
    with pytest.raises(BadCorrection, match="no whole number"):
        fix(low="twelve")


def test_a_range_may_be_open_at_an_end() -> None:
    held = corrected(figure(low=5, high=10, quantifier=Quantifier.RANGE), {"high": "open"}, Interval(5, 10), "Ada")
    assert (held.low, held.high, held.quantifier) == (5, None, Quantifier.RANGE)


def test_sources_keep_what_is_known_of_them_and_the_publisher() -> None:
    chain = (Source("The Courier", Role.PUBLISHER), Source("police", Role.ORIGIN, Basis.OFFICIAL))
    held = corrected(figure(attribution=chain), {"source": "the mayor < police"}, TWELVE, "Ada")
    assert held.attribution == (chain[0], Source("the mayor", Role.RELAY), chain[1])
    assert held.source == ("the mayor", "police")
    assert corrected(figure(attribution=chain), {"source": ""}, TWELVE, "Ada").attribution == chain[:1]


def test_who_said_so_stands_in_the_reasons() -> None:
    held = fix(category="injured", disputed=True)
    assert held.why == {"category": "said by Ada", "disputed": "said by Ada"}
    assert held.confidence == 1


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"colour": "red"}, "no field 'colour' to correct. There are: low, high"),
        ({"category": "kiled"}, "no category 'kiled'. Did you mean 'killed'"),
        ({"quantifier": "atleast"}, "no quantifier 'atleast'. Did you mean 'at_least'"),
        ({"unit": "dozen"}, "no unit 'dozen'"),
        ({"origin": "Tajikistan"}, "no code 'Tajikistan' of a place or a people"),
        ({"location": "XX:Nowhere"}, "no code 'XX:Nowhere'"),
        ({"as_of": "last year"}, "'last year' is no date"),
        ({"as_of": "2017-13"}, "'2017-13' is no date"),
        ({"disputed": "maybe"}, "neither yes nor no"),
        ({"part_of": "9-11"}, "a figure is no part of itself"),
        ({"part_of": "11"}, "no place in the text"),
        ({"source": "x" * 201}, "too long"),
        ({"noun": "x" * 201}, "too long"),
    ],
)
def test_what_is_wrong_is_said_with_what_may_stand_there(fields: dict[str, Any], told: str) -> None:
    with pytest.raises(BadCorrection) as caught:
        fix(**fields)
    assert told in str(caught.value)


def test_every_field_has_a_way_to_be_read() -> None:
    good = {
        "low": 12, "high": None, "quantifier": "at_least", "unit": "person", "category": "killed", "noun": "people", "origin": [],
        "location": "", "as_of": None, "source": ["police"], "disputed": False, "part_of": None,
    }  # fmt: skip
    assert set(good) == set(FIELDS)
    assert fix(**good).digest == figure(noun="people").digest
