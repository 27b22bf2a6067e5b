"""Whether a document can be kept and whether its figures stand in it: no quote, no figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sayso.errors import FigureRefused, ReadError
from sayso.model import Document, Figure

_LARGEST = 2**63 - 1  # the largest whole number that a database keeps


def askable(text: str) -> str:
    """The text as the database can be asked for it: it holds no half characters, so "?" stands for each."""
    return text.encode("utf8", "replace").decode("utf8")


def refuse_unless_standing(document: Document, figures: Iterable[Figure]) -> None:
    """Raise FigureRefused, naming document and span, for the first figure that does not stand in the document's text."""
    seen: set[tuple[int, int]] = set()
    fingerprint = document.fingerprint
    for figure in figures:
        fault = fault_of(document, figure)
        if figure.document_fingerprint != fingerprint or figure.document != document.name:
            fault = "it belongs to another document"
        if (figure.start, figure.end) in seen:
            fault = "there are two figures at this place"
        if fault:
            raise FigureRefused(
                f"the figure {figure.reported_text!r} at {figure.start} to {figure.end} was refused: {fault}",
                where=printable(document.name),
                advice="Nothing of this document was stored.",
            )
        seen.add((figure.start, figure.end))


def fault_of(document: Document, figure: Figure) -> str:
    """Why a figure cannot be kept with a text, or nothing if it stands."""
    text, start, end = document.text, figure.start, figure.end
    if not 0 <= start < end <= len(text):
        return f"its place is outside the text, which has {len(text)} characters"
    if text[start:end] != figure.reported_text:
        return f"the text has {text[start:end]!r} there"
    if figure.quote_start < 0 or not text.startswith(figure.quote, figure.quote_start):
        return f"its quote does not stand at {figure.quote_start}"
    if not figure.quote_start <= start or not end <= figure.quote_start + len(figure.quote):
        return "it stands outside its quote"
    if figure.part_of and not 0 <= figure.part_of[0] < figure.part_of[1] <= len(text):
        return "the figure that it is a part of is outside the text"
    if any(abs(bound) > _LARGEST for bound in (figure.low, figure.high) if bound is not None):
        return f"its number is larger than {_LARGEST}"
    if not 0 <= figure.confidence <= 1:
        return f"its confidence {figure.confidence} is not between 0 and 1"
    return ""


@contextmanager
def refuse_half_characters(document: Document) -> Iterator[None]:
    """Raise ReadError where half a character (a lone surrogate) is met, which UTF-8 and so the database cannot hold."""
    try:
        document.name.encode("utf8")
        document.text.encode("utf8")
        yield
    except UnicodeEncodeError as error:
        place = printable(error.object[max(0, error.start - 20) : error.end])
        raise ReadError(
            f"half a character (a lone surrogate) stands in it, which no database can keep: …{place}",
            where=printable(document.name),
            advice="Give the file a plain name and save its text as UTF-8, then add it again.",
        ) from error


def printable(name: str) -> str:
    """A name that every terminal and file can take."""
    return name.encode("utf8", "backslashreplace").decode("utf8")
