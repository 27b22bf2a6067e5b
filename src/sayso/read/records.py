"""JSONL: one text a line, with what is known of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from sayso.model import Document, Note, Refusal
from sayso.read import dates, kinds, pages
from sayso.read.decode import decode
from sayso.read.finish import empty, finish
from sayso.read.intake import File, size_refusal
from sayso.read.mend import mend
from sayso.read.meta import Meta

_KEYS = {"id", "title", "published", "publisher", "author", "url", "text", "event"}
_WHOLE_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b.*</html>\s*$", re.IGNORECASE | re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


def read(head: bytes, stream: BinaryIO, item: File, max_bytes: int) -> Iterator[Document | Refusal]:
    """A document or a refusal for each line that is not blank; a bad line does not end the file."""
    count = 0
    if kinds.wide(head) is not None:
        yield Refusal(item.where, "it is in UTF-16 or UTF-32, but JSONL is in UTF-8", "Save it again as UTF-8.")
        return
    for number, line in enumerate(_lines(head, stream, max_bytes), 1):
        where = f"{item.where}:{number}"
        if line is None:
            yield size_refusal(where, None, max_bytes)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _line(line.rstrip(b"\r\n"), File(item.path, where, f"{item.name}-{number}"))
        else:
            continue
        count += 1
    if not count:
        yield empty(item.where)


def _lines(head: bytes, stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Lines of a stream whose first bytes were read already; None for a line past the limit."""
    rest = head.split(b"\n")
    for line in rest[:-1]:
        yield line if len(line) <= limit else None
    line = rest[-1] + stream.readline(max(limit + 2 - len(rest[-1]), 1))
    while line:
        whole = line.endswith(b"\n")
        yield line if len(line.rstrip(b"\r\n")) <= limit else None
        while not whole and (more := stream.readline(2**20)):
            whole = more.endswith(b"\n")
        line = stream.readline(limit + 2)


def _line(raw: bytes, item: File) -> Document | Refusal:
    decoded = decode(raw.removeprefix(b"\xef\xbb\xbf"))
    try:
        record = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        return Refusal(item.where, f"the line is not JSON ({reason})", "Write one whole JSON object on each line.")
    if not isinstance(record, dict):
        return Refusal(item.where, "the line is JSON, but no object", 'Write one object a line, such as {"id": "a1", "text": "..."}.')
    return _record(record, raw, item, list(decoded.notes))


def _record(record: dict[str, Any], raw: bytes, item: File, notes: list[Note]) -> Document | Refusal:
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        return Refusal(item.where, 'the record has no "text"', 'Give it a "text" that holds the report, or take the line out.')
    name = _string(record, "id") or item.name
    known, doubts = _known(record)
    notes += doubts
    item = replace(item, name=name)
    if _WHOLE_PAGE.match(text[:2000] + text[-200:]):
        return pages.page(item, raw, markup=text, known=known)
    text, mended = mend(_SURROGATE.sub("\ufffd", text))
    return finish(item, raw, text, known, [*notes, *mended])


def _known(record: dict[str, Any]) -> tuple[Meta, list[Note]]:
    notes = []
    unknown = sorted(str(key) for key in record.keys() - _KEYS)
    if unknown:
        notes.append(Note("unknown-keys", f"Not used: {', '.join(unknown[:10])}."))
    given = _string(record, "published")
    published = dates.normal(given) if given else None
    if given and published is None:
        notes.append(Note("date", f'"published" was not understood and not used: {given[:40]}. Write it as 2017-10-27.'))
    strings = {key: _string(record, key) for key in ("title", "publisher", "author", "url", "event")}
    return Meta(published=published, **strings), notes


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return _SURROGATE.sub("\ufffd", str(value)).strip() or None
