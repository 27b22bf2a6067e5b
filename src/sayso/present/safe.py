"""What keeps files whole and spreadsheets harmless."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sayso.errors import ExportError

EXCEL_LIMIT = 32_767
_CUT = " … [cut: a cell of Excel holds 32,767 characters]"
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def guarded(value: object) -> object:
    """A text that a spreadsheet would run as a formula, with an apostrophe before it; anything else as it is.

    Such texts start with = + - @ (also full-width), a tab or a line end, spaces before them aside.
    """
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return "'" + value
    return value


def legal(text: str) -> str:
    """The text with U+FFFD for what no XML file may hold: control characters and lone surrogates."""
    return _ILLEGAL.sub("\ufffd", text)


def printable(text: str) -> str:
    """The text with U+FFFD for what would steer a terminal: control characters and changes of writing direction."""
    return _CONTROL.sub("\ufffd", text)


def label(text: str, most: int = 60) -> str:
    """The text on one line of at most so many characters, as a chart may show it: nothing in it steers what is around it."""
    line = " ".join(legal(printable(text)).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def fitting(text: str) -> str:
    """The text cut to what a cell of Excel holds, in UTF-16 units, and saying so."""
    if len(text) <= EXCEL_LIMIT // 2 or len(units := text.encode("utf-16-le")) <= 2 * EXCEL_LIMIT:
        return text
    return units[: 2 * (EXCEL_LIMIT - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to, which takes its place at the end; nothing is left behind if writing fails.

    Raises ExportError where the folder or the file cannot be written.
    """
    target = path.resolve()
    if target.is_dir():
        raise ExportError("this is a folder", where=str(path), advice="Give the name of a file.")
    beside = target.with_name(f".{target.stem[:80]}.{secrets.token_hex(4)}{target.suffix}")
    try:
        yield beside
        _settle(beside)
        beside.replace(target)
    except OSError as error:
        advice = "Choose another place, or see that the folder is there, may be written to and has room."
        raise ExportError(f"cannot be written ({error.strerror or error})", where=str(path), advice=advice) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _settle(path: Path) -> None:
    """Wait until the file is on the disk, so that a power cut leaves the old one or the new one."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
