"""What survives a killed process and several at once: real processes on real files."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

import sayso
from sayso.store import Counts, Store

from . import adding

SOURCE = str(Path(sayso.__file__).parents[1])


def start(path: Path, prefix: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, adding.__file__, str(path), prefix, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": SOURCE})


@pytest.mark.parametrize("after", [1, 7, 60])
def test_a_killed_process_loses_nothing_that_it_reported(tmp_path: Path, after: int) -> None:
    path = tmp_path / "sayso.db"
    with start(path, "d", 100_000) as process:
        assert process.stdout
        reported = [process.stdout.readline() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        reported += process.stdout  # not communicate(): it would pass over the lines that readline() has already fetched
    assert process.returncode == -signal.SIGKILL
    names = {line.split()[1] for line in reported}
    assert len(names) >= after

    with Store.open(path, create=False) as store:
        assert not store.faults()
        documents = {document.name: document for document in store.documents()}
        figures = Counter(figure.document for figure in store.figures())
    assert names <= set(documents)
    assert len(documents) <= len(names) + 1  # the one it was killed over may be there, but then it is whole
    assert figures == dict.fromkeys(documents, adding.FIGURES)
    assert all(document == adding.reading(name)[0] for name, document in documents.items())


def test_a_process_killed_while_it_makes_the_ledger_leaves_something_to_go_on_with(tmp_path: Path) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.db"
        process = start(path, "d", 1)
        while process.poll() is None and not path.exists():
            pass
        process.kill()
        process.communicate()
        assert not start(path, "e", 2).communicate()[1]
        with Store.open(path, create=False) as store:
            assert {document.name for document in store.documents()} >= {"e0", "e1"}
            assert not store.faults()


def test_several_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    processes = [start(path, prefix, 40) for prefix in ("a", "b", "a")]  # two of them add the same
    assert [process.communicate()[1] for process in processes] == ["", "", ""]
    with Store.open(path, create=False) as store:
        assert not store.faults()
        assert store.counts() == Counts(80, 80 * adding.FIGURES)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
