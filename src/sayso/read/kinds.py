"""What kind of file something is: by its suffix, else by how it begins."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

HEAD = 64 * 2**10
"""Bytes that are looked at to tell what a file is."""

READABLE = "plain text (.txt, .text, .md), web pages (.html, .htm, .xhtml) and JSONL (.jsonl, .ndjson)"

_KINDS = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (a .docx, .xlsx, .odt or .epub file is one too)"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound or video file"),
)
_PRINTED = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")  # enough by themselves; the others might begin a text
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1|table|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def by_suffix(path: Path) -> str | None:
    """The kind that a file's suffix tells: text, html, jsonl or None."""
    return _KINDS.get(path.suffix.lower())


def unreadable(path: Path) -> tuple[str, str]:
    """Why a file in a folder is passed over, and what to do."""
    kind = f"{path.suffix} files are" if path.suffix else "a file without a suffix is"
    return f"{kind} passed over in a folder", f"Readable kinds are {READABLE}; name the file itself if it is one of them."


def foreign(head: bytes) -> tuple[str, str] | None:
    """Reason and advice if these first bytes are those of no text, else None."""
    advice = f"Readable kinds are {READABLE}: save or export it as one of them."
    for magic, what in _MAGIC:
        if head.startswith(magic) and (magic in _PRINTED or not head.isascii() or b"\0" in head):
            return f"it is {what}, not a text", advice
    if b"\0" in head and wide(head) is None:
        return "it is a binary file (it holds NUL bytes), not a text", advice
    sample = head[:4096]
    if wide(head) is None and len(_CONTROL.findall(sample)) > len(sample) // 10:
        return "it is a binary file (full of control characters), not a text", advice
    return None


def wide(head: bytes) -> str | None:
    """The UTF-16 or UTF-32 codec that these bytes are in, by their mark or by where their NULs stand."""
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if head.startswith(_WIDE_MARKS):
        return "utf-16"
    sample = head[: min(len(head), 4096) // 2 * 2]
    even, odd = sample[::2], sample[1::2]
    high, codec = (odd, "utf-16-le") if odd.count(0) else (even, "utf-16-be")
    if high.count(0) < 2 or (even.count(0) and odd.count(0)):
        return None
    rows = sum(count for _, count in Counter(high).most_common(3))  # a script lies in one or two rows of 256, and ASCII in row 0
    return codec if rows >= 0.9 * len(high) else None


def sniff(head: bytes) -> str:
    """The kind that a text begins like: jsonl if its first line is a JSON object, html if it opens with markup, else text."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    if markup(start):
        return "html"
    first = start.lstrip().split(b"\n", 1)
    if not first[0].startswith(b"{"):
        return "text"
    try:
        return "jsonl" if isinstance(json.loads(first[0]), dict) else "text"
    except (ValueError, RecursionError):
        cut_off = len(first) == 1 and len(head) >= HEAD
        return "jsonl" if cut_off and re.match(rb'\{\s*"[^"]*"\s*:', first[0]) else "text"


def markup(head: bytes) -> bool:
    """Whether a text opens like a web page."""
    return _MARKUP.match(head) is not None
