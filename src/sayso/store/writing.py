"""Putting a document with all its figures into the database."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from sqlalchemy import Connection, delete, insert, select, update

from sayso.model import Document, Figure
from sayso.store.reading import DOCUMENT, figures_of
from sayso.store.rows import MACHINE, document_of, document_row
from sayso.store.schema import documents, figures
from sayso.store.verdicts import Settle, put_figures, settle_document


class Outcome(Enum):
    """What adding a document did; true if anything was written."""

    ADDED = "added"
    RENEWED = "renewed"
    UNCHANGED = "unchanged"

    def __bool__(self) -> bool:
        return self is not Outcome.UNCHANGED


def put(connection: Connection, document: Document, reading: Sequence[Figure], settle: Settle | None = None) -> Outcome:
    """Make the database hold this document and exactly these figures of it.

    A document that is there already gets the newer reading of its surroundings (title, date ...) and of its figures,
    if that is another one. Its text is the same: name and text make the fingerprint. What persons said of its figures stays, and is
    settled anew.
    """
    there = connection.execute(select(documents.c.id, *DOCUMENT).where(documents.c.fingerprint == document.fingerprint)).one_or_none()
    if there is None:
        number = connection.execute(insert(documents).values(document_row(document)).returning(documents.c.id)).scalar_one()
        put_figures(connection, number, reading)
        settle_document(connection, number, document.fingerprint, settle)
        return Outcome.ADDED
    outcome = Outcome.UNCHANGED
    if document_of(there) != document:
        connection.execute(update(documents).where(documents.c.id == there.id).values(document_row(document)))
        outcome = Outcome.RENEWED
    if figures_of(connection, there.id) != sorted(reading, key=lambda figure: (figure.start, figure.end)):
        connection.execute(delete(figures).where(figures.c.document_id == there.id, figures.c.made == MACHINE))
        put_figures(connection, there.id, reading)
        settle_document(connection, there.id, document.fingerprint, settle)
        outcome = Outcome.RENEWED
    return outcome
