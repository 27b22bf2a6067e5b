from __future__ import annotations

from pathlib import Path

import pytest

from sayso.codebook import Category, load
from sayso.errors import CodebookError


def book(folder: Path, text: str) -> Path:
    path = folder / "mine.yaml"
    path.write_text(text, "utf8")
    return path


def test_sections_that_are_brought_take_the_place_of_those_that_ship(tmp_path: Path) -> None:
    own = load(book(tmp_path, "categories:\n  killed: {label: Погибшие, description: Dead.}\nplaces: {TJ: Таджикистан}\n"))
    assert own.categories == (Category("killed", "Погибшие", "Dead."),)
    assert own.place("TJ") == "Таджикистан" and own.place("KZ") == "Kazakhstan" and own.place("TJ:Khujand") == "Khujand, Таджикистан"
    assert own.units == load().units and load().place("TJ") == "Tajikistan"


def test_the_file_that_ships_can_be_brought_as_it_is(tmp_path: Path) -> None:
    shipped = Path(load.__code__.co_filename).with_name("categories.yaml")
    assert load(book(tmp_path, shipped.read_text("utf8"))) == load()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- killed\n", "the codebook is not a mapping. It has the sections categories, quantifiers, units, places."),
        ("", "the codebook is not a mapping"),
        ("categories: [\n", "the codebook is not YAML (while parsing"),
        ("category: {}\n", "category is not as expected. Expected is one of categories, quantifiers"),
        ("categories: []\n", "categories is not as expected. Expected is categories by their codes"),
        ("categories:\n", "categories is not as expected"),
        ("categories: {no: {label: a, description: b}}\n", "categories.False is not as expected. Expected is a code in letters"),
        ("categories: {killed: dead}\n", "categories.killed is not as expected. Expected is a label and a description"),
        ("categories: {killed: {label: Dead}}\n", "categories.killed is not as expected"),
        ("categories: {killed: {label: Dead, description: 3}}\n", "categories.killed.description is not as expected. Expected is a text."),
        ("units: {person: one}\n", "units is not as expected. Expected is exactly the codes person, household."),
        ("units: person\n", "units is not as expected. Expected is a text for each code."),
        ("places: {NO: Norge}\n", "places.False is not as expected"),
        ("places: {TJ: }\n", "places.TJ is not as expected. Expected is a text"),
    ],
)
def test_a_bad_file_is_told_by_file_key_and_what_is_expected(tmp_path: Path, text: str, message: str) -> None:
    path = book(tmp_path, text)
    with pytest.raises(CodebookError) as caught:
        load(path)
    assert f"{path}: {message}" in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_file_that_is_not_there_or_not_utf8(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        load(tmp_path / "missing.yaml")
    with pytest.raises(CodebookError, match="cannot be read"):
        load(tmp_path)
    (tmp_path / "latin.yaml").write_bytes("places: {CI: Côte d'Ivoire}".encode("latin-1"))
    with pytest.raises(CodebookError, match="is not UTF-8"):
        load(tmp_path / "latin.yaml")
