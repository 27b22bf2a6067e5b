"""What reconciling made of the facts: pieces, names, findings, points; all of it can be emptied and made again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, bindparam, select, text

from sayso.model import Decision, Figure, Finding, Link, Point
from sayso.store.bodies import finding_of, finding_row, json_of, point_of, point_row
from sayso.store.reading import batches, figures_by
from sayso.store.rows import COUNTED, decision_of
from sayso.store.schema import decisions, documents, figures

Key = tuple[str, ...]
_MADE = ("members", "namings", "pieces", "findings", "concerns", "points", "counted", "spellings", "aliases")


class Dated(NamedTuple):
    """A figure with what reconciling asks of its document."""

    figure_id: int
    document_id: int
    figure: Figure
    published: str | None
    event: str | None


class Derived:
    """Reading and writing in one transaction of what is derived. Pieces are known by their keys."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def made_by(self) -> str:
        """What rules the derived tables were made by; "" where they were never made."""
        row = self._connection.execute(text("SELECT value FROM meta WHERE key = 'reckoned'")).one_or_none()
        return str(row[0]) if row else ""

    def begin_anew(self, rules: str) -> None:
        """Empty everything that is derived, and note by what rules it will be made."""
        for table in _MADE:
            self._connection.execute(text(f"DELETE FROM {table}"))
        self._connection.execute(text("INSERT OR REPLACE INTO meta VALUES ('reckoned', :rules)"), {"rules": rules})
        self._connection.execute(text("INSERT OR IGNORE INTO stale SELECT id FROM documents"))

    def stale(self) -> list[int]:
        """Numbers of the documents that were added, changed or removed since."""
        return [row[0] for row in self._connection.execute(text("SELECT document_id FROM stale ORDER BY document_id"))]

    def settle(self) -> None:
        """Nothing is stale any more."""
        self._connection.execute(text("DELETE FROM stale"))

    def measure(self) -> None:
        """Tell SQLite how much there is of what, so that it goes the short way through a large ledger."""
        self._connection.execute(text("ANALYZE"))

    def decisions(self, kind: str) -> list[Decision]:
        """What persons said of things of this kind, the oldest first."""
        rows = self._connection.execute(select(decisions).where(decisions.c.kind == kind).order_by(decisions.c.id))
        return [decision_of(row) for row in rows]

    def facts(self, document_ids: Sequence[int] | None = None) -> Iterator[Dated]:
        """The figures of these documents, or of all, with their dates."""
        wanted = [None] if document_ids is None else batches(document_ids)
        for batch in wanted:
            yield from self._dated(() if batch is None else (figures.c.document_id.in_(batch),))

    def facts_of(self, keys: Iterable[Key]) -> dict[Key, list[Dated]]:
        """The figures of pieces."""
        numbered = {_number(key): key for key in keys}
        found: dict[Key, list[Dated]] = {key: [] for key in numbered.values()}
        query = text("SELECT piece_id, figure_id FROM members WHERE piece_id IN :ids").bindparams(bindparam("ids", expanding=True))
        for batch in batches(list(numbered)):
            rows = self._connection.execute(query, {"ids": batch}).all()
            held: dict[int, Dated] = {}
            for ids in batches(sorted({row.figure_id for row in rows})):
                held |= {one.figure_id: one for one in self._dated((figures.c.id.in_(ids),))}
            for row in rows:
                found[numbered[row.piece_id]].append(held[row.figure_id])
        return found

    def _dated(self, conditions: Sequence[ColumnElement[bool]]) -> Iterator[Dated]:
        extra = (documents.c.published, documents.c.event)
        for row, figure in figures_by(self._connection, figures.c.use == COUNTED, *conditions, leave="why", extra=extra):
            yield Dated(row.id, row.document_id, figure, row.published, row.event)

    def forget(self, document_ids: Sequence[int]) -> set[tuple[Key, int]]:
        """Take documents out of their pieces and names; returns the pieces, each with the digest of every figure that was in it."""
        query = text("SELECT key, digest FROM members JOIN pieces ON pieces.id = piece_id WHERE document_id IN :ids")
        query = query.bindparams(bindparam("ids", expanding=True))
        rows = (row for batch in batches(document_ids) for row in self._connection.execute(query, {"ids": batch}))
        before = {(tuple(json.loads(row.key)), row.digest) for row in rows}
        for table in ("members", "namings"):
            self._many(f"DELETE FROM {table} WHERE document_id = ?", [(number,) for number in document_ids])
        return before

    def pieces_of(self, document_ids: Sequence[int]) -> set[Key]:
        """The pieces in which figures of these documents are."""
        query = text("SELECT DISTINCT key FROM members JOIN pieces ON pieces.id = piece_id WHERE document_id IN :ids")
        query = query.bindparams(bindparam("ids", expanding=True))
        return {tuple(json.loads(row[0])) for batch in batches(document_ids) for row in self._connection.execute(query, {"ids": batch})}

    def keep(self, members: Iterable[tuple[Key, int, int, int]], namings: Iterable[tuple[int, str, str, str]]) -> None:
        """Put figures into pieces (piece, figure number, document number, digest) and names to documents."""
        rows = [(_number(key), *member, key) for key, *member in members]
        keys = {(row[0], json_of(row[-1])) for row in rows}
        self._many("INSERT OR IGNORE INTO pieces VALUES (?, ?)", sorted(keys))
        self._many("INSERT INTO members VALUES (?, ?, ?, ?)", [row[:-1] for row in rows])
        self._many("INSERT INTO namings VALUES (?, ?, ?, ?)", list(namings))

    def spellings(self) -> list[tuple[str, str, str, int]]:
        """Every spelling of a proper name: the compared name, the spelling, maker of the report that it is the title of, documents."""
        return [(r[0], r[1], r[2], r[3]) for r in self._connection.exec_driver_sql("SELECT * FROM spellings ORDER BY name, spelled, maker")]

    def together(self, one: str, other: str) -> bool:
        """Whether one document mentions both names."""
        query = "SELECT 1 FROM namings AS a JOIN namings AS b USING (document_id) WHERE a.name = ? AND b.name = ? LIMIT 1"
        return self._connection.exec_driver_sql(query, (one, other)).first() is not None

    def named_in(self, document_ids: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
        """The names that each of these documents mentions, compared and as they are spelled."""
        query = text("SELECT document_id, name, spelled FROM namings WHERE document_id IN :ids")
        query = query.bindparams(bindparam("ids", expanding=True))
        found: dict[int, list[tuple[str, str]]] = {}
        for batch in batches(sorted(document_ids)):
            for row in self._connection.execute(query, {"ids": batch}):
                found.setdefault(row.document_id, []).append((row.name, row.spelled))
        return found

    def naming(self, names: Iterable[str]) -> list[int]:
        """The documents that name any of these names."""
        query = text("SELECT DISTINCT document_id FROM namings WHERE name IN :names").bindparams(bindparam("names", expanding=True))
        return sorted({row[0] for batch in batches(sorted(names)) for row in self._connection.execute(query, {"names": batch})})

    def aliases(self) -> list[Link]:
        """Links between names, by name."""
        rows = self._connection.exec_driver_sql("SELECT * FROM aliases ORDER BY name, head")
        return [_link(row) for row in rows]

    def put_aliases(self, links: Iterable[Link]) -> None:
        """Keep these links between names and no others."""
        self._connection.execute(text("DELETE FROM aliases"))
        rows = [(one.name, one.head, one.reason, one.score, one.applied, one.decided, *one.spelled) for one in links]
        self._many("INSERT INTO aliases VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def put(self, made: Mapping[Key, tuple[Sequence[Finding], Sequence[Point]]]) -> None:
        """Keep what these pieces come to, instead of what they came to before; a piece that comes to nothing and has no figure goes."""
        gone = [(_number(key),) for key in made]
        for table in ("findings", "concerns", "points", "counted"):
            self._many(f"DELETE FROM {table} WHERE piece_id = ?", gone)
        noticed = [(_number(key), one) for key, (found, _) in made.items() for one in found]
        self._many("INSERT OR REPLACE INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [finding_row(*one) for one in noticed])
        concerned = [(figure, number, one.fingerprint, one.kind.value) for number, one in noticed for figure in one.figures]
        self._many("INSERT OR IGNORE INTO concerns VALUES (?, ?, ?, ?)", concerned)
        reckoned = [(_number(key), position, one) for key, (_, points) in made.items() for position, one in enumerate(points)]
        self._many("INSERT INTO points VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [point_row(*one) for one in reckoned])
        counted = [(figure, number, position) for number, position, one in reckoned for figure in one.figures]
        self._many("INSERT OR IGNORE INTO counted VALUES (?, ?, ?)", counted)
        self._many("DELETE FROM pieces WHERE id = ? AND NOT EXISTS (SELECT 1 FROM members WHERE piece_id = pieces.id)", gone)

    def findings(self) -> Iterator[Finding]:
        """All findings, in no order that means anything."""
        for row in self._connection.exec_driver_sql("SELECT body FROM findings ORDER BY fingerprint, piece_id"):
            yield finding_of(json.loads(row[0]))

    def points(self) -> Iterator[Point]:
        """All points, in no order that means anything."""
        for row in self._connection.exec_driver_sql("SELECT body FROM points ORDER BY piece_id, position"):
            yield point_of(json.loads(row[0]))

    def _many(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            self._connection.exec_driver_sql(statement, list(rows))


def _link(row: Row[Any]) -> Link:
    decided = None if row.decided is None else bool(row.decided)
    return Link(row.name, row.head, row.reason, row.score, bool(row.applied), decided, (row.spelled_name, row.spelled_head))


def _number(key: Key) -> int:
    """A number for a piece: 63 bits of a digest of its key."""
    digest = blake2b("\0".join(key).encode("utf8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
