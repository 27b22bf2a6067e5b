"""A user's words as a full-text query that is never a syntax error."""

from __future__ import annotations

import re
import unicodedata

from sayso.store.standing import askable

_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)')


def match_of(words: str) -> str:
    """The FTS5 query for what a user typed; "" if no letter or digit is in it.

    All words must be there; words in double quotes must stand together; a word may end in `*` for any ending.
    """
    pieces = (phrase or word for phrase, word in _PIECE.findall(askable(words).replace("\0", " ")))
    return " AND ".join(_quoted(piece) for piece in pieces if _says_something(piece))


def _quoted(piece: str) -> str:
    ending = " *" if piece.endswith("*") and _says_something(piece[-2:-1]) else ""
    return f'"{piece.rstrip("*")}"{ending}'


def _says_something(piece: str) -> bool:
    """Whether the index keeps anything of it: letters and digits; a piece without any would match nothing."""
    return any(unicodedata.category(character)[0] in "LN" for character in piece)
