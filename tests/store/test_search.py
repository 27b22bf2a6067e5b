from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.store import Store
from sayso.store.query import match_of

from .samples import document


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(document("one", "José Domínguez counted 12 fighters from Dushanbe.", title="A census"), [])
    store.add(document("two", "Fighters, fighters and more fighters; nobody counted.", title=None), [])
    store.add(document("three", "В Душанбе задержаны 40 человек."), [])
    return store


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", ["one", "three", "two"]),
        ("  ", ["one", "three", "two"]),
        ("fighters", ["two", "one"]),
        ("FIGHTERS counted", ["two", "one"]),
        ("dominguez", ["one"]),
        ("Domínguez's", []),
        ("census", ["one"]),
        ("душанбе", ["three"]),
        ("fight", []),
        ("fight*", ["two", "one"]),
        ('"more fighters"', ["two"]),
        ('"fighters more"', []),
        ('"nobody counted', ["two"]),
        ("title:census", []),
        ("fighters NOT counted", []),
        ("fighters OR nothing", []),
        ("!!!", []),
        ("counted - 12 :", ["one"]),
        ("*", []),
    ],
)
def test_what_a_search_finds(filled: Store, words: str, names: list[str]) -> None:
    assert sorted(d.name for d in filled.documents(words)) == sorted(names)


def test_the_best_match_comes_first(filled: Store) -> None:
    assert [d.name for d in filled.documents("fighters")] == ["two", "one"]


def test_a_new_title_is_found_and_the_old_one_is_not(filled: Store) -> None:
    held = next(filled.documents(name="one"))
    filled.add(replace(held, title="A survey"), [])
    assert [d.name for d in filled.documents("survey")] == ["one"]
    assert not list(filled.documents("census"))
    assert not filled.faults()


@settings(max_examples=150, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab1\"'*()^:-+{}[],.\\/\0\ud800é² \tNOTANDORNEAR")) | st.text())
def test_nothing_that_is_typed_is_an_error(filled: Store, words: str) -> None:
    list(filled.documents(words))
    assert match_of(words).count('"') % 2 == 0
