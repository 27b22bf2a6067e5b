"""A text and what is known of it, made a document."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from sayso.model import Document, Note, Refusal, Span
from sayso.read.clutter import clutter
from sayso.read.heading import heading
from sayso.read.intake import File
from sayso.read.meta import Meta
from sayso.read.tongue import language


def finish(item: File, raw: bytes, text: str, known: Meta, notes: Iterable[Note], media_type: str = "text/plain") -> Document:
    """The document of a final text: what is known wins over what the first lines say; furniture goes aside."""
    head = heading(text)
    meta = known.otherwise(head.meta)
    return Document(
        name=item.name, text=text, title=meta.title, publisher=meta.publisher, author=meta.author, published=meta.published,
        language=language(text), url=meta.url, event=meta.event, media_type=media_type, sha256=sha256(raw).hexdigest(), raw=raw,
        aside=merged([*head.aside, *clutter(text, (meta.title, meta.publisher))]), notes=tuple(notes),
    )  # fmt: skip


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches in order, those that overlap made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif start < end:
            result.append((start, end))
    return tuple(result)


def empty(where: str) -> Refusal:
    """The refusal of a file without a text."""
    return Refusal(where, "it is empty or holds only white space", "Check that the file was saved or downloaded whole.")
