"""Whom figures are credited to: counts by name and document, and the figures of names."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, text

from sayso.model import Figure
from sayso.store.reading import batches, figures_where
from sayso.store.rows import COUNTED
from sayso.store.schema import figures

# The last link of a chain is whom the figure goes back to; the publisher is that only where nobody else is named.
_LAST = "coalesce((SELECT max(position) FROM links AS own WHERE own.figure_id = links.figure_id AND role <> 'publisher'), {rest})"
_ORIGIN = f"links.position = {_LAST.format(rest='(SELECT max(position) FROM links AS own WHERE own.figure_id = links.figure_id)')}"


class Credit(NamedTuple):
    """How often a document credits its figures to a name: as the origin, or as somebody on the way."""

    name: str
    document_id: int
    document: str
    document_fingerprint: str
    origin: bool
    basis: str
    figures: int


class Credited(NamedTuple):
    """Numbers of figures that are credited to some names, in the order of their documents."""

    total: int
    figures: list[Figure]


def credits(connection: Connection) -> Iterator[Credit]:
    """All credits of figures that count, in the order of names and documents."""
    query = f"""
        SELECT links.name, document_id, documents.name, documents.fingerprint, {_ORIGIN} AS last, basis, count(DISTINCT figure_id)
        FROM links JOIN figures ON figures.id = figure_id JOIN documents ON documents.id = document_id WHERE "use" = '{COUNTED}'
        GROUP BY links.name, document_id, last, basis ORDER BY links.name, document_id"""
    for row in connection.execute(text(query).execution_options(yield_per=2_000)):
        yield Credit(row[0], row[1], row[2], row[3], bool(row[4]), row[5], row[6])


def credited(connection: Connection, names: Collection[str], document: str, origin: bool, stretch: tuple[int, int]) -> Credited:
    """Figures that count and are credited to any of these names, as spelled, as the origin or as somebody on the way.

    Of one document by its fingerprint, or of all for "". `stretch` is an offset and how many are wanted.
    """
    query = text(f"""
        SELECT DISTINCT figure_id FROM links JOIN figures ON figures.id = figure_id JOIN documents ON documents.id = document_id
        WHERE links.name IN :names AND "use" = '{COUNTED}' AND {_ORIGIN} = :origin AND (:document = '' OR documents.fingerprint = :document)
        ORDER BY documents.name, documents.fingerprint, "start", "end"
    """).bindparams(bindparam("names", expanding=True))
    rows = connection.execute(query, {"names": sorted(names), "origin": origin, "document": document})
    found = [row[0] for row in rows]
    offset, limit = stretch
    held = [figure for batch in batches(found[offset : offset + limit]) for figure in figures_where(connection, figures.c.id.in_(batch))]
    return Credited(len(found), held)
