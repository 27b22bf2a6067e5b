from __future__ import annotations

from typing import Any

import pytest

from sayso.errors import UnknownName
from sayso.store import Filters, Store

from .samples import document, figure, rich

BOTH = ["1,300", "150"]
CASES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, BOTH),
    ({"document": "report"}, BOTH),
    ({"document": rich()[0].fingerprint}, BOTH),
    ({"document": "repor"}, []),
    ({"category": "returned"}, ["150"]),
    ({"category": ["returned", "joined"]}, BOTH),
    ({"origin": "TJ"}, BOTH),
    ({"origin": "KG:Osh"}, ["150"]),
    ({"origin": "KG"}, []),
    ({"origin": "T"}, []),
    ({"origin": 'TJ"'}, []),
    ({"origin": ("KG:Osh", "XX")}, ["150"]),
    ({"location": "none"}, ["150"]),
    ({"location": "SY"}, ["1,300"]),
    ({"source": "DOMÍNGUEZ"}, ["150"]),
    ({"source": "daily"}, ["150"]),
    ({"source": "officials  in"}, ["1,300"]),
    ({"source": "%"}, []),
    ({"source": "none"}, []),
    ({"quantifier": "at_least"}, ["150"]),
    ({"unit": "household"}, ["150"]),
    ({"disputed": True}, ["150"]),
    ({"disputed": False}, ["1,300"]),
    ({"as_of": "2017"}, ["150"]),
    ({"as_of": "2017-10"}, ["150"]),
    ({"as_of": "201"}, []),
    ({"as_of": "2017-10-01"}, []),
    ({"as_of": "none"}, ["1,300"]),
    ({"text": "LEFT for\nsyria"}, BOTH),
    ({"text": "nowhere"}, []),
    ({"text": "\ud800\0';--"}, []),
    ({"min_confidence": 0.5}, ["1,300"]),
    ({"origin": "TJ", "category": "returned", "disputed": False}, []),
]


@pytest.mark.parametrize(("wanted", "expected"), CASES, ids=[str(wanted) for wanted, _ in CASES])
def test_figures_that_are_asked_for(store: Store, wanted: dict[str, Any], expected: list[str]) -> None:
    store.add(*rich())
    assert [f.reported_text for f in store.figures(Filters.of(wanted))] == expected


def test_none_finds_figures_that_nobody_is_credited_with(store: Store) -> None:
    held = document()
    store.add(held, [figure(held, attribution=(), origin=())])
    assert len(list(store.figures(Filters(source="none", origin="none")))) == 1


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"orign": "TJ"}, "there is no filter 'orign'. Did you mean 'origin'?"),
        ({"xyz": "TJ"}, "there is no filter 'xyz'. There are: document, category,"),
        ({"quantifier": "atleast"}, "there is no quantifier 'atleast'. Did you mean 'at_least'?"),
        ({"unit": ["person", "horse"]}, "there is no unit 'horse'. There are: person, household"),
    ],
)
def test_unknown_names_are_told(wanted: dict[str, Any], message: str) -> None:
    with pytest.raises(UnknownName) as caught:
        Filters.of(wanted)
    assert str(caught.value).startswith(message)
