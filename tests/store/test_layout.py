from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine

from sayso.errors import LedgerError
from sayso.store import AccountsFile, Counts, Store, register, schema
from sayso.store.layout import LEDGER, Layout, statements

from .samples import rich


def described(connection: sqlite3.Connection) -> dict[str, object]:
    """Columns, keys and indexes of every table, without the full-text index and its own tables."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: list(_table(connection, name)) for name in names if not name.startswith("search")}


def _table(connection: sqlite3.Connection, name: str) -> Iterator[object]:
    yield connection.execute(f"PRAGMA table_xinfo({name})").fetchall()
    yield sorted(row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({name})"))
    indexes = connection.execute(f"PRAGMA index_list({name})").fetchall()
    yield sorted((row[2:], [c[2] for c in connection.execute(f"PRAGMA index_info({row[1]})")]) for row in indexes)
    yield connection.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (name,)).fetchall()


def made_ledger(path: Path) -> None:
    Store.open(path).close()


def made_accounts(path: Path) -> None:
    AccountsFile.open(path, create=True).close()


@pytest.mark.parametrize(("make", "definition"), [(made_ledger, schema.metadata), (made_accounts, register.metadata)])
def test_migrations_build_what_the_definition_says(tmp_path: Path, make: Callable[[Path], None], definition: MetaData) -> None:
    make(tmp_path / "migrated.db")
    engine = create_engine(f"sqlite:///{tmp_path / 'defined.db'}")
    definition.create_all(engine)
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "migrated.db")) as migrated, closing(sqlite3.connect(tmp_path / "defined.db")) as defined:
        assert described(migrated) == described(defined)
        assert set(described(migrated)) == set(definition.tables)


def test_the_file_is_marked_and_numbered(tmp_path: Path) -> None:
    with Store.open(tmp_path / "sayso.db") as store:
        assert store.layout() == LEDGER.latest()
    with closing(sqlite3.connect(tmp_path / "sayso.db")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (LEDGER.mark,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("SELECT key FROM meta").fetchall() == [("created",)]


def test_connections_keep_their_promises(store: Store) -> None:
    with store._connect(write=True) as connection:
        kept = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "synchronous", "busy_timeout")}
    assert kept == {"foreign_keys": 1, "synchronous": 2, "busy_timeout": 30_000}


def further(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    scripts = [*LEDGER.scripts(), script]
    monkeypatch.setattr(Layout, "scripts", lambda _: scripts)


def test_an_older_ledger_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path / "sayso.db") as store:
        store.add(*rich())
    further(monkeypatch, "-- more\nALTER TABLE figures ADD COLUMN more TEXT;\nINSERT INTO meta VALUES ('a;b', '--');\n-- end\n")
    with Store.open(tmp_path / "sayso.db", create=False) as store:
        assert store.layout() == LEDGER.latest() == 7
        assert store.counts() == Counts(1, 2)
        assert list(store.figures()) == rich()[1]


@pytest.mark.parametrize("fault", ["INSERT INTO nowhere VALUES (1);", "DELETE FROM documents;"])
def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    path = tmp_path / "sayso.db"
    with Store.open(path) as store:
        store.add(*rich())
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        further(patch, f"CREATE TABLE more (a TEXT);\n{fault}\n")
        with pytest.raises(LedgerError):
            Store.open(path)
    assert path.read_bytes() == before
    with Store.open(path) as store:
        assert store.counts() == Counts(1, 2)


def test_statements_are_told_apart() -> None:
    script = "-- one; two\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  SELECT 1;\n  SELECT ';';\nEND;\nSELECT 2;\n-- end\n"
    assert [s.split()[-1] for s in statements(script)] == ["END;", "2;"]
    with pytest.raises(AssertionError, match="unfinished"):
        list(statements("SELECT 1"))
