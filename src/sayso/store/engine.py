"""The database library in use: which SQLite, and whether it can search."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass

_OLDEST = (3, 38, 0)  # the first with JSON always built in


@dataclass(frozen=True, slots=True)
class Engine:
    """The SQLite that this Python brings."""

    version: str
    recent: bool
    searches: bool


def engine_in_use() -> Engine:
    """What the SQLite of this Python can do; `recent` is whether it is new enough, `searches` whether it has FTS5."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE trial USING fts5 (text)")
        except sqlite3.OperationalError:
            searches = False
        else:
            searches = True
    return Engine(sqlite3.sqlite_version, sqlite3.sqlite_version_info >= _OLDEST, searches)
