"""Names of files that strangers gave: only ever names, never paths."""

from __future__ import annotations

import re
import unicodedata

_MOST = 180  # bytes of a name that every file system takes, with room for a suffix
_SUFFIXES = {"text/plain": ".txt", "text/html": ".html", "application/xhtml+xml": ".xhtml", "application/json": ".json"}
_SEPARATORS = re.compile(r"[/\\]")


def bare(name: str, instead: str = "unnamed") -> str:
    """The name of a file without folders and without what no name holds; `instead` where nothing is left.

    Control and format characters go (a name turned by them could look like another), long names lose what is before their suffix.
    """
    last = _SEPARATORS.split(name)[-1]
    kept = "".join(one for one in last if unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
    stem, dot, suffix = kept.strip(" ").rpartition(".")
    if not dot or len(suffix) > 10 or not stem.strip(" ."):
        stem, dot, suffix = kept.strip(" ."), "", ""
    stem = _short(stem.strip(" "), _MOST - len((dot + suffix).encode()))
    return f"{stem}{dot}{suffix}" if stem else instead


def suffixed(name: str, media_type: str) -> str:
    """A name for a document that is saved, with the suffix of its kind."""
    suffix = _SUFFIXES.get(media_type, ".bin")
    held = bare(_SEPARATORS.sub("_", name), "document")
    return held if held.endswith(suffix) else held + suffix


def _short(text: str, most: int) -> str:
    return text.encode("utf8")[:most].decode("utf8", "ignore")
