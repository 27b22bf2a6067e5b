"""Web pages: the account without what stands around it."""

from __future__ import annotations

import re

from sayso.model import Document, Refusal
from sayso.read.decode import Decoded, decode
from sayso.read.finish import finish
from sayso.read.intake import File
from sayso.read.mend import mend
from sayso.read.meta import Meta

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]+)""", re.IGNORECASE
)


def page(item: File, raw: bytes, *, markup: str | None = None, known: Meta | None = None) -> Document | Refusal:
    """The document of a web page; `markup` is the page's text where `raw` is something around it (a line of JSONL)."""
    from sayso.read import account, metadata  # lxml and trafilatura: only once a web page comes

    decoded = decode(raw, _declared(raw)) if markup is None else Decoded(markup, "utf-8")
    markup, mended = mend(decoded.text)
    tree = account.parse(markup)
    meta = known or Meta()
    if tree is None:
        text, notes = account.stripped(markup)
    else:
        meta = meta.otherwise(metadata.metadata(tree))
        text, notes = account.account(tree, len(markup))
    text, escaped = mend(text)  # once more, for what was written as entities
    if not text.strip():
        return _blank(item)
    return finish(item, raw, text, meta, [*decoded.notes, *(mended or escaped), *notes], "text/html")


def _blank(item: File) -> Refusal:
    return Refusal(
        item.where,
        "the page has no text left when its markup and buttons are taken away",
        "It may be filled in by scripts: save it from a browser after it has loaded, or copy its text into a .txt file.",
    )


def _declared(raw: bytes) -> str | None:
    match = _CHARSET.search(raw[:4096])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None
