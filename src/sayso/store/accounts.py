"""The file of accounts beside a ledger."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Self

from sqlalchemy import Connection, insert, select

from sayso.errors import LedgerError
from sayso.store.attempts import Attempts
from sayso.store.connecting import connected, transaction
from sayso.store.door import Door, unlock
from sayso.store.layout import ACCOUNTS
from sayso.store.people import People
from sayso.store.register import meta
from sayso.store.sessions import Sessions
from sayso.store.tokens import Tokens
from sayso.store.trail import Trail
from sayso.store.trouble import guard


class Desk:
    """Everything that the file holds, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.people, self.sessions, self.tokens = People(connection), Sessions(connection), Tokens(connection)
        self.attempts, self.trail = Attempts(connection), Trail(connection)
        self._connection = connection

    def secret(self) -> bytes:
        """32 random bytes that were drawn when the file was made and never change."""
        return bytes.fromhex(self._connection.execute(select(meta.c.value).where(meta.c.key == "secret")).scalar_one())

    def draw(self) -> None:
        """Draw the secret, unless it is there."""
        if self._connection.execute(select(meta.c.key).where(meta.c.key == "secret")).first() is None:
            self._connection.execute(insert(meta).values(key="secret", value=token_hex(32)))


class AccountsFile:
    """A file of accounts, open. Use `AccountsFile.open`; close it when done. Every error of the database is a LedgerError."""

    def __init__(self, door: Door) -> None:
        self.path = door.path
        self._engine = connected(door)

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """Open the file at `path`, which only its owner may read; made if `create`.

        Raises LedgerError (missing, not writable, damaged), ForeignLedger, NewerLedger.
        """
        if create:
            _make(path)
        door = unlock(path, create=create, layout=ACCOUNTS)
        if door.readonly:
            advice = "Logins and sessions are kept in it: make the file and its folder writable."
            raise LedgerError("the file of accounts cannot be written", where=str(path), advice=advice)
        with suppress(PermissionError):  # it may belong to another user of a group that shares it
            path.chmod(0o600)
        opened = cls(door)
        with opened.transaction(write=True) as desk:
            desk.draw()
        return opened

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def transaction(self, *, write: bool = False) -> Iterator[Desk]:
        """Look at what is there, or change it: as a whole or not at all."""
        with guard(self.path, ACCOUNTS.noun), transaction(self._engine, write=write) as connection:
            yield Desk(connection)


def accounts_path(ledger: Path) -> Path:
    """Where the accounts of a ledger are: `sayso.db` has them in `sayso.accounts.db`; of a link, beside the file it leads to."""
    real = ledger.resolve()
    return real.with_name(f"{real.stem}.accounts{real.suffix}")


def _make(path: Path) -> None:
    """A file of no bytes that is its owner's alone from the start; SQLite gives its logs the same rights."""
    with suppress(OSError):  # it is there, or cannot be made: whoever opens it says so
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
