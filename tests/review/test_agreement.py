"""Krippendorff's alpha against a published example, and what it is counted over."""

from __future__ import annotations

from collections.abc import Hashable

import pytest

from sayso.model import Decision, Verdict
from sayso.review import agreement, alpha, snapshot

from .samples import figure

CODERS = {  # four observers, twelve units, values missing: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . 3",
    "C": ". 3 3 3 2 3 4 2 2 5 1 .",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
}


def test_alpha_of_the_published_example() -> None:
    rows = {name: row.split() for name, row in CODERS.items()}
    units = [{name: row[at] for name, row in rows.items() if row[at] != "."} for at in range(12)]
    found = alpha(units)
    assert found is not None and round(found, 3) == 0.743


@pytest.mark.parametrize("units", [[], [{"A": 1}], [{"A": 1, "B": 1}, {"A": 1, "B": 1}]])
def test_alpha_is_not_defined_where_nothing_varies(units: list[dict[str, Hashable]]) -> None:
    assert alpha(units) is None


def test_full_agreement_is_one_and_full_quarrel_below_nought() -> None:
    assert alpha([{"A": 1, "B": 1}, {"A": 2, "B": 2}]) == 1
    quarrel = alpha([{"A": 1, "B": 2}, {"A": 2, "B": 1}])
    assert quarrel is not None and quarrel < 0


def decision(subject: str, person: str, verdict: Verdict, **fields: object) -> Decision:
    held = {} if verdict is Verdict.REJECT else snapshot(figure(**fields))
    return Decision("figure", ("doc", subject), verdict, person, "2026-01-01", fields=held)


def test_agreement_is_counted_over_what_two_persons_judged() -> None:
    held = [
        decision("one", "Ada", Verdict.ACCEPT),
        decision("one", "Ben", Verdict.CORRECT, category="injured"),
        decision("two", "Ada", Verdict.REJECT),
        decision("two", "Ben", Verdict.REJECT),
        decision("three", "Ada", Verdict.ACCEPT),
        decision("four", "Ada", Verdict.ACCEPT),
        decision("four", "Ben", Verdict.ACCEPT),
    ]
    found = agreement(held)
    assert (found.persons, found.figures, found.divided) == (("Ada", "Ben"), 3, 1)
    assert found.alpha["verdict"] == 1
    assert found.alpha["category"] is not None and found.alpha["category"] <= 0
    assert found.alpha["number"] is None


def test_what_was_taken_back_and_who_was_unsure_do_not_count() -> None:
    held = [
        decision("one", "Ada", Verdict.ACCEPT),
        decision("one", "Ben", Verdict.REJECT),
        Decision("figure", ("doc", "one"), Verdict.UNDO, "Ben", "2026-01-02"),
        decision("one", "Cleo", Verdict.UNSURE),
    ]
    assert agreement(held).figures == 0
