from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from sayso.errors import ForeignLedger, LedgerError, NewerLedger
from sayso.store import Counts, Store
from sayso.store.layout import LEDGER

from .samples import document, rich


def made(path: Path) -> Path:
    with Store.open(path) as store:
        store.add(*rich())
    return path


def other_program(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
        connection.commit()
    return path


def marked_by_another(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 252006674")
    return path


def numbered_by_another(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")
    return path


def other_with_log(path: Path) -> Path:
    """A database of another program that was killed, so that its tables are still in its log."""
    source = path.with_name("running.db")
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
        connection.commit()
        path.write_bytes(source.read_bytes())
        path.with_name(path.name + "-wal").write_bytes(source.with_name("running.db-wal").read_bytes())
    return path


def plain_text(path: Path) -> Path:
    path.write_text("At least 12 people were killed.\n" * 20, "utf8")
    return path


def one_byte(path: Path) -> Path:
    path.write_bytes(b"S")
    return path


def newer(path: Path) -> Path:
    made(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {LEDGER.latest() + 1}")
    return path


def cut_short(path: Path) -> Path:
    made(path)
    path.write_bytes(path.read_bytes()[:5000])
    return path


def no_database_after_all(path: Path) -> Path:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    return path


def scrambled(path: Path) -> Path:
    made(path)
    whole = bytearray(path.read_bytes())
    whole[100:3000] = b"\xa5" * 2900
    path.write_bytes(whole)
    return path


REFUSED: list[tuple[Callable[[Path], Path], type[LedgerError], str]] = [
    (other_program, ForeignLedger, "belongs to another program"),
    (marked_by_another, ForeignLedger, "belongs to another program"),
    (numbered_by_another, ForeignLedger, "belongs to another program"),
    (other_with_log, ForeignLedger, "belongs to another program"),
    (plain_text, ForeignLedger, "no database"),
    (one_byte, ForeignLedger, "no database"),
    (no_database_after_all, ForeignLedger, "belongs to another program"),
    (newer, NewerLedger, f"layout {LEDGER.latest() + 1} and this sayso knows up to {LEDGER.latest()}"),
    (cut_short, LedgerError, "damaged"),
    (scrambled, LedgerError, "damaged"),
]


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(("make", "kind", "message"), REFUSED, ids=[make.__name__ for make, _, _ in REFUSED])
def test_what_is_no_ledger_is_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], Path], kind: type[LedgerError], message: str, create: bool
) -> None:
    path = make(tmp_path / "some.db")
    before = path.read_bytes()
    with pytest.raises(kind, match=message) as caught:
        Store.open(path, create=create)
    assert caught.value.where == str(path) and caught.value.advice
    assert path.read_bytes() == before


def test_a_foreign_database_gets_no_files_beside_it(tmp_path: Path) -> None:
    path = other_program(tmp_path / "some.db")
    with pytest.raises(ForeignLedger):
        Store.open(path)
    assert list(tmp_path.iterdir()) == [path]


def test_damage_that_is_met_later_is_a_ledger_error(tmp_path: Path) -> None:
    path = made(tmp_path / "sayso.db")
    with closing(sqlite3.connect(path)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'figures'").fetchone()
    whole = bytearray(path.read_bytes())
    whole[(page - 1) * 4096 : (page - 1) * 4096 + 200] = b"\xa5" * 200
    path.write_bytes(whole)
    with Store.open(path) as store, pytest.raises(LedgerError, match="damaged"):
        list(store.figures())


@pytest.mark.parametrize("create", [True, False])
def test_a_folder(tmp_path: Path, create: bool) -> None:
    with pytest.raises(LedgerError, match=r"this is a folder.*sayso\.db"):
        Store.open(tmp_path, create=create)


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"does not exist\. Make it with: mkdir"):
        Store.open(tmp_path / "no" / "sayso.db")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    path = plain_text(tmp_path / "file")
    with pytest.raises(LedgerError):
        Store.open(path / "sayso.db")


def test_something_that_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(ForeignLedger, match="not a file"):
        Store.open(path)


def test_reading_makes_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"there is no ledger here\. Make one with: sayso add PATH"):
        Store.open(tmp_path / "sayso.db", create=False)
    assert not list(tmp_path.iterdir())


def test_a_file_of_no_bytes_is_no_ledger_until_something_is_added(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    path.touch()
    with pytest.raises(LedgerError, match="there is no ledger here"):
        Store.open(path, create=False)
    assert path.read_bytes() == b""
    made(path)
    with Store.open(path, create=False) as store:
        assert store.counts() == Counts(1, 2)


def test_making_that_was_cut_short_is_taken_up(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")  # writes the first page, with nothing in it
    assert path.stat().st_size
    made(path)


def _bare_with_log(connection: sqlite3.Connection, path: Path) -> Path:
    """While this connection is open, nobody moves the log into the file."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("SELECT * FROM sqlite_master").fetchall()
    return path


def test_a_ledger_whose_mark_is_still_in_its_log_is_known(tmp_path: Path) -> None:
    running, path = tmp_path / "running.db", tmp_path / "sayso.db"
    with closing(sqlite3.connect(running)) as connection, Store.open(_bare_with_log(connection, running)) as store:
        store.add(*rich())
        path.write_bytes(running.read_bytes())
        path.with_name("sayso.db-wal").write_bytes(running.with_name("running.db-wal").read_bytes())
    assert path.read_bytes()[68:72] != LEDGER.mark.to_bytes(4, "big")
    with Store.open(path, create=False) as store:
        assert store.counts() == Counts(1, 2)


@pytest.mark.parametrize("name", ["with space.db", "50%.db", "what?.db", "a#b.db", "мой.db", "-x", "a'b\".db"])
def test_odd_names(tmp_path: Path, name: str) -> None:
    made(tmp_path / name)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_name_beside_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open("sayso.db") as store:
        store.add(*rich())
    assert (tmp_path / "sayso.db").exists()


def test_a_link_to_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.db"
    link.symlink_to(made(tmp_path / "real" / "sayso.db"))
    with Store.open(link, create=False) as store:
        assert store.counts() == Counts(1, 2)


def test_a_ledger_ends_as_one_file(tmp_path: Path) -> None:
    made(tmp_path / "sayso.db")
    assert [p.name for p in tmp_path.iterdir()] == ["sayso.db"]


@contextmanager
def nobody(folder: Path) -> Iterator[None]:
    """Nobody's rights for a while: root may write everywhere, so permissions say nothing to it."""
    if os.geteuid() != 0:
        yield
        return
    for parent in (folder, *folder.parents[: len(folder.parents) - 2]):
        parent.chmod(parent.stat().st_mode | 0o055)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("create", [True, False])
def test_a_ledger_in_a_folder_that_cannot_be_written_is_read(tmp_path: Path, create: bool) -> None:
    path = made(tmp_path / "sayso.db")
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    before = path.read_bytes()
    with nobody(tmp_path), Store.open(path, create=create) as store:
        assert store.readonly and store.counts() == Counts(1, 2)
        assert not store.faults()
        with pytest.raises(LedgerError, match="cannot be written"):
            store.add(document("another"), [])
    tmp_path.chmod(0o755)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["sayso.db"]


def test_no_ledger_is_made_in_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with nobody(tmp_path), pytest.raises(LedgerError, match="the folder is not writable"):
        Store.open(tmp_path / "sayso.db")
    tmp_path.chmod(0o755)
    assert not list(tmp_path.iterdir())


def test_a_ledger_that_may_not_be_read(tmp_path: Path) -> None:
    path = made(tmp_path / "sayso.db")
    path.chmod(0)
    with nobody(tmp_path), pytest.raises(LedgerError, match="cannot be read"):
        Store.open(path)
    path.chmod(0o644)
