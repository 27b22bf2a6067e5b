"""What SQLite complains of, as errors that say what to do next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from sayso.errors import LedgerError

# By the start of SQLite's error name: what happened, what to do.
_ADVICE = (
    ("SQLITE_BUSY", "another process keeps the {noun} busy", "Wait until it is done, then try again."),
    ("SQLITE_LOCKED", "another process keeps the {noun} busy", "Wait until it is done, then try again."),
    ("SQLITE_READONLY", "the {noun} cannot be written", "Make the file and its folder writable, or work on a copy."),
    ("SQLITE_PERM", "the {noun} may not be opened", "Ask for the right to read and write it, or use another with --ledger PATH."),
    ("SQLITE_CANTOPEN", "the {noun} cannot be opened", "See that its folder exists and is writable, or use another with --ledger PATH."),
    ("SQLITE_FULL", "the disk is full", "Make room, then add the same texts again; what was reported as added is kept."),
    ("SQLITE_CORRUPT", "the {noun} is damaged", "Restore a copy, or add the texts to a new ledger with --ledger PATH."),
    ("SQLITE_NOTADB", "the {noun} is damaged", "Restore a copy, or add the texts to a new ledger with --ledger PATH."),
    ("SQLITE_IOERR", "the disk reports an error", "See that the disk is there and sound, then try again."),
)
_OTHERWISE = ("the {noun} cannot be used", "Run: sayso doctor")


@contextmanager
def guard(path: Path, noun: str = "ledger") -> Iterator[None]:
    """Turn every error of the database into a LedgerError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path, noun) from error
    except DBAPIError as error:
        raise explain(error.orig, path, noun) from error


def explain(error: BaseException | None, path: Path, noun: str = "ledger") -> LedgerError:
    """The LedgerError for one error of SQLite's, with its own words in brackets."""
    code = getattr(error, "sqlite_errorname", "")
    what, advice = next(((what, advice) for start, what, advice in _ADVICE if code.startswith(start)), _OTHERWISE)
    return LedgerError(f"{what.format(noun=noun)} ({error})", where=str(path), advice=advice)
