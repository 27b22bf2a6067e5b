"""Bytes to text, with a note on everything that was not plain UTF-8."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sayso.model import Note
from sayso.read import kinds
from sayso.read.guess import guess

_LEADS = bytes(range(0xC2, 0xF5))
_STRAY = re.compile("[\udc80-\udcff]")
_NAMES = {
    "cp1252": "windows-1252", "cp1251": "windows-1251", "cp1250": "windows-1250", "cp1254": "windows-1254",
    "koi8_r": "KOI8-R", "koi8_u": "KOI8-U", "mac_roman": "Mac Roman", "mac_cyrillic": "Mac Cyrillic", "cp866": "CP866",
}  # fmt: skip
# What browsers do with these labels (WHATWG Encoding Standard): the larger set that the label stands for in practice.
_LARGER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8", "utf-32": "utf-8",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what had to be done to get it."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of these bytes; `declared` is the charset that the file claims, which yields to the evidence.

    UTF-8 comes back to the code point, its byte order mark included.
    """
    wide = kinds.wide(raw[: kinds.HEAD])
    if wide is not None:
        note = Note("encoding", f"The file is in {wide.upper()} and was read as such.")
        return Decoded(raw.decode(wide, "replace"), wide, (note,))
    claimed = codec(declared)
    if claimed is not None and claimed.startswith("iso2022"):
        return _claimed(raw, claimed) or _guessed(raw, declared)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _other(raw, declared, claimed)
    if claimed in (None, "utf-8") or text.isascii():
        return Decoded(text, "utf-8")
    return Decoded(text, "utf-8", (Note("encoding", f"The file says it is in {declared}, but it is in UTF-8 and was read as such."),))


def codec(label: str | None) -> str | None:
    """Python's name for a charset label as browsers understand it; None if unknown."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().removeprefix("x-").replace("macintosh", "mac_roman")).name
    except (LookupError, ValueError):
        return None
    return _LARGER.get(name, name)


def _other(raw: bytes, declared: str | None, claimed: str | None) -> Decoded:
    if claimed is not None and claimed != "utf-8":
        found = _claimed(raw, claimed)
        if found is not None:
            return found
    return _mostly_utf8(raw) or _guessed(raw, declared)


def _claimed(raw: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(name), name)
    except (ValueError, LookupError):
        return None


def _mostly_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with some bad bytes, which are read as windows-1252; None if the bad ones outnumber the good."""
    for part in (raw[: kinds.HEAD], raw):  # the beginning tells for most files, and spares the rest
        text = part.decode("utf-8", "surrogateescape")
        sound = text.encode("utf-8", "ignore")
        stray, good = len(part) - len(sound), len(sound) - len(sound.translate(None, _LEADS))
        if good < stray - 3:
            return None
    if good <= stray:
        return None
    mended = _STRAY.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)
    message = f"The file is in UTF-8 but for {stray:,} bad byte{'s'[: stray != 1]}, read as windows-1252."
    return Decoded(mended, "utf-8", (Note("encoding", message),))


def _guessed(raw: bytes, declared: str | None) -> Decoded:
    name = guess(raw)
    shown = _NAMES.get(name, name)
    text = raw.decode(name, "replace")
    lost = text.count("\ufffd")
    claim = f"The file says it is in {declared}, but is not" if declared else "The file is not in UTF-8"
    tail = f"; {lost:,} byte{'s'[: lost != 1]} could not be read" if lost else ""
    message = f"{claim}: it was read as {shown}, judged by its letters{tail}. Save it as UTF-8 if that is wrong."
    return Decoded(text, name, (Note("encoding", message),))
