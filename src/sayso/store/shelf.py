"""Documents as lists show them: sought, sorted and cut without reading a text; and one of them, a stretch at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select, text

from sayso.errors import UnknownName
from sayso.model import Document, Shown
from sayso.store.query import match_of
from sayso.store.reading import DOCUMENT, SHOWN, batches, figures_by
from sayso.store.rows import document_of, shown_of
from sayso.store.schema import documents, figures, search, shelf
from sayso.store.standing import askable

NONE = "none"
"""Asks for documents without a publisher."""

ORDERS: Mapping[str, Sequence[ColumnElement[Any]]] = {
    "name": (shelf.c.name, shelf.c.fingerprint),
    "published": (shelf.c.published, shelf.c.document_id),
    "publisher": (shelf.c.publisher, shelf.c.document_id),
    "figures": (shelf.c.figures, shelf.c.document_id),
    "waiting": (shelf.c.waiting, shelf.c.document_id),
}
"""What a list of documents may be sorted by; with words that are sought also "best"."""

_LONGEST = 500_000  # characters of a text that a snippet is looked for in: SQLite takes it apart as a whole
_HIT = re.compile("\x02([^\x02\x03]*)\x03")


@dataclass(frozen=True, slots=True)
class Sought:
    """What documents are asked for; all that is given must hold.

    `words` as in `Store.documents`. `since` and `until` are dates (YYYY, YYYY-MM, YYYY-MM-DD); a document whose date is known to the month
    or the year only is found by every date in it. `publisher` takes "none". `figures` asks for those with any, or without; `waiting` for
    those with figures that nobody judged.
    """

    words: str = ""
    publisher: str = ""
    since: str = ""
    until: str = ""
    language: str = ""
    figures: bool | None = None
    waiting: bool = False


class Piece(NamedTuple):
    """A piece of a snippet, and whether it is what was sought."""

    text: str
    hit: bool


class Listed(NamedTuple):
    """A document as lists show it: `figures` is how many count, `waiting` how many of these nobody judged."""

    fingerprint: str
    name: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    language: str
    url: str | None
    event: str | None
    media_type: str
    sha256: str
    characters: int
    figures: int
    waiting: int
    snippet: tuple[Piece, ...] = ()


class Shelf:
    """Reading documents in one transaction; `Store.shelf` gives it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, sought: Sought) -> int:
        """How many documents are found."""
        query = _found(select(func.count()).select_from(shelf), sought)
        return 0 if query is None else int(self._connection.execute(query).scalar_one())

    def listed(self, sought: Sought, sort: str = "name", *, offset: int = 0, limit: int | None = None) -> Iterator[Listed]:
        """Documents that are found, in order ("-name" turns it); UnknownName for a sort that there is not."""
        query = _found(select(shelf.c.document_id), sought)
        if query is None:
            return
        numbers = self._connection.execute(query.order_by(*_order(sort, sought)).limit(limit).offset(offset)).scalars().all()
        for batch in batches(numbers):
            snippets = self._snippets(sought.words, batch)
            rows = {row[0]: row[1:] for row in self._connection.execute(select(shelf).where(shelf.c.document_id.in_(batch)))}
            for number in batch:
                yield Listed(*rows[number])._replace(snippet=snippets.get(number, ()))

    def choices(self, field: str) -> list[tuple[str, int]]:
        """What documents have in a field (publisher, language), the most frequent first."""
        column = shelf.c[field]
        query = select(column, func.count()).where(column.is_not(None)).group_by(column).order_by(func.count().desc(), column)
        return [(row[0], row[1]) for row in self._connection.execute(query)]

    def document(self, fingerprint: str) -> tuple[Document, Listed]:
        """A document without its bytes, and as lists show it; raises UnknownName."""
        wanted = askable(fingerprint)
        row = self._connection.execute(select(*DOCUMENT).where(documents.c.fingerprint == wanted)).one_or_none()
        if row is None:
            raise UnknownName(f"there is no document {fingerprint!r}", advice="See all documents.")
        held = self._connection.execute(select(shelf).where(shelf.c.fingerprint == wanted, shelf.c.name == row.name)).one()
        return document_of(row), Listed(*held[1:])

    def figures(self, fingerprint: str, start: int, end: int) -> list[Shown]:
        """Figures whose number starts in a stretch of a document, of each place one, refused ones too."""
        number = select(documents.c.id).where(documents.c.fingerprint == askable(fingerprint)).scalar_subquery()
        wanted = SHOWN, figures.c.document_id == number, figures.c.start >= start, figures.c.start < end
        return [shown_of(row, figure) for row, figure in figures_by(self._connection, *wanted)]

    def _snippets(self, words: str, numbers: Sequence[int]) -> dict[int, tuple[Piece, ...]]:
        match = match_of(words)
        if not match:
            return {}
        held = ", ".join(map(str, numbers))
        rows = self._connection.execute(text(_SNIPPETS.format(held)), {"match": match, "longest": _LONGEST})
        return {row[0]: tuple(_pieces(row[1])) for row in rows}


# The numbers come from the database itself; bound one by one they would be more than a query may have.
_SNIPPETS = (
    "SELECT rowid, snippet(search, 1, char(2), char(3), '…', 28) FROM search WHERE search MATCH :match AND rowid IN "
    "(SELECT document_id FROM shelf WHERE document_id IN ({}) AND characters <= :longest)"
)


def _found(query: Select[Any], sought: Sought) -> Select[Any] | None:
    """The query for what is sought; None where words are sought that hold no letter and no digit."""
    if sought.words.strip():
        if not (match := match_of(sought.words)):
            return None
        query = query.join(search, search.c.rowid == shelf.c.document_id).where(search.c.search.op("MATCH")(match))
    return query.where(*_conditions(sought))


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.publisher:
        yield shelf.c.publisher.is_(None) if sought.publisher == NONE else shelf.c.publisher == askable(sought.publisher)
    if sought.language:
        yield shelf.c.language == askable(sought.language)
    if sought.since:
        yield or_(shelf.c.published >= sought.since, shelf.c.published.in_([sought.since[:4], sought.since[:7]]))
    if sought.until:
        yield shelf.c.published < f"{sought.until}~"  # behind every day of a month, every month of a year
    if sought.figures is not None:
        yield shelf.c.figures > 0 if sought.figures else shelf.c.figures == 0
    if sought.waiting:
        yield shelf.c.waiting > 0


def _order(sort: str, sought: Sought) -> list[ColumnElement[Any]]:
    known = [*ORDERS, *(["best"] if sought.words.strip() else [])]
    key = sort.removeprefix("-")
    if key not in known:
        raise UnknownName(f"documents cannot be sorted by {sort!r}", advice=f"There are: {', '.join(known)}.")
    if key == "best":
        return [search.c.rank.asc(), shelf.c.document_id.asc()]
    return [column.desc() if sort.startswith("-") else column.asc() for column in ORDERS[key]]


def _pieces(marked: str) -> Iterator[Piece]:
    for at, piece in enumerate(_HIT.split(marked)):
        if piece:
            yield Piece(piece.replace("\x02", "").replace("\x03", ""), at % 2 == 1)
