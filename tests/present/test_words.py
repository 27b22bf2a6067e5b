from __future__ import annotations

from typing import Any

import pytest

from sayso.model import Basis, Quantifier, Role, Source, Unit
from sayso.present.words import link, readable, spoken

from .samples import figure

Q = Quantifier


@pytest.mark.parametrize(
    ("low", "high", "quantifier", "said"),
    [
        (147, 147, Q.EXACT, "147 people"),
        (1, 1, Q.EXACT, "1 person"),
        (500, 500, Q.APPROXIMATELY, "about 500 people"),
        (2000, None, Q.AT_LEAST, "at least 2,000 people"),
        (4200, None, Q.MORE_THAN, "more than 4,200 people"),
        (None, 4000, Q.AT_MOST, "at most 4,000 people"),
        (None, 100, Q.LESS_THAN, "fewer than 100 people"),
        (2000, 4000, Q.RANGE, "from 2,000 to 4,000 people"),
        (5000, None, Q.RANGE, "5,000 or more people"),
        (200, 999, Q.VAGUE, "from 200 to 999 people, put vaguely"),
        (None, None, Q.VAGUE, "an unstated number of people, put vaguely"),
        (None, 9, Q.EXACT, "up to 9 people"),
    ],
)
def test_an_interval_in_words(low: int | None, high: int | None, quantifier: Quantifier, said: str) -> None:
    assert spoken(figure(low=low, high=high, quantifier=quantifier)) == said


def test_households_are_called_so() -> None:
    fields: dict[str, Any] = {"unit": Unit.HOUSEHOLD}
    assert spoken(figure(**fields)) == "1,300 households"
    assert spoken(figure(low=1, high=1, **fields)) == "1 household"


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("TJ", "Tajikistan"),
        ("XX", "XX"),
        ("TJ+XX", "Tajikistan + XX"),
        ("TJ:Khujand", "Khujand, Tajikistan"),
        ("TJ:eastern Tajikistan", "eastern Tajikistan"),
        ("region:Central Asia", "Central Asia"),
        ("ethnic:Kurdish", "Kurdish"),
        ("none", "not stated"),
    ],
)
def test_codes_are_shown_with_names_where_they_are_known(key: str, shown: str) -> None:
    assert readable(key, {"TJ": "Tajikistan"}) == shown


def test_a_link_tells_role_basis_and_whether_it_was_named_elsewhere() -> None:
    assert link(Source("DW", Role.PUBLISHER)) == "DW (publisher)"
    assert link(Source("X", Role.ORIGIN, Basis.OWN_COUNT, resolved=True)) == "X (origin, own count, named elsewhere in the text)"
