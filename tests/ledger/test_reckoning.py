"""What is derived is a function of the facts: however a ledger came to hold them, it is the same to the byte."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.codebook import rules
from sayso.ledger import Ledger, reckoning
from sayso.ledger.reckoning import refresh
from sayso.model import Figure
from sayso.reconcile import estimate, fact, keys, reckon
from sayso.store import Derived, Store

from .library import Reading, decide, dump, fill, readings_of_all

REFUSED, CONFIRMED = ("meridian report", "meridian centre"), ("mc", "meridian centre")
POLICIES = tuple(rules().policies)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that was filled at once, decided on and then reconciled once."""
    path = fill(tmp_path_factory.mktemp("whole") / "whole.db", readings_of_all())
    with Store.open(path) as store:
        decide(store, *REFUSED, "reject")
        decide(store, *CONFIRMED, "accept")
        refresh(store)
    return path


def shuffled(seed: int) -> list[Reading]:
    held = list(readings_of_all())
    random.Random(seed).shuffle(held)
    return held


def misread(reading: Reading) -> Reading:
    """Another reading of a document: other dates around it, half of its figures, other sources and categories."""
    document, figures = reading
    other = [replace(figure, attribution=(), category="killed", origin=("RU",)) for figure in figures[::2]]
    return replace(document, published="1999", event="other"), other


@pytest.mark.parametrize("seed", range(2))
def test_any_order_and_any_number_of_refreshes_come_to_the_same(seed: int, whole: Path, tmp_path: Path) -> None:
    chance, held = random.Random(seed), shuffled(seed)
    early = chance.sample(held, 40)
    with Store.open(tmp_path / "step.db") as store:
        for reading in early:
            store.add(*misread(reading))
        refresh(store)
        decide(store, *CONFIRMED, "reject")
        for at, reading in enumerate(held):
            store.add(*reading)
            if at == len(held) // 2:
                decide(store, *REFUSED, "accept")
            if at % 30 == seed:
                refresh(store)
        for pair, verdict in ((CONFIRMED, "undo"), (REFUSED, "reject"), (CONFIRMED, "accept")):
            decide(store, *pair, verdict)
            refresh(store)
    assert dump(tmp_path / "step.db") == dump(whole)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The keys of the pieces that were reckoned."""
    held: list[Any] = []
    real = Derived.put

    def put(derived: Derived, pieces: Any) -> None:
        held.extend(pieces)
        real(derived, pieces)

    monkeypatch.setattr(Derived, "put", put)
    return held


def test_one_document_more_touches_what_it_speaks_of_and_no_more(whole: Path, tmp_path: Path, made: list[Any]) -> None:
    held = list(readings_of_all())
    path = fill(tmp_path / "step.db", held[1:])
    with Store.open(path) as store:
        decide(store, *REFUSED, "reject")
        decide(store, *CONFIRMED, "accept")
        refresh(store)
        everything = len(made)
        made.clear()
        refresh(store)
        assert made == []
        store.add(*held[0])
        refresh(store)
    assert 0 < len(made) < everything / 2
    assert dump(path) == dump(whole)


def test_one_figure_refused_touches_what_it_is_part_of_and_no_more(whole: Path, tmp_path: Path, made: list[Any]) -> None:
    shutil.copy(whole, tmp_path / "judged.db")
    chance, held, alone = random.Random(6), rules(), 0
    with sayso.open(tmp_path / "judged.db") as ledger:
        figures = {one.fingerprint: one for one in ledger.figures()}
        documents = {one.fingerprint: one for one in ledger.documents()}
        for one in chance.sample(sorted(figures), 25):
            home = documents[figures[one].document_fingerprint]
            ledger.reject(one, person="Ada")
            made.clear()
            refresh(ledger._store())
            own = set(keys(fact(figures[one], home.published, home.event, held), held))
            assert set(made) >= own
            alone += set(made) == own
        assert alone > 15, "more is touched only where a name that no text mentions any more was linked to another one"
        step = dump(tmp_path / "judged.db")
        with ledger._store().derived(write=True) as derived:
            derived.begin_anew("")
        refresh(ledger._store())
    assert dump(tmp_path / "judged.db") == step


def test_many_changed_documents_are_reckoned_as_few_are(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reckoning, "_MANY", 5)
    monkeypatch.setattr(reckoning, "_BATCH", 7)

    def now_and_then(store: Store, at: int) -> None:
        if at % 50 == 0:
            refresh(store)

    path = fill(tmp_path / "step.db", shuffled(9), now_and_then)
    with Store.open(path) as store:
        decide(store, *REFUSED, "reject")
        decide(store, *CONFIRMED, "accept")
        refresh(store)
    assert dump(path) == dump(whole)


def test_in_memory_it_comes_to_the_same(whole: Path) -> None:
    held = [fact(figure, document.published, document.event, rules()) for document, figures in shuffled(4) for figure in figures]
    made = reckon(held, rules(), {REFUSED: False, CONFIRMED: True})
    with sayso.open(whole) as ledger:
        assert list(made.links) == ledger.origins()
        assert list(made.findings) == ledger.findings()
        assert len(made.findings) > 100
        for policy in POLICIES:
            assert [estimate(point, policy) for point in made.points] == reckoning.reckoned(ledger._store(), policy)


def test_a_document_that_is_gone_leaves_nothing_behind(tmp_path: Path) -> None:
    held = list(readings_of_all())[:12]
    path = fill(tmp_path / "step.db", held)
    with Store.open(path) as store:
        refresh(store)
        with store._connect(write=True) as connection:
            connection.exec_driver_sql("DELETE FROM documents WHERE fingerprint = ?", (held[0][0].fingerprint,))
        refresh(store)
    other = fill(tmp_path / "other.db", held[1:])
    with Store.open(other) as store:
        refresh(store)
    assert dump(path) == dump(other)


def test_other_rules_make_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fill(tmp_path / "step.db", readings_of_all()[:90])
    with Store.open(path) as store:
        refresh(store)
        before = dump(path)
        with monkeypatch.context() as patch:
            patch.setattr(reckoning, "rules", lambda: replace(rules(), about=0, digest="other"))
            refresh(store)
            assert dump(path) != before
        refresh(store)
    assert dump(path) == before


def interrupted(store: Store, between: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Refresh, and let something happen after it was seen that there is something to do, before the ledger is locked for it."""
    real, left = store.derived, [between]

    def late(*, write: bool = False) -> Any:
        if write and left:
            left.pop()()
        return real(write=write)

    with monkeypatch.context() as patch:
        patch.setattr(store, "derived", late)
        refresh(store)
    assert not left


def test_two_that_refresh_at_once_do_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fill(tmp_path / "step.db", list(readings_of_all())[:12])
    with Store.open(path) as one, Store.open(path) as other:
        refresh(one)
        one.add(*readings_of_all()[13])
        interrupted(one, lambda: refresh(other), monkeypatch)
    fresh = fill(tmp_path / "fresh.db", [*list(readings_of_all())[:12], readings_of_all()[13]])
    with Store.open(fresh) as store:
        refresh(store)
    assert dump(path) == dump(fresh)


def test_a_decision_that_comes_just_before_the_lock_is_heeded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = [reading for reading in readings_of_all() if any("Meridian" in " ".join(figure.source) for figure in reading[1])]
    path = fill(tmp_path / "step.db", held)
    with Store.open(path) as one, Store.open(path) as other:
        interrupted(one, lambda: decide(other, *REFUSED, "reject"), monkeypatch)
        refresh(one)
    with sayso.open(path) as ledger:
        [link] = [link for link in ledger.origins() if (link.name, link.head) == REFUSED]
    assert (link.applied, link.decided) == (False, False)


def test_a_ledger_without_figures_has_nothing_to_tell(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        (tmp_path / "nothing.txt").write_text("Nobody was counted in this report from the mountains.\n", "utf8")
        ledger.add(tmp_path / "nothing.txt")
        assert (ledger.findings(), ledger.origins()) == ([], [])


def test_figures_of_one_place_in_other_words_are_told_apart() -> None:
    found: list[Figure] = [figure for _, figures in readings_of_all() for figure in figures]
    assert len({figure.fingerprint for figure in found}) == len(found) > 400
