"""Points: what is laid together and what is told apart before any policy."""

from __future__ import annotations

from sayso.codebook import rules
from sayso.model import Document
from sayso.reconcile import estimate, reckon

from .casebook import facts

BLAST = "The blast in Homs killed 12 people, police said. The war in Homs has killed 9,000 people, Orvell Research said."


def killed(text: str, event: str | None = None) -> list[tuple[int | None, int | None]]:
    held, _ = facts([Document("text", text, published="2016-03-01", event=event)])
    made = [estimate(point, "range") for point in reckon(held, rules()).points if point.quantity.category == "killed"]
    return sorted((one.low, one.high) for one in made)


def test_the_toll_of_a_blast_and_of_a_war_are_two_estimates() -> None:
    assert killed(BLAST) == [(12, 12), (9000, 9000)]


def test_tolls_of_one_size_are_one_estimate() -> None:
    assert killed(BLAST.replace("9,000", "19")) == [(12, 19)]


def test_what_a_user_calls_one_event_is_one() -> None:
    assert killed(BLAST, event="blast") == [(12, 9000)]
