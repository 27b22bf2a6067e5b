"""Queries: documents and figures in a fixed order, a stretch at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, bindparam, select, true

from sayso.model import Document, Figure, Source
from sayso.store.query import match_of
from sayso.store.rows import MACHINE, SUPERSEDED, document_of, figure_of, source_of
from sayso.store.schema import documents, figures, links, search

DOCUMENT = [column for column in documents.c if column.name not in ("id", "raw")]
"""A document's columns without the bytes it came from, which lists do not need."""

_DOCUMENTS = select(*DOCUMENT)
_CHAINS = select(links).where(links.c.figure_id.in_(bindparam("figures", expanding=True))).order_by(links.c.figure_id, links.c.position)

SHOWN = figures.c.use != SUPERSEDED
"""Of each place one row: what counts, or was refused."""

_STRETCH = 500
T = TypeVar("T")


def documents_where(connection: Connection, *conditions: ColumnElement[bool], words: str = "") -> Iterator[Document]:
    """Documents by name; with `words` those that hold them all, the best match first."""
    query = _DOCUMENTS.where(true(), *conditions)
    order: list[ColumnElement[Any]] = [documents.c.name, documents.c.fingerprint]
    if words.strip():
        if not (match := match_of(words)):
            return
        query = query.join(search, search.c.rowid == documents.c.id).where(search.c.search.op("MATCH")(match))
        order.insert(0, search.c.rank)
    for row in connection.execute(query.order_by(*order).execution_options(yield_per=_STRETCH)):
        yield document_of(row)


def figures_where(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Figure]:
    """Figures by document and place, of each place the one that lists show; memory stays the same however many there are."""
    for _, figure in figures_by(connection, SHOWN, *conditions):
        yield figure


def figures_by(
    connection: Connection, *conditions: ColumnElement[bool], leave: str = "", extra: tuple[Column[Any], ...] = ()
) -> Iterator[tuple[Row[Any], Figure]]:
    """The same with the row of each, which also holds `extra` columns of the documents and not the column to `leave` out."""
    order = documents.c.name, documents.c.fingerprint, figures.c.start, figures.c.end
    query = _figures(leave, extra).where(true(), *conditions).order_by(*order)
    for stretch in connection.execute(query.execution_options(yield_per=_STRETCH)).partitions():
        yield from _with_chains(connection, stretch)


def figures_of(connection: Connection, document_id: int) -> list[Figure]:
    """All that the machine reads in one document, whether it counts or not, in the order of its text."""
    wanted = figures.c.document_id == document_id, figures.c.made == MACHINE
    return [figure for _, figure in figures_by(connection, *wanted)]


def batches(values: Sequence[T]) -> Iterator[list[T]]:
    """Values in lists short enough for one query."""
    for at in range(0, len(values), _STRETCH):
        yield list(values[at : at + _STRETCH])


@cache
def _figures(leave: str, extra: tuple[Column[Any], ...]) -> Select[Any]:
    kept = [column for column in figures.c if column.name != leave]
    columns: tuple[Any, ...] = (*kept, documents.c.name.label("document"), documents.c.fingerprint.label("document_fingerprint"), *extra)
    return select(*columns).join_from(figures, documents)


def _with_chains(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[tuple[Row[Any], Figure]]:
    chains: dict[int, list[Source]] = defaultdict(list)
    for row in connection.execute(_CHAINS, {"figures": [row.id for row in rows]}):
        chains[row.figure_id].append(source_of(row))
    for row in rows:
        yield row, figure_of(row, chains[row.id])
