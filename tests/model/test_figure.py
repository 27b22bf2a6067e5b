from __future__ import annotations

import json
import pickle
from dataclasses import replace

import pytest

from sayso.errors import MissingExtra, SaysoError
from sayso.model import Basis, Document, Figure, Quantifier, Role, Source, Unit

DOCUMENT = Document("report", "At least 12 men were killed, police told the Daily.")
SCORED = "document start end low high quantifier unit category origin location as_of source disputed part_of"
CHAIN = (
    Source("The Daily", Role.PUBLISHER),
    Source("a new report", Role.RELAY),
    Source("police", Role.ORIGIN, Basis.OFFICIAL, resolved=True),
)
FIGURE = Figure(
    "report", 9, 11, "12", 12, None, Quantifier.AT_LEAST, Unit.PERSON, "killed", DOCUMENT.text, 0,
    document_fingerprint=DOCUMENT.fingerprint, noun="man", origin=("TJ",), attribution=CHAIN, part_of=(0, 2), why={"category": "verb kill"},
)  # fmt: skip


def test_the_scorer_finds_its_keys_and_plain_values() -> None:
    plain = FIGURE.to_dict()
    assert set(SCORED.split()) <= set(plain)
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["quantifier"], plain["unit"], plain["high"], plain["part_of"]) == ("at_least", "person", None, [0, 2])
    assert plain["attribution"][-1] == {"name": "police", "role": "origin", "basis": "official", "resolved": True}


def test_the_source_is_the_chain_without_the_publisher() -> None:
    assert FIGURE.source == ("a new report", "police")


def test_a_figure_is_told_by_its_document_and_its_place_whatever_is_read_into_it() -> None:
    better = replace(FIGURE, category="injured", low=1, attribution=(), quote="12")
    assert better.fingerprint == FIGURE.fingerprint and better != FIGURE
    assert replace(FIGURE, start=8).fingerprint != FIGURE.fingerprint
    assert replace(FIGURE, document_fingerprint="0").fingerprint != FIGURE.fingerprint


def test_a_figure_can_be_kept_in_sets_and_travels() -> None:
    assert len({FIGURE, replace(FIGURE), replace(FIGURE, low=13)}) == 2
    assert pickle.loads(pickle.dumps(FIGURE)) == FIGURE


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (SaysoError("it broke"), "it broke."),
        (SaysoError("it broke.", where="a.txt", advice="Mend it."), "a.txt: it broke. Mend it."),
        (
            MissingExtra("pyarrow", "parquet", purpose="writing .parquet"),
            'writing .parquet needs the package pyarrow, which is not installed. Install it with: pip install "sayso[parquet]"',
        ),
    ],
)
def test_an_error_says_what_where_and_what_next(error: SaysoError, told: str) -> None:
    assert str(error) == told
