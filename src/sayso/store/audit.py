"""Whether what is stored still stands: another program may have changed the file."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from sayso.store.reading import DOCUMENT, figures_of
from sayso.store.rows import document_of
from sayso.store.schema import documents
from sayso.store.standing import fault_of


def fallen(connection: Connection) -> Iterator[str]:
    """Each text that is not the one that was added, and each figure that does not stand in its text."""
    query = select(documents.c.id, *DOCUMENT).order_by(documents.c.name, documents.c.fingerprint)
    for row in connection.execute(query.execution_options(yield_per=100)):
        document = document_of(row)
        if document.fingerprint != row.fingerprint:
            yield f"the text of {document.name} was changed"
        for figure in figures_of(connection, row.id):
            if fault := fault_of(document, figure):
                yield f"figure {figure.fingerprint} in {document.name}: {fault}"
