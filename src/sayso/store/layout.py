"""Numbered migrations: how a database comes to the layout that this sayso knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of file that sayso keeps: its mark as a SQLite file, what people call it, its migrations, what to do without it."""

    mark: int
    noun: str
    folder: tuple[str, ...]
    make: str
    elsewhere: str

    def scripts(self) -> list[str]:
        """The SQL of every migration, oldest first; `migrations/0001.sql` leads to layout 1."""
        there = files("sayso.store").joinpath(*self.folder).iterdir()
        found = sorted((f for f in there if f.name.endswith(".sql")), key=lambda f: f.name)
        expected = [f"{number:04}.sql" for number in range(1, len(found) + 1)]
        assert [f.name for f in found] == expected, "migrations are numbered without gaps"
        return [f.read_text("utf8") for f in found]

    def latest(self) -> int:
        """The number of the newest layout."""
        return len(self.scripts())


LEDGER = Layout(
    0x53415953,  # "SAYS"; never changes
    "ledger",
    ("migrations",),
    "Make one with: sayso add PATH...",
    "Use another file with --ledger PATH.",
)
"""A sayso ledger."""

ACCOUNTS = Layout(
    0x53415941,  # "SAYA"; never changes
    "file of accounts",
    ("migrations", "accounts"),
    "Make it with: sayso accounts add NAME --role admin",
    "Move it out of the way, or use another ledger with --ledger PATH.",
)
"""The accounts of those who use a served ledger."""


def layout_of(connection: sqlite3.Connection) -> int:
    """The number of the layout that a database is in, 0 for one without any."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, layout: Layout) -> None:
    """Bring a database to the newest layout, each step in one transaction: whole or not at all.

    `connection` is in autocommit mode with foreign keys off, so that a step may rebuild a table.
    """
    for number, script in enumerate(layout.scripts(), start=1):
        if layout_of(connection) >= number:
            continue
        with immediate(connection):
            if layout_of(connection) >= number:
                continue  # another process was faster
            for statement in statements(script):
                connection.execute(statement)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise sqlite3.IntegrityError(f"migration {number} would leave rows without their parent")
            connection.execute(f"PRAGMA application_id = {layout.mark}")
            connection.execute(f"PRAGMA user_version = {number}")


@contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """One writing transaction; taking the lock at its start means that it never fails half way for being late."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: sqlite3's own executescript would commit in between."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""
    assert not "".join(line for line in held.splitlines() if not line.startswith("--")).strip(), f"unfinished statement: {held}"
