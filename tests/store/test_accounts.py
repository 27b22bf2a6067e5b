from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from stat import S_IMODE

import pytest

from sayso.errors import ForeignLedger, LedgerError, NewerLedger
from sayso.store import AccountsFile, Deed, Person, Store, accounts_path
from sayso.store.layout import ACCOUNTS

SOMEBODY = Person(0, "Ann", "no hash", "reader", False, 1)


def made(path: Path) -> Path:
    opened = AccountsFile.open(path, create=True)
    with opened.transaction(write=True) as desk:
        desk.people.add(SOMEBODY, "ann")
        desk.trail.note(Deed(1, "Ann", "192.0.2.7", "login"))
    opened.close()
    return path


@pytest.mark.parametrize(
    ("ledger", "accounts"),
    [("sayso.db", "sayso.accounts.db"), ("a.b.db", "a.b.accounts.db"), ("x.sqlite", "x.accounts.sqlite"), ("plain", "plain.accounts")],
)
def test_where_the_accounts_of_a_ledger_are(tmp_path: Path, ledger: str, accounts: str) -> None:
    assert accounts_path(tmp_path / ledger) == (tmp_path / accounts).resolve()


def test_a_link_to_a_ledger_has_the_same_accounts(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link.db").symlink_to(tmp_path / "there" / "sayso.db")
    assert accounts_path(tmp_path / "link.db") == (tmp_path / "there" / "sayso.accounts.db").resolve()


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        opened = AccountsFile.open(tmp_path / "a.db", create=True)
        with opened.transaction(write=True) as desk:
            desk.people.add(SOMEBODY, "ann")
            assert {S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
            assert len(list(tmp_path.iterdir())) == 3
        opened.close()
    finally:
        os.umask(before)


def test_a_file_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    path.chmod(0o644)
    AccountsFile.open(path).close()
    assert S_IMODE(path.stat().st_mode) == 0o600


def test_the_secret_is_drawn_once(tmp_path: Path) -> None:
    secrets = []
    for name in ("a.db", "a.db", "b.db"):
        opened = AccountsFile.open(tmp_path / name, create=True)
        with opened.transaction() as desk:
            secrets.append(desk.secret())
        opened.close()
    assert secrets[0] == secrets[1] != secrets[2]
    assert {len(secret) for secret in secrets} == {32}


@pytest.mark.parametrize("statement", ["DELETE FROM audit", "UPDATE audit SET person = 'Bob'"])
def test_the_log_is_only_ever_added_to(tmp_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(made(tmp_path / "a.db"))) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            connection.execute(statement)
        assert connection.execute("SELECT person FROM audit").fetchall() == [("Ann",)]


def test_a_ledger_is_no_file_of_accounts_and_the_other_way_round(tmp_path: Path) -> None:
    Store.open(tmp_path / "ledger.db").close()
    with pytest.raises(ForeignLedger, match="belongs to another program"):
        AccountsFile.open(tmp_path / "ledger.db", create=True)
    with pytest.raises(ForeignLedger, match="belongs to another program"):
        Store.open(made(tmp_path / "accounts.db"))


def test_a_file_that_is_something_else_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_text("no database " * 20, "utf8")
    with pytest.raises(ForeignLedger, match=r"no sayso file of accounts; it was left as it is\. Move it out of the way"):
        AccountsFile.open(path, create=True)
    assert path.read_text("utf8") == "no database " * 20


def test_a_file_of_a_newer_sayso(tmp_path: Path) -> None:
    with closing(sqlite3.connect(made(tmp_path / "a.db"))) as connection:
        connection.execute(f"PRAGMA user_version = {ACCOUNTS.latest() + 1}")
    with pytest.raises(NewerLedger, match="this file of accounts has layout 2"):
        AccountsFile.open(tmp_path / "a.db")


@pytest.mark.parametrize("empty", [True, False])
def test_a_file_that_is_not_there(tmp_path: Path, empty: bool) -> None:
    if empty:
        (tmp_path / "a.db").touch()
    with pytest.raises(LedgerError, match=r"there is no file of accounts here\. Make it with: sayso accounts add NAME --role admin"):
        AccountsFile.open(tmp_path / "a.db")


def test_damage_is_told_of_the_right_file(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    whole = bytearray(path.read_bytes())
    whole[100:3000] = b"\xa5" * 2900
    path.write_bytes(whole)
    with pytest.raises(LedgerError, match="the file of accounts is damaged"):
        AccountsFile.open(path)
