"""Places that overlap and places that do not; which figures are looked at together."""

from __future__ import annotations

from sayso.codebook import rules
from sayso.reconcile import keys
from sayso.reconcile.theatre import place, theatres

from .samples import made

HELD = "region:IS-held territory"


def told(*places: tuple[str, ...]) -> list[list[tuple[str, ...]]]:
    return [[fact.place for fact in members] for members in theatres([made(at, place=where) for at, where in enumerate(places)], rules())]


def test_places_that_overlap_are_one_theatre() -> None:
    assert told(("IQ", "SY"), ("SY",), (HELD,), ()) == [[("IQ", "SY"), ("SY",), (HELD,), ()]]
    assert told(("SY:Homs",), ("SY",)) == [[("SY:Homs",), ("SY",)]]


def test_places_that_do_not_are_apart_and_the_most_told_comes_first() -> None:
    assert told(("AF",), ("SY",), ("SY",), ()) == [[("SY",), ("SY",), ()], [("AF",)]]
    assert told() == [] and told((), ()) == [[(), ()]]


def test_the_place_of_several() -> None:
    assert place([made(1, place=("SY",)), made(2, place=("AF",)), made(3, place=("AF",)), made(4)]) == ("AF",)
    assert place([made(1, place=("SY",)), made(2, place=("AF",))]) == ("AF",) and place([made(1)]) == ()


def kinds(**fields: object) -> list[tuple[str, ...]]:
    return list(keys(made(1, **fields), rules()))


def test_the_place_belongs_to_a_count_of_the_killed_and_not_of_those_who_left() -> None:
    assert kinds(place=("SY",))[0] == kinds(place=("AF",))[0]
    assert kinds(category="killed", place=("SY",))[0] != kinds(category="killed", place=("AF",))[0]


def test_a_count_of_nobody_knows_whom_is_compared_within_its_text_or_event() -> None:
    bare = {"category": "killed", "people": ()}
    assert kinds(**bare, name="a")[0] != kinds(**bare, name="b")[0]
    assert kinds(**bare, name="a", event="e")[0] == kinds(**bare, name="b", event="e", place=("SY",))[0]


def test_a_people_meets_the_one_around_it() -> None:
    levels = [key for key in kinds(people=("KG:Osh",)) if key[0] == "level"]
    assert [key[2] for key in levels] == ["KG:Osh", "KG"]
    assert {key[2] for key in kinds(people=("KG",), category="active") if key[0] == "level"} == {"KG", "region:Central Asia"}
    assert not [key for key in kinds(category="killed") if key[0] == "level"]
    assert [key[0] for key in kinds(event="e")] == ["quantity", "document", "unit"]
