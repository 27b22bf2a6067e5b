"""Connections to a file that is open, and transactions on them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from sayso.store.door import Door
from sayso.store.filters import folded


def connected(door: Door) -> Engine:
    """SQLAlchemy's engine for the file."""
    engine = create_engine("sqlite://", creator=door.connect, poolclass=QueuePool, json_serializer=partial(json.dumps, ensure_ascii=False))
    event.listen(engine, "connect", _teach)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine, *, write: bool = False) -> Iterator[Connection]:
    """One transaction: what it reads does not change, and what it writes goes in as a whole or not at all."""
    with engine.connect().execution_options(sayso_write=write) as connection, connection.begin():
        yield connection


def _teach(connection: sqlite3.Connection, _record: Any) -> None:
    connection.create_function("folded", 1, folded, deterministic=True)


def _begin(connection: Connection) -> None:
    """Writers take the lock at the start, or two of them could each wait for the other to finish reading."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("sayso_write") else "BEGIN")
