"""From paths to documents and refusals, one at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.model import Document, Refusal
from sayso.read import kinds, pages, plain, records
from sayso.read.intake import File, size_refusal, walk

MAX_BYTES = 64 * 2**20
PathLike = str | os.PathLike[str]


def read(
    paths: PathLike | Iterable[PathLike], *, max_bytes: int = MAX_BYTES, stdin: BinaryIO | None = None
) -> Iterator[Document | Refusal]:
    """Read files, folders and "-" (standard input) into documents, in the order given and sorted within folders.

    Whatever gives no document gives a Refusal, and the rest goes on; nothing is raised for a bad input.
    `max_bytes` limits one file, or one line of a JSONL file, which is read as a stream.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else paths
    for item in walk(given):
        if isinstance(item, Refusal):
            yield item
        elif item.path is None:
            yield from _stream(stdin or sys.stdin.buffer, item, max_bytes)
        else:
            yield from _file(item.path, item, max_bytes)


def _file(path: Path, item: File, max_bytes: int) -> Iterator[Document | Refusal]:
    try:
        if path.is_file() and kinds.by_suffix(path) != "jsonl" and path.stat().st_size > max_bytes:
            yield size_refusal(item.where, path.stat().st_size, max_bytes)
            return
        with path.open("rb") as stream:
            yield from _stream(stream, item, max_bytes)
    except OSError as error:
        yield _unopened(item.where, error)


def _unopened(where: str, error: OSError) -> Refusal:
    if isinstance(error, PermissionError):
        return Refusal(where, "there is no permission to read it", "Change its permissions (chmod +r) or copy it to where you can read it.")
    return Refusal(where, f"it could not be read ({error.strerror or error})", "Check the path and the disk, then try again.")


def _stream(stream: BinaryIO, item: File, max_bytes: int) -> Iterator[Document | Refusal]:
    head = _fill(stream, min(kinds.HEAD, max_bytes + 1))
    foreign = kinds.foreign(head)
    if foreign is not None:
        yield Refusal(item.where, *foreign)
        return
    kind = (kinds.by_suffix(item.path) if item.path else None) or kinds.sniff(head)
    if kind == "jsonl":
        yield from records.read(head, stream, item, max_bytes)
        return
    raw = head + _fill(stream, max_bytes + 1 - len(head))
    if len(raw) > max_bytes:
        yield size_refusal(item.where, None, max_bytes)
    elif kind == "html":
        yield pages.page(item, raw)
    else:
        yield plain.plain(item, raw)


def _fill(stream: BinaryIO, size: int) -> bytes:
    """Up to `size` bytes; a pipe may hand them over in small pieces."""
    pieces, left = [], size
    while left > 0:
        piece = stream.read(min(left, 2**20))
        if not piece:
            break
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
