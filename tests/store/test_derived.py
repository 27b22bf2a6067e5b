"""The derived side of a ledger: what changed is noticed, pieces are found by their documents, nothing is left behind."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sayso.model import Aside, Claim, Decision, Evidence, Finding, Interval, Kind, Link, Point, Quantity, Unit
from sayso.store import Store
from sayso.store.bodies import finding_of, point_body, point_of

from .samples import document, figure, rich

KEY, OTHER = ("quantity", "joined", "Ö\0x"), ("document", "1")
FINDING = Finding(
    Kind.GAP, "A list leaves “TM” out.", ("f1", "f2"), (Evidence("f1", "text", "12", "a < b", "12 men."),), "joined", ("TJ",), ("SY", "IQ"),
    "place", False, -3, "f2", "ten-fold", ("TM",),
)  # fmt: skip
POINT = Point(
    Quantity("joined", ("TJ",), ("IQ", "SY"), "women", "2016-03", "market", Unit.HOUSEHOLD),
    (
        Claim("meridian", Interval(12, None), Interval(10, None), True, 736_000, ("f1", "f3"), (0, 1)),
        Claim("document x", Interval(None, 40), Interval(None, 40), False, None, ("f4",), (1,)),
    ),
    (Aside("f2", "disputed"),),
)


@pytest.mark.parametrize("finding", [FINDING, Finding(Kind.ECHO, "", ())])
def test_a_finding_comes_back_as_it_was(finding: Finding) -> None:
    assert finding_of(finding.to_dict()) == finding


@pytest.mark.parametrize("point", [POINT, Point(Quantity("killed"), ())])
def test_a_point_comes_back_as_it_was(point: Point) -> None:
    assert point_of(json.loads(json.dumps(point_body(point)))) == point


def stale(store: Store) -> list[int]:
    with store.derived(write=True) as derived:
        found = derived.stale()
        derived.settle()
    return found


def test_every_change_of_the_facts_is_noticed(store: Store) -> None:
    first, figures = rich()
    assert stale(store) == []
    store.add(first, figures)
    assert stale(store) == [1] and stale(store) == []
    store.add(first, figures)
    assert stale(store) == []
    store.add(first, figures[:1])
    assert stale(store) == [1]
    store.add(replace(first, published="2020"), figures[:1])
    assert stale(store) == [1]
    store.add(document("another"), [])
    assert stale(store) == [2]
    store.decide(Decision("link", ("a", "b"), "accept", "me", "now"))
    assert stale(store) == [0]
    with store._connect(write=True) as connection:
        connection.exec_driver_sql("DELETE FROM documents WHERE id = 1")
    assert stale(store) == [1]


def test_pieces_hold_figures_until_their_document_is_forgotten(store: Store) -> None:
    first, second = document(), document("another")
    for held in (first, second):
        store.add(held, [figure(held), figure(held, "150", low=150, high=150)])
    with store.derived(write=True) as derived:
        numbers = [(one.figure_id, one.document_id) for one in derived.facts()]
        assert [one.document_id for one in derived.facts([1])] == [1, 1] and list(derived.facts([])) == []
        derived.keep(
            [(KEY, *pair, 5 + at) for at, pair in enumerate(numbers)] + [(OTHER, *numbers[0], 5)],
            [(1, "meridian", "Meridian", ""), (2, "orvell", "Orvell", "x")],
        )
        by_document = {number: derived.pieces_of([number]) for _, number in numbers}
        assert by_document[numbers[0][1]] == {KEY, OTHER} and sorted(map(len, by_document.values())) == [1, 2]
        assert {key: len(some) for key, some in derived.facts_of([KEY, OTHER]).items()} == {KEY: 4, OTHER: 1}
        assert (derived.naming(["orvell", "nobody"]), derived.naming([]), derived.together("orvell", "meridian")) == ([2], [], False)
        derived.put({KEY: ([FINDING], [POINT]), OTHER: ([], [Point(Quantity("killed"), ())])})
        assert list(derived.findings()) == [FINDING] and sorted(derived.points(), key=lambda one: len(one.claims))[1] == POINT
        assert derived.forget([]) == set() and derived.forget([1, 2]) == {(OTHER, 5), *((KEY, 5 + at) for at in range(4))}
        assert derived.spellings() == [] and derived.facts_of([KEY]) == {KEY: []}
        derived.put({KEY: ([], []), OTHER: ([], [])})
        assert [*derived.findings(), *derived.points()] == []
        assert derived.pieces_of([1, 2]) == set()


def test_links_are_replaced_as_a_whole(store: Store) -> None:
    held = [Link("a", "b", "why", 0.9, True, None, ("A", "B")), Link("c", "b", "why", 0.6, False, False, ("C", "B"))]
    with store.derived(write=True) as derived:
        derived.put_aliases(held)
        assert derived.aliases() == held
        derived.put_aliases(held[1:])
        assert derived.aliases() == held[1:]


def test_it_is_known_by_what_rules_it_was_made(store: Store) -> None:
    store.add(*rich())
    stale(store)
    with store.derived(write=True) as derived:
        assert derived.made_by() == ""
        derived.begin_anew("1 abc")
        assert (derived.made_by(), derived.stale()) == ("1 abc", [1])
        derived.begin_anew("2 abc")
        assert derived.made_by() == "2 abc"


def test_decisions_are_kept_in_their_order(store: Store) -> None:
    held = [Decision("link", ("a", "b"), verdict, "me", str(at), "Ö") for at, verdict in enumerate(("accept", "reject", "accept"))]
    for decision in (*held, Decision("finding", ("x",), "accept", "me", "4")):
        store.decide(decision)
    with store.derived() as derived:
        assert derived.decisions("link") == held
