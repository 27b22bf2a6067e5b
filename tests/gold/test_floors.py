"""No change makes the coded documents worse than they were, unless it says so."""

from __future__ import annotations

import pytest

from .floors import CORPORA, GOLD, MEASURES, Corpus, floors, measured

pytestmark = pytest.mark.skipif(not (GOLD / "score.py").is_file(), reason="the gold standard with its scorer is absent")
SAY_SO = "run python tests/gold/floors.py --update and say in the commit what changed and why"


@pytest.fixture(params=CORPORA, ids=lambda corpus: corpus.name)
def corpus(request: pytest.FixtureRequest) -> Corpus:
    held: Corpus = request.param
    if not held.annotations.is_file():
        pytest.skip(f"{held.annotations.name} is absent")
    return held


def test_texts_and_annotations_are_those_that_the_floors_are_for(corpus: Corpus) -> None:
    assert floors()[corpus.name]["digest"] == corpus.digest, SAY_SO


def test_no_score_is_below_its_floor(corpus: Corpus) -> None:
    scores, held = measured(corpus), floors()[corpus.name]["floors"]
    assert set(held) == set(MEASURES)
    assert {measure: value for measure, value in scores.items() if value < held[measure] - 1e-9} == {}, SAY_SO
