"""Opening a ledger's file: what it is, and that nothing is touched that is not sayso's."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import ForeignLedger, LedgerError, NewerLedger
from sayso.store.layout import LEDGER, Layout, layout_of, migrate
from sayso.store.trouble import guard

_MAGIC = b"SQLite format 3\0"
_BUSY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Door:
    """A file that is known to be one of sayso's in the newest layout, and how to connect to it."""

    path: Path
    mode: str

    @property
    def readonly(self) -> bool:
        """Whether the file or its folder cannot be written."""
        return self.mode != "rw"

    def connect(self) -> sqlite3.Connection:
        """A new connection in autocommit mode: transactions are begun by hand."""
        connection = _connect(self.path, self.mode)
        connection.execute("PRAGMA foreign_keys = ON")
        # FULL: a commit waits until the disk has it, so neither a killed process nor a power cut loses what was reported as
        # added. (NORMAL would be five times faster at 0.1 ms a document, and a power cut could lose the last ones, though
        # never half of one. Finding the figures takes far longer than either.)
        connection.execute("PRAGMA synchronous = FULL")
        return connection


def unlock(path: Path, *, create: bool, layout: Layout = LEDGER) -> Door:
    """See that `path` is a ledger, or what else `layout` says, and in the newest layout; make one if there is none and `create`.

    A file of no bytes counts as no ledger yet: `create` adopts it. Any other file that is not a ledger stays as it is, to the byte.
    Raises LedgerError, ForeignLedger, NewerLedger.
    """
    with guard(path, layout.noun):
        there = _look(path, layout)
        if not there and not create:
            raise LedgerError(f"there is no {layout.noun} here", where=str(path), advice=layout.make)
        if there and not _writable(path, path.resolve().parent):
            return _readonly(path, layout)
        if not there:
            _see_folder(path, layout)
        _prepare(path, "rw" if there else "rwc", layout)
    return Door(path, "rw")


def _look(path: Path, layout: Layout) -> bool:
    """Whether such a file is at `path`; raises if something else is."""
    try:
        if path.is_dir():
            advice = f"Name a file in it: --ledger {path / 'sayso.db'}" if layout is LEDGER else layout.elsewhere
            raise LedgerError("this is a folder", where=str(path), advice=advice)
        if not path.exists():
            return False
        if not path.is_file():
            raise ForeignLedger("this is not a file", where=str(path), advice=layout.elsewhere)
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise LedgerError(f"the {layout.noun} cannot be read ({error.strerror})", where=str(path), advice=layout.elsewhere) from error
    return bool(head) and _known(path, head, layout)


def _known(path: Path, head: bytes, layout: Layout) -> bool:
    """Judge a file by its first 100 bytes, where SQLite keeps the application's mark and the layout's number."""
    if len(head) < 100 or not head.startswith(_MAGIC):
        what = f"this file is no database and no sayso {layout.noun}; it was left as it is"
        raise ForeignLedger(what, where=str(path), advice=layout.elsewhere)
    mark, number, bare = int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big"), False
    if not mark:
        mark, number, bare = _ask(path)
    if bare:
        return False
    if mark != layout.mark:
        raise ForeignLedger("this database belongs to another program; it was left as it is", where=str(path), advice=layout.elsewhere)
    _refuse_newer(path, number, layout)
    return True


def _refuse_newer(path: Path, number: int, layout: Layout) -> None:
    if number > layout.latest():
        raise NewerLedger(
            f"this {layout.noun} has layout {number} and this sayso knows up to {layout.latest()}; it was left as it is",
            where=str(path),
            advice="Install a newer sayso: pip install --upgrade sayso",
        )


def _ask(path: Path) -> tuple[int, int, bool]:
    """Mark, layout and bareness of a database without a mark on its first page.

    It may be a ledger whose mark is still in its log, or bare because making a ledger was cut short.
    """
    with closing(_connect(path, "ro" if _log(path) else "immutable")) as connection:
        mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
        number = layout_of(connection)
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return mark, number, not (mark or number or tables)


def _log(path: Path) -> bool:
    real = path.resolve()  # SQLite follows links and keeps its log beside the real file
    log = real.with_name(real.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _writable(*places: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in places)


def _see_folder(path: Path, layout: Layout) -> None:
    folder = path.absolute().parent
    if not folder.is_dir():
        raise LedgerError(f"the folder of this {layout.noun} does not exist", where=str(path), advice=f"Make it with: mkdir -p {folder}")
    if not _writable(folder):
        raise LedgerError(f"no {layout.noun} can be made here: the folder is not writable", where=str(path), advice=layout.elsewhere)


def _readonly(path: Path, layout: Layout) -> Door:
    """A file that can only be read; without a log beside it nobody writes to it either, so SQLite needs no lock."""
    mode = "ro" if _log(path) else "immutable"
    with closing(_connect(path, mode)) as connection:
        if layout_of(connection) < layout.latest():
            raise LedgerError(
                f"this {layout.noun} has an older layout and cannot be brought up to date, as it is not writable",
                where=str(path),
                advice="Make the file and its folder writable, or work on a copy.",
            )
    return Door(path, mode)


def _prepare(path: Path, mode: str, layout: Layout) -> None:
    with closing(_connect(path, mode)) as connection:
        number = layout_of(connection)
        _refuse_newer(path, number, layout)
        if number < layout.latest():
            migrate(connection, layout)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a file cut short is found out here
        _keep_log(connection)


def _keep_log(connection: sqlite3.Connection) -> None:
    """Switch to a write-ahead log: readers and one writer do not wait for each other.

    SQLite gives up at once if another process holds the file at this moment. The ledger is as safe without the log,
    so after some tries the switch is left to whoever opens it next.
    """
    for _ in range(100):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(0.02)
        else:
            return


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    address = f"{path.absolute().as_uri()}?{query}"
    return sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
