"""What a reference stands for: a figure, a document, or a cell of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches

from sayso.errors import UnknownName
from sayso.model import Document, Figure
from sayso.present import Table
from sayso.store import Filters, Store

_FINGERPRINT = re.compile(r"[0-9a-f]{4,16}")


def resolve(store: Store, reference: str, table: Callable[[], Table]) -> list[Figure]:
    """The figures that a reference stands for.

    It is a document's name or fingerprint, the first four or more digits of a figure's fingerprint, or a cell as "ROW/COLUMN".
    Raises UnknownName, with the nearest names there are.
    """
    if documents := list(store.documents(name=reference)):
        return [figure for document in documents for figure in store.figures(Filters(document=document.fingerprint))]
    if _FINGERPRINT.fullmatch(reference.lower()):
        figures = store.figures_like(reference.lower()) or list(store.figures(Filters(document=reference.lower())))
        if figures:
            return figures
    if "/" in reference:
        return list(_cell(table(), reference))
    raise UnknownName(f"nothing is called {reference!r}", where=str(store.path), advice=_advice(store, reference))


def with_documents(store: Store, figures: list[Figure]) -> list[tuple[Figure, Document]]:
    """Each figure with its document."""
    documents = {fingerprint: store.document(fingerprint) for fingerprint in {figure.document_fingerprint for figure in figures}}
    return [(figure, documents[figure.document_fingerprint]) for figure in figures]


def _cell(table: Table, reference: str) -> Sequence[Figure]:
    """The figures of a cell; names of sources may hold slashes themselves, so every cut is tried."""
    missing = UnknownName("a cell is given as ROW/COLUMN")
    for cut in re.finditer("/", reference):
        try:
            return table.cell(reference[: cut.start()].strip(), reference[cut.end() :].strip()).figures
        except UnknownName as error:
            missing = error
    raise missing


def _advice(store: Store, reference: str) -> str:
    names = {document.name for document in store.documents()}
    near = get_close_matches(reference, sorted(names), n=3)
    then = f"Did you mean {' or '.join(near)}? " if near else ""
    return f"{then}Give a document's name, the first digits of a figure's fingerprint, or a cell of the table such as TJ/joined."
