"""Ledgers as they were before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sayso.store import Store
from sayso.store.layout import LEDGER, statements

from .samples import rich


def aged(folder: Path, layout: int) -> Path:
    """A ledger with a document and two figures in the layout of this number, built by the first migrations as ledgers of then are."""
    with Store.open(folder / "new.db") as store:
        store.add(*rich())
    with closing(sqlite3.connect(folder / "old.db")) as old:
        for script in LEDGER.scripts()[:layout]:
            for statement in statements(script):
                old.execute(statement)
        old.execute("ATTACH ? AS new", (str(folder / "new.db"),))
        for name in ("documents", "figures", "links"):
            old.execute(f"INSERT INTO main.{name} SELECT * FROM new.{name}")
        old.commit()
        old.execute(f"PRAGMA application_id = {LEDGER.mark}")
        old.execute(f"PRAGMA user_version = {layout}")
    return folder / "old.db"
