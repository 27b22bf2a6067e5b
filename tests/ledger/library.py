"""Texts that reconciling has much to say of, read once, and everything that a ledger derived from them as plain values."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from reconcile.casebook import cases
from sayso.ledger import samples
from sayso.ledger.finding import readings
from sayso.model import Decision, Document, Figure, Refusal
from sayso.pipeline import extract
from sayso.store import Store

Reading = tuple[Document, list[Figure]]

_CODED = Path(__file__).parents[1] / "coded" / "texts"
_DUMP = {
    "findings": "SELECT key, fingerprint, kind, gravity, category, people, place, body FROM findings JOIN pieces ON pieces.id = piece_id",
    "points": """SELECT key, position, fingerprint, series, category, people, place, event, time, origins, body
        FROM points JOIN pieces ON pieces.id = piece_id""",
    "concerns": "SELECT key, figure, finding, kind FROM concerns JOIN pieces ON pieces.id = piece_id",
    "counted": "SELECT key, figure, position FROM counted JOIN pieces ON pieces.id = piece_id",
    "spellings": "SELECT * FROM spellings",
    "aliases": "SELECT * FROM aliases",
    "pieces": "SELECT id, key FROM pieces",
    "members": """SELECT key, figures.fingerprint, documents.fingerprint, digest FROM members JOIN pieces ON pieces.id = piece_id
        JOIN figures ON figures.id = figure_id JOIN documents ON documents.id = members.document_id""",
    "namings": "SELECT fingerprint, namings.name, spelled, maker FROM namings JOIN documents ON documents.id = document_id",
}


@cache
def readings_of_all() -> tuple[Reading, ...]:
    """The samples, the coded texts that are open, and the texts of the case files, with their figures."""
    read = [item for item in readings([samples(), *sorted(_CODED.glob("open-*.txt"))]) if not isinstance(item, Refusal)]
    told = [document for case in cases() for document in case.documents]
    unique = {document.fingerprint: (document, figures) for document, figures in read}
    return tuple({**unique, **{one.fingerprint: (one, extract(one)) for one in told}}.values())


def fill(path: Path, held: Iterable[Reading], after: Callable[[Store, int], object] | None = None) -> Path:
    """A ledger with these readings, added in this order."""
    with Store.open(path) as store:
        for at, (document, figures) in enumerate(held):
            store.add(document, figures)
            if after:
                after(store, at)
    return path


def decide(store: Store, name: str, head: str, verdict: str) -> None:
    store.decide(Decision("link", (name, head), verdict, "tester", "2026-01-01T00:00:00+00:00"))


def dump(path: Path) -> dict[str, list[Any]]:
    """Everything that is derived, without numbers of rows, sorted."""
    with closing(sqlite3.connect(path)) as connection:
        held = {name: sorted(connection.execute(query).fetchall(), key=repr) for name, query in _DUMP.items()}
        held["stale"] = connection.execute("SELECT * FROM stale").fetchall()
        sizes = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _DUMP}
    assert sizes == {name: len(held[name]) for name in _DUMP}, "a row stands for something that is gone"
    return held
