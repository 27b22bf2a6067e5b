"""Sources: all names that are read as one together, and names without a proper word in each document apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.ledger import Ledger, open
from sayso.ledger.sources import Actor, actors, figures_of, links_of

TEXTS = {
    "study": "A study by the Meridian Centre says that at least 700 Tajiks had joined the group in Syria by 2016.",
    "news": "The Meridian report says that at least 700 Tajiks had joined the group in Syria by 2016.",
    "wire": "Police said that 500 Tajiks had joined the group in Syria by 2016.",
    "paper": "Police said that 40 people were killed in Homs.",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf8")
    held = open(tmp_path / "rivals.db")
    held.add(*(tmp_path / f"{name}.txt" for name in TEXTS))
    return held


def named(ledger: Ledger, name: str) -> list[Actor]:
    return [one for one in actors(ledger).values() if one.name == name]


def test_names_that_are_read_as_one_stand_together(ledger: Ledger) -> None:
    [centre] = named(ledger, "The Meridian report") + named(ledger, "the Meridian Centre")
    assert set(centre.spellings) == {"The Meridian report", "the Meridian Centre"}
    assert centre.to_dict()["originated"] == 2 and len(centre.originated.documents) == 2
    assert [link.applied for link in links_of(centre, ledger.origins())] == [True]
    assert {one.document for one in figures_of(ledger, centre, origin=True).figures} == {"study", "news"}


def test_names_that_a_person_told_apart_stand_apart(ledger: Ledger) -> None:
    [link] = ledger.origins()
    ledger.reject(link.fingerprint)
    [report], [centre] = named(ledger, "The Meridian report"), named(ledger, "the Meridian Centre")
    assert report.originated.figures == centre.originated.figures == 1
    assert [one.decided for one in links_of(report, ledger.origins())] == [False]


def test_the_police_of_two_texts_are_two(ledger: Ledger) -> None:
    police = named(ledger, "Police")
    assert sorted(one.confined[1] for one in police) == ["paper", "wire"]
    assert len({one.fingerprint for one in police}) == 2
    for one in police:
        assert [figure.document for figure in figures_of(ledger, one, origin=True).figures] == [one.confined[1]]
        assert links_of(one, ledger.origins()) == []


def test_the_authority_is_the_one_that_is_stated_most(ledger: Ledger) -> None:
    assert {one.to_dict()["basis"] for one in named(ledger, "Police")} == {"official"}
