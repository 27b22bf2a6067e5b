"""Findings and points a page at a time: the same as all of them, cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from sayso.ledger import Ledger, samples
from sayso.model import Estimate, Finding, Point, Standing
from sayso.store import About, Store


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("results") / "sayso.db") as held:
        held.add(samples())
        held.findings()
        yield held


def findings(store: Store, about: About, offset: int = 0, limit: int = 1000) -> list[Finding]:
    with store.results() as results:
        return results.findings(about, offset, limit)


def points(store: Store, about: About, offset: int = 0, limit: int = 10_000) -> list[Point]:
    with store.results() as results:
        return results.points(about, offset, limit)


def test_pages_of_findings_are_all_of_them_in_their_order(ledger: Ledger) -> None:
    whole = list({one.fingerprint: one for one in ledger.findings()}.values())
    store = ledger._store()
    assert [one for at in range(0, len(whole), 7) for one in findings(store, About(), at, 7)] == whole
    with store.results() as results:
        assert results.count_findings(About()) == Counter(one.kind.value for one in whole)
        assert results.like(whole[0].fingerprint[:8]) == whole[:1]
        figure = whole[0].figures[0]
        assert results.findings_about(figure) == [one for one in whole if figure in one.figures]


def test_findings_are_chosen_as_the_ledger_chooses_them(ledger: Ledger) -> None:
    store = ledger._store()
    for about, wanted in (
        (About(kinds=["echo", "conflict"]), {"kind": ["echo", "conflict"]}),
        (About(categories=["joined"]), {"category": "joined"}),
        (About(people=["TJ", "none"]), {"origin": ["TJ", "none"]}),
        (About(categories=["killed"], place=["none"]), {"category": "killed", "location": "none"}),
    ):
        assert {one.fingerprint for one in findings(store, about)} == {one.fingerprint for one in ledger.findings(**wanted)}


def test_findings_are_chosen_by_how_they_stand(ledger: Ledger) -> None:
    store = ledger._store()
    first, second, third, *rest = [one.fingerprint for one in findings(store, About())]
    ledger.accept(first, person="Ada")
    ledger.reject(second, person="Ada")
    ledger.accept(third, person="Ada")
    ledger.reject(third, person="Ben")
    ledger.unsure(rest[0], person="Ben")
    standing = {one: {f.fingerprint for f in findings(store, About(standings=[one]))} for one in Standing}
    assert [standing[one] for one in ("accepted", "rejected", "divided", "unsure")] == [{first}, {second}, {third}, {rest[0]}]  # type: ignore[index]
    assert standing[Standing.NEW] == set(rest[1:])
    for one, person in ((first, "Ada"), (second, "Ada"), (third, "Ada"), (third, "Ben"), (rest[0], "Ben")):
        ledger.undo(one, person=person)
    assert len(findings(store, About(standings=["new"]))) == len(rest) + 3


def test_pages_of_points_are_the_estimates(ledger: Ledger) -> None:
    store = ledger._store()
    whole = [one for one in ledger.estimates() if isinstance(one, Estimate)]
    held = points(store, About())
    assert {one.fingerprint for one in held} == {one.fingerprint for one in whole}
    assert [one for at in range(0, len(held), 9) for one in points(store, About(), at, 9)] == held
    with store.results() as results:
        assert results.count_points(About()) == len(held)
        most = results.points(About(rivals=2), rivalled=True)
        assert [len(one.claims) for one in most] == sorted((len(one.claims) for one in held if len(one.claims) > 1), reverse=True)
        for one in held[:20]:
            assert results.point(one.fingerprint) == one
            assert one in results.series(one.quantity.series)
            assert one in results.points_about(one.figures[0])
        assert results.point("0000") is None


def test_points_are_chosen_by_what_they_are_of(ledger: Ledger) -> None:
    store = ledger._store()
    wanted = About(categories=["joined"], people=["TJ"])
    chosen = ledger.estimates(category="joined", origin="TJ")
    assert {one.fingerprint for one in points(store, wanted)} == {one.fingerprint for one in chosen if isinstance(one, Estimate)}
