from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.codebook import load
from sayso.errors import UnknownName
from sayso.languages import words
from sayso.model import Quantifier, Unit

GUIDELINE = Path(__file__).parents[3] / "shared" / "gold"
IN_ORDER = """
joined active returned repatriated detained released prosecuted suspected killed injured missing displaced prevented affected other
"""


def test_categories_stand_in_the_order_of_the_guideline() -> None:
    assert load().codes == tuple(IN_ORDER.split())


@pytest.mark.skipif(not GUIDELINE.is_dir(), reason="the gold is not here")
def test_every_category_of_the_gold_is_in_the_codebook() -> None:
    lines = (GUIDELINE / "seeds.jsonl").read_text("utf8").splitlines()
    used = {figure["category"] for line in lines for figure in json.loads(line)["figures"]}
    assert used <= set(load().codes)


def test_every_category_that_the_words_of_a_language_lead_to_is_in_the_codebook() -> None:
    assert set(words("en", "status")) & set(load().codes) > {"killed", "joined", "detained"}


def test_every_category_has_its_own_label_and_description() -> None:
    categories = load().categories
    assert len({category.label for category in categories}) == len({category.description for category in categories}) == len(categories)
    assert all(category.description.endswith(".") for category in categories)


def test_quantifiers_and_units_are_those_of_the_model() -> None:
    assert list(load().quantifiers) == [quantifier.value for quantifier in Quantifier]
    assert list(load().units) == [unit.value for unit in Unit]


def test_it_is_read_once() -> None:
    assert load() is load()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("TJ", "Tajikistan"),
        ("NO", "Norway"),
        ("region:Central Asia", "Central Asia"),
        ("region:West", "the West"),
        ("region:somewhere else", "somewhere else"),
        ("ethnic:Kurdish", "Kurdish"),
        ("KG:Osh", "Osh, Kyrgyzstan"),
        ("GB:Scotland", "Scotland"),
        ("XX", "XX"),
        ("XX:Nowhere", "Nowhere"),
        ("KG:", "KG:"),
        ("", ""),
    ],
)
def test_names_of_places(code: str, name: str) -> None:
    assert load().place(code) == name


def test_a_category_by_its_code() -> None:
    assert load().category("killed").label == "Killed"


@pytest.mark.parametrize(("code", "advice"), [("kiled", "Did you mean 'killed'? There are: joined"), ("xyz", "There are: joined, active")])
def test_a_code_that_is_not_there(code: str, advice: str) -> None:
    with pytest.raises(UnknownName) as caught:
        load().category(code)
    assert f"there is no category {code!r}. {advice}" in str(caught.value)
