"""From paths to figures: reading and extraction, where one bad document never stops the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from os import PathLike
from typing import BinaryIO

from sayso.errors import SaysoError
from sayso.languages import available
from sayso.model import Document, Figure, Note, Refusal
from sayso.pipeline import extract
from sayso.read import read
from sayso.store import printable

Place = str | PathLike[str]


def find(*paths: Place, stdin: BinaryIO | None = None) -> Iterator[Figure | Refusal]:
    """Figures of files, folders and "-" (standard input) as they are met, without a ledger; nothing is stored.

    What could not be read comes as a Refusal in its place, and the rest goes on.
    """
    for item in readings(paths, stdin=stdin):
        if isinstance(item, Refusal):
            yield item
        else:
            yield from item[1]


def readings(paths: Iterable[Place], *, stdin: BinaryIO | None = None) -> Iterator[tuple[Document, list[Figure]] | Refusal]:
    """Each document with its figures in the order of its text, or why there is none."""
    for item in read(paths, stdin=stdin):
        yield item if isinstance(item, Refusal) else _reading(item)


def _reading(document: Document) -> tuple[Document, list[Figure]] | Refusal:
    try:
        return _noted(document), extract(document)
    except SaysoError as error:
        return refusal(document, error)
    except Exception as error:  # whatever one text does to the machine, the others are still to be read
        return Refusal(
            printable(document.name),
            f"looking for figures in it failed ({type(error).__name__}: {error})",
            "This is a fault in sayso: please report it with the text.",
        )


def _noted(document: Document) -> Document:
    """Say so where a text gives no figures because its language has no rules yet."""
    if document.language in available():
        return document
    known = ", ".join(available())
    message = f"it seems to be written in “{document.language}”, for which there are no rules yet ({known}); no figures were looked for"
    return replace(document, notes=(*document.notes, Note("language", message)))


def refusal(document: Document, error: SaysoError) -> Refusal:
    """An error about one document as a Refusal."""
    return Refusal(error.where or printable(document.name), error.what, error.advice or "")
