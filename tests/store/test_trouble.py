from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from sayso.errors import LedgerError
from sayso.store import Counts, Store, door

from .samples import document, rich


def test_a_ledger_that_another_process_keeps_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "_BUSY_SECONDS", 0.05)
    path = tmp_path / "sayso.db"
    with Store.open(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        store.add(*rich())
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another process keeps the ledger busy") as caught:
            store.add(document("another"), [])
        assert caught.value.where == str(path) and caught.value.advice
        assert store.counts() == Counts(1, 2)  # readers do not wait
        other.execute("ROLLBACK")
        assert store.add(document("another"), [])


def test_a_full_disk_leaves_no_half_document(tmp_path: Path) -> None:
    def limit(connection: Any, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 60")

    with Store.open(tmp_path / "sayso.db") as store:
        event.listen(store._engine, "connect", limit)
        store.add(*rich())
        with pytest.raises(LedgerError, match="the disk is full"):
            store.add(document("large", "12 people left. " * 30_000), [])
        assert store.counts() == Counts(1, 2)
        assert not store.faults()
        assert store.add(document("small", "12 people left."), [])


def test_an_error_of_another_kind_keeps_its_words(store: Store) -> None:
    message = r"the ledger cannot be used \(no such table: nowhere\)\. Run: sayso doctor"
    with pytest.raises(LedgerError, match=message), store._connect() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")
