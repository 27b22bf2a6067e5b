"""English forms made by rule."""

from __future__ import annotations

import pytest

from sayso.languages import forms
from sayso.languages.inflect import gerund, past, plural, third


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("soldier", "soldiers"),
        ("family", "families"),
        ("boy", "boys"),
        ("witness", "witnesses"),
        ("coach", "coaches"),
        ("aid worker", "aid workers"),
        ("spy", "spies"),
    ],
)
def test_plural(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("verb", "he", "did", "doing"),
    [
        ("kill", "kills", "killed", "killing"),
        ("stop", "stops", "stopped", "stopping"),
        ("bury", "buries", "buried", "burying"),
        ("die", "dies", "died", "dying"),
        ("free", "frees", "freed", "freeing"),
        ("arrest", "arrests", "arrested", "arresting"),
        ("expel", "expels", "expeled", "expeling"),
        ("deploy", "deploys", "deployed", "deploying"),
        ("massacre", "massacres", "massacred", "massacring"),
        ("trap", "traps", "trapped", "trapping"),
        ("veto", "vetoes", "vetoed", "vetoing"),
        ("catch", "catches", "catched", "catching"),
    ],
)
def test_regular_forms(verb: str, he: str, did: str, doing: str) -> None:
    # What the rule gets wrong (expeled, catched) is why word lists have irregular forms.
    assert (third(verb), past(verb), gerund(verb)) == (he, did, doing)


def test_irregular_forms_take_the_place_of_the_past() -> None:
    assert forms("hold", ["held"]) == {"base": {"hold", "holds"}, "past": {"held"}, "gerund": {"holding"}}
    assert forms("slay", ["slew", "slain"])["past"] == {"slew", "slain"}


def test_irregular_forms_are_what_they_look_like() -> None:
    found = forms("flee", ["fled", "fleeing", "flees"])
    assert found["past"] == {"fled"} and "fleeing" in found["gerund"] and "flees" in found["base"]
    assert forms("bring", ["brought"])["gerund"] == {"bringing"}


def test_phrases_have_only_the_forms_that_are_given() -> None:
    assert forms("let-go", ["let go"]) == {"base": set(), "past": {"let go"}, "gerund": set()}
    assert forms("claim-lives", None) == {"base": set(), "past": set(), "gerund": set()}
