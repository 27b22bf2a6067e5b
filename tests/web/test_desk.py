"""What is kept holds as long as the ledger does not change."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, Event, Thread

import pytest
from jinja2 import Environment

from sayso.ledger import open
from sayso.store import Store
from sayso.web.desk import Desk
from sayso.web.gate import Gate

from . import hostile


def test_a_value_is_made_once_for_each_state_of_the_ledger(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new.db") as store, open(tmp_path / "new.db") as ledger:
        desk = Desk(ledger, gate=Gate(ledger.path), looks=Environment(autoescape=True))
        first, second = hostile.readings()
        store.add(*first)
        made = [desk.kept("documents", ledger.documents) for _ in range(3)]
        assert made[0] is made[1] is made[2] and len(made[0]) == 1
        store.add(*second)
        assert len(desk.kept("documents", ledger.documents)) == 2


def test_what_rests_on_facts_alone_waits_for_nothing_derived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path / "new.db") as store, open(tmp_path / "new.db") as ledger:
        desk = Desk(ledger, gate=Gate(ledger.path), looks=Environment(autoescape=True))
        monkeypatch.setattr(Desk, "state", None)
        for number, reading in enumerate(hostile.readings(), 1):
            store.add(*reading)
            assert len(desk.facts("documents", ledger.documents)) == number


def test_what_many_ask_for_at_once_is_made_once(filled: Path) -> None:
    made: list[int] = []
    start = Barrier(8)

    def asking(desk: Desk) -> None:
        start.wait()
        desk.kept("one", lambda: made.append(1))

    with open(filled, create=False) as ledger:
        desk = Desk(ledger, gate=Gate(ledger.path), looks=Environment(autoescape=True))
        threads = [Thread(target=asking, args=(desk,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert made == [1]


def test_while_a_value_is_made_anew_others_get_the_one_before(tmp_path: Path) -> None:
    making, go_on = Event(), Event()

    def slowly() -> str:
        making.set()
        assert go_on.wait(30)
        return "new"

    with Store.open(tmp_path / "new.db") as store, open(tmp_path / "new.db") as ledger:
        desk = Desk(ledger, gate=Gate(ledger.path), looks=Environment(autoescape=True))
        assert desk.kept("one", lambda: "old") == "old"
        store.add(*hostile.readings()[0])
        thread = Thread(target=desk.kept, args=("one", slowly))
        thread.start()
        assert making.wait(30)
        assert desk.kept("one", slowly) == "old"
        go_on.set()
        thread.join()
        assert desk.kept("one", slowly) == "new"
