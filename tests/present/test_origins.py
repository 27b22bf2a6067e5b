from __future__ import annotations

from collections.abc import Hashable

import pytest

from sayso.model import Role, Source
from sayso.present.origins import identity, labels, origin

from .samples import figure


def by(name: str, document: str = "a") -> tuple[str, Hashable]:
    return identity(figure(document, attribution=(Source(name),)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Soufan Center", "Soufan Center"),
        ("the Soufan  center", "The Soufan Center"),
        ("U.N.", "UN"),
        ("Deputy Minister Sharipov", "Sharipov"),
        ("Dr. Tynan", "Tynan"),
        ("The Soufan Center's", "Soufan Center"),
        ("Médecins Sans Frontières", "Medecins sans Frontieres"),
    ],
)
def test_one_source_in_two_spellings_is_one_across_documents(one: str, other: str) -> None:
    assert by(one, "a") == by(other, "b")


@pytest.mark.parametrize("name", ["police", "a new report", "Police", "A new report", "the report", "Officials", "Local residents"])
def test_a_name_without_a_proper_word_is_one_only_in_its_document(name: str) -> None:
    assert by(name, "a") == by(name, "a")
    assert by(name, "a") != by(name, "b")


def test_different_names_are_different_origins() -> None:
    assert by("The Soufan Center") != by("International Crisis Group")


def test_a_title_alone_stays_a_name() -> None:
    assert by("president")[0] == "president"


def test_the_origin_is_the_last_link_and_the_publisher_only_if_alone() -> None:
    publisher, relay, first = Source("The Daily", Role.PUBLISHER), Source("a report", Role.RELAY), Source("Soufan Center")
    assert origin(figure(attribution=(publisher, relay, first))) == first
    assert origin(figure(attribution=(relay, first, publisher))) == first
    assert origin(figure(attribution=(publisher,))) == publisher
    assert origin(figure(attribution=())) is None


def test_nobody_named_goes_back_to_the_document() -> None:
    assert identity(figure("a", attribution=())) == identity(figure("a", attribution=()))
    assert identity(figure("a", attribution=())) != identity(figure("b", attribution=()))


def test_labels_take_the_usual_spelling_and_tell_namesakes_apart() -> None:
    names = ["The Soufan Center", "The Soufan Center", "Soufan Center"]
    figures = [figure("a", attribution=(Source(name),)) for name in names]
    figures += [figure("a", attribution=(Source("police"),)), figure("b", attribution=(Source("police"),)), figure("c", attribution=())]
    assert sorted(labels(figures).values()) == ["The Soufan Center", "c", "police [a]", "police [b]"]
