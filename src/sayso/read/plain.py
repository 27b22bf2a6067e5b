"""Plain text files: the document's text is the file's text, to the code point."""

from __future__ import annotations

from sayso.model import Document, Note, Refusal
from sayso.read import kinds
from sayso.read.decode import decode
from sayso.read.finish import empty, finish
from sayso.read.intake import File
from sayso.read.mend import mend
from sayso.read.meta import Meta


def plain(item: File, raw: bytes) -> Document | Refusal:
    """The document of a plain text; only wrongly decoded letters are altered, and a note says so."""
    decoded = decode(raw)
    text, mended = mend(decoded.text)
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        return empty(item.where)
    notes = [*decoded.notes, *mended]
    if kinds.markup(raw[: kinds.HEAD].removeprefix(b"\xef\xbb\xbf")):
        notes.append(Note("markup", "The text looks like a web page but was read as plain text; name the file .html to read it as one."))
    return finish(item, raw, text, Meta(), notes)
