"""One figure opened: its sentence to the letter, and everything that is read into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap

from sayso.model import Document, Figure
from sayso.present.safe import printable
from sayso.present.words import link, readable, spoken

_INDENT = 12


def show(figure: Figure, document: Document | None = None, names: Mapping[str, str] | None = None, width: int = 100) -> str:
    """A figure in plain text: its quote letter for letter, then the number in its place, then each field in words.

    The quote is never wrapped; other lines are, to a width in characters. Characters that would steer a terminal show as U+FFFD.
    """
    lines = [f"figure {figure.fingerprint}", f"“{figure.quote}”", ""]
    for name, value in _fields(figure, document, names or {}):
        folded = wrap(" ".join(value.split()), max(width - _INDENT, 30), break_on_hyphens=False) or [""]
        lines += [f"{name:<{_INDENT}}{folded[0]}", *(" " * _INDENT + line for line in folded[1:])]
    return printable("\n".join(lines))


def marked(figure: Figure, room: int = 80) -> str:
    """The number in double brackets with as much of its quote on either side as fits the room in characters."""
    start, end = figure.start - figure.quote_start, figure.end - figure.quote_start
    before, after = figure.quote[:start], figure.quote[end:]
    spare = max(room - (end - start) - len("[[]]……"), 0)
    left = min(len(before), max(spare // 2, spare - len(after)))
    right = spare - left
    if len(before) > left:
        before = "…" + before[len(before) - left :].partition(" ")[2]
    if len(after) > right:
        after = after[:right].rpartition(" ")[0] + "…"
    return f"{before}[[{figure.quote[start:end]}]]{after}"


def _fields(figure: Figure, document: Document | None, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "number", marked(figure)
    yield "says", spoken(figure)
    yield "category", readable(figure.category, names)
    yield "counted", figure.noun or "not stated"
    yield "from", _places(figure.origin, names)
    yield "where", _places(figure.location, names)
    yield "as of", figure.as_of or "not stated"
    yield "said by", " < ".join(map(link, figure.attribution)) or "the text, in its own voice"
    yield "disputed", "yes: the text itself calls this figure wrong" if figure.disputed else "no"
    yield "part of", _whole(figure, document)
    yield "confidence", f"{figure.confidence:.2f}"
    yield "document", _document(figure, document)
    for at, (name, rule) in enumerate(figure.why.items()):
        yield "why" if at == 0 else "", f"{name}: {rule}"


def _places(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(f"{readable(c, names)} ({c})" if readable(c, names) != c else c for c in codes) or "not stated"


def _whole(figure: Figure, document: Document | None) -> str:
    if figure.part_of is None:
        return "no other figure"
    start, end = figure.part_of
    words = f"“{document.text[start:end]}”, " if document else ""
    return f"{words}figure {figure.whole}"


def _document(figure: Figure, document: Document | None) -> str:
    if document is None:
        return figure.document
    known = [document.title and f"“{document.title}”", document.publisher, document.published, document.url]
    told = ", ".join(filter(None, known))
    return f"{figure.document}: {told}" if told else figure.document
