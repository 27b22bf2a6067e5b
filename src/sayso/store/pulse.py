"""Whether a ledger changed: what was read from it holds as long as its mark is the same."""

from __future__ import annotations

import secrets
import sqlite3
from threading import Lock

from sayso.store.door import Door


class Pulse:
    """A connection that never writes, on which SQLite tells whether any other one did, in this process or another."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._lock = Lock()
        self._name = secrets.token_hex(4)
        self._connection: sqlite3.Connection | None = None

    def mark(self) -> str:
        """Another text after every change; the same only if nothing was written between two calls on one object."""
        with self._lock:
            if self._connection is None:
                self._connection = self._door.connect()
            return f"{self._name}.{self._connection.execute('PRAGMA data_version').fetchone()[0]}"

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None
            self._name = secrets.token_hex(4)
