"""Reconciling where something is in the way: a ledger that cannot be written, an older one, other processes, a kill."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import sayso
from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.reckoning import reckoned, refresh
from sayso.store import Store
from sayso.store.layout import LEDGER, Layout
from store.test_door import nobody

from .library import dump, fill, readings_of_all

KILLED = """
import os, signal, sys
from sayso.ledger.reckoning import refresh
from sayso.store import Derived, Store
def stop(*rest):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(Derived, sys.argv[2], stop)
with Store.open(sys.argv[1]) as store:
    refresh(store)
"""
ASKING = """
import sys, sayso
print("ready", flush=True)
sys.stdin.readline()
with sayso.open(sys.argv[1], create=False) as ledger:
    print(*[finding.fingerprint for finding in ledger.findings()])
"""


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(sayso.__file__).parents[1])}


def test_a_ledger_that_cannot_be_written_tells_the_same(tmp_path: Path) -> None:
    path = fill(tmp_path / "sayso.db", readings_of_all()[-60:])
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    before = path.read_bytes()
    with nobody(tmp_path), Ledger(path, create=False) as ledger:
        told = ledger.findings(), ledger.origins(), reckoned(ledger._store(), "range")
        opened = ledger.explain(told[2][0].fingerprint)
        assert [one.estimate for one in opened] == told[2][:1]
        with pytest.raises(LedgerError, match="can only be read"):
            ledger.accept(told[1][0].fingerprint)
    tmp_path.chmod(0o755)
    path.chmod(0o644)
    assert path.read_bytes() == before
    with Ledger(path) as ledger:
        assert told == (ledger.findings(), ledger.origins(), reckoned(ledger._store(), "range"))


def test_an_older_ledger_is_brought_up_to_date_and_reconciled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = readings_of_all()[-60:]
    with monkeypatch.context() as patch:
        scripts = LEDGER.scripts()[:1]
        patch.setattr(Layout, "scripts", lambda _: scripts)
        with Store.open(tmp_path / "old.db") as store:
            assert store.layout() == 1
    path, new = tmp_path / "old.db", fill(tmp_path / "new.db", held)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in ("documents", "figures", "links"):
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        connection.commit()
    for one in (path, new):
        with Store.open(one) as store:
            assert store.layout() == LEDGER.latest()
            refresh(store)
    assert dump(path) == dump(tmp_path / "new.db")


@pytest.mark.parametrize("step", ["put_aliases", "settle"])
def test_a_refresh_that_is_killed_leaves_all_to_the_next_one(step: str, tmp_path: Path) -> None:
    held = readings_of_all()[:20]
    path = fill(tmp_path / "sayso.db", held[1:])
    with Store.open(path) as store:
        refresh(store)
        before = dump(path)
        store.add(*held[0])
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path), step], env=environment(), timeout=60, check=False)
    assert killed.returncode == -signal.SIGKILL
    fresh = fill(tmp_path / "fresh.db", held)
    after = dump(path)
    assert after.pop("stale") and all(after[name] == before[name] for name in after)
    for one in (path, fresh):
        with Store.open(one) as store:
            refresh(store)
    assert dump(path) == dump(fresh)


def test_processes_that_ask_at_once_hear_the_same(tmp_path: Path) -> None:
    path = fill(tmp_path / "sayso.db", readings_of_all()[-60:])
    command = [sys.executable, "-c", ASKING, str(path)]
    running = [
        subprocess.Popen(command, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [process.stdout.readline() for process in running if process.stdout] == ["ready\n"] * 2
    for process in running:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=60) for process in running]
    assert [process.returncode for process in running] == [0, 0], answers
    assert len(set(answers)) == 1 and answers[0][0].strip()
    fresh = fill(tmp_path / "fresh.db", readings_of_all()[-60:])
    with Store.open(fresh) as store:
        refresh(store)
    assert dump(path) == dump(fresh)
