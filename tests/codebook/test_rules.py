"""The rules that ship: every name in them is one of the codebook, and what is asked of them comes out."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest
import yaml

from sayso.codebook import load, rules

HELD = yaml.safe_load(files("sayso.codebook").joinpath("reckoning.yaml").read_text("utf8"))


def test_every_category_is_one_of_the_codebook() -> None:
    held = rules()
    named = {*held.windows, *held.cumulative, *held.placeless, *held.implied, *held.loose}
    named |= {category for group in (*held.families, *held.balances) for category in group}
    assert named <= set(load().codes)


def test_a_noun_stands_once_and_every_implied_group_is_a_group() -> None:
    nouns = [*HELD["anyone"], *(noun for some in HELD["groups"].values() for noun in some)]
    assert [noun for noun, times in Counter(nouns).items() if times > 1] == []
    assert {group for groups in HELD["implied"].values() for group in groups} <= set(HELD["groups"])


def test_a_place_that_lies_across_others_is_known() -> None:
    assert {place for across in rules().across.values() for place in across} <= set(load().places)


def test_policies_have_a_version_and_say_what_they_do() -> None:
    assert list(rules().policies) == ["range", "conservative", "two-origins", "official-first", "recent-majority"]
    assert all(policy.version >= 1 and policy.label and policy.description.endswith(".") for policy in rules().policies.values())


@pytest.mark.parametrize(
    ("code", "around"),
    [("TJ", "region:Central Asia"), ("KG:Osh", "KG"), ("XX:Nowhere", None), ("ethnic:Kurdish", None), ("region:Nowhere", None)],
)
def test_what_lies_in_what(code: str, around: str | None) -> None:
    assert rules().around(code) == around


def test_members_of_a_region_lie_in_it() -> None:
    held = rules()
    assert held.members["region:Central Asia"] == ("KG", "KZ", "TJ", "TM", "UZ")
    assert all(held.around(code) == region for region, codes in held.members.items() for code in codes)


def test_nothing_lies_in_itself() -> None:
    held = rules()
    for code in held.within:
        seen, at = set[str](), held.around(code)
        while at:
            assert at not in seen, code
            seen.add(at)
            at = held.around(at)


@pytest.mark.parametrize(
    ("noun", "category", "group"),
    [
        ("people", "killed", ""), ("Soldiers", "killed", "forces"), ("soldiers", "killed", "forces"), ("girls", "joined", "children"),
        ("fighters", "joined", ""), ("fighters", "killed", "fighters"), ("Tajiks", "joined", ""), ("beekeepers", "killed", "beekeepers"),
    ],
)  # fmt: skip
def test_who_is_counted(noun: str, category: str, group: str) -> None:
    assert rules().group(noun, category) == group


def test_a_family_goes_by_its_first_category() -> None:
    assert [rules().family(category) for category in ("joined", "active", "killed")] == ["joined", "joined", "killed"]
