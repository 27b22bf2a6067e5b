"""Invented events: several texts in, estimates out."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from find.casebook import entries
from sayso.model import Document, Estimate, Event, Status
from sayso.pipeline import extract, mentions
from sayso.reconcile import Account, event

CASES = entries(Path(__file__).parent / "cases" / "events.yaml")


def account(name: str, text: dict[str, Any]) -> Account:
    document = Document(name, text["text"], text.get("title"), published=text.get("published"))
    figures = extract(document)
    return Account(name, document.published, tuple(figures), tuple(mentions(document, figures)))


def accounts(texts: list[dict[str, Any]]) -> list[Account]:
    return [account(f"t{at}", text) for at, text in enumerate(texts)]


def named(name: str) -> list[Account]:
    return accounts(next(case["texts"] for case in CASES if case["name"] == name))


def estimate(made: Event, category: str) -> Estimate:
    return next(e for e in made.estimates if e.quantity.category == category)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_best(case: dict[str, Any]) -> None:
    made = {e.quantity.category: e.best for e in event("it", accounts(case["texts"])).estimates}
    assert {category: made.get(category) for category in case["best"]} == case["best"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_the_order_of_documents_changes_nothing(case: dict[str, Any]) -> None:
    held = accounts(case["texts"])
    first = event("it", held)
    assert all(event("it", mixed) == first for mixed in permutations(held))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_every_number_explains_itself(case: dict[str, Any]) -> None:
    held = accounts(case["texts"])
    known = {f.fingerprint for a in held for f in a.figures}
    quotes = {m.quote for a in held for m in a.mentions}
    for made in event("it", held).estimates:
        names = [*made.used, *(aside.figure for aside in made.aside)]
        assert made.rule.endswith(".") and made.used
        assert all(name in known or name.removeprefix("title: ").strip("“”") in quotes for name in names)
        assert all(aside.reason for aside in made.aside)
        assert made.low is not None and made.high is not None and made.low <= (made.best or 0) <= made.high


def test_background_is_set_aside_with_its_reason() -> None:
    reasons = {aside.reason for aside in estimate(event("it", named("other events in the same text")), "killed").aside}
    assert "speaks of other events as well" in reasons


def test_status_counts_documents_that_do_not_only_repeat_each_other() -> None:
    text = {"published": "2020-01-01", "text": "Four people were killed when the roof fell."}
    assert estimate(event("it", accounts([text])), "killed").status is Status.SINGLE
    echoed = estimate(event("it", accounts([text, text])), "killed")
    assert (echoed.status, echoed.reports, echoed.origins) == (Status.SINGLE, 2, 1)
    other = {"published": "2020-01-02", "text": "The roof killed four people, the mayor said."}
    assert estimate(event("it", accounts([text, other])), "killed").status is Status.CORROBORATED
    more = {"published": "2020-01-01", "text": "The roof killed five people, the mayor said."}
    assert estimate(event("it", accounts([text, more])), "killed").status is Status.CONTESTED


def test_an_earlier_count_of_the_dead_is_set_aside_once_more_are_dead() -> None:
    first = {"published": "2020-01-01", "text": "One person was killed and three others were injured when the roof fell."}
    later = {"published": "2020-01-03", "text": "A second victim of the fall of the roof has died."}
    made = event("it", accounts([first, later]))
    assert (estimate(made, "killed").best, estimate(made, "injured").best) == (2, 2)
    assert [aside.reason for aside in estimate(made, "killed").aside] == ["says 1 at least, or so many at the time"]


def test_injured_are_told_as_their_text_has_them_though_some_have_died_since() -> None:
    first = {"published": "2020-01-01", "text": "At least 12 people were killed and 30 others were injured when the roof fell."}
    later = {"published": "2020-01-02", "text": "The fall of the roof killed 17 people. The 17 dead were named; 28 people are injured."}
    made = event("it", accounts([first, {**later, "title": "Roof toll rises to 17 dead"}]))
    injured = estimate(made, "injured")
    assert (injured.low, injured.best, injured.high) == (28, 28, 30)
    assert [aside.reason for aside in injured.aside] == ["says 30, of a day when fewer had died"]


def test_two_numbers_to_which_one_text_gives_equal_weight_are_both_in_the_range() -> None:
    text = "Aid officials said 22 people were killed in Osh. Rebel commanders said 9 people were killed in Osh."
    killed = estimate(event("it", accounts([{"text": text}])), "killed")
    assert (killed.low, killed.high, killed.status) == (9, 22, Status.CONTESTED)


def test_a_disputed_count_and_a_part_are_set_aside() -> None:
    made = event("it", [account("a", {"text": "Police arrested 40 people, including 12 students."})])
    assert [(a.reason) for a in estimate(made, "detained").aside] == ["a part of another figure"]


def test_texts_that_count_nobody_give_no_estimate() -> None:
    assert event("it", [account("a", {"text": "The bridge was closed."})]).estimates == ()
