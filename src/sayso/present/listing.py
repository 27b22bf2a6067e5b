"""Figures one a line, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model import Figure, Unit
from sayso.present.layout import cut, padded
from sayso.present.opened import marked
from sayso.present.safe import printable
from sayso.present.words import interval, readable

_FIXED = (("figure", 8), ("count", 15), ("category", 11), ("from", 12))
_GAP = "  "
_TAKEN = sum(size + len(_GAP) for _, size in _FIXED)
_ONE_LINE = 110
_INDENT = " " * (_FIXED[0][1] + len(_GAP))


def heading(width: int = 120) -> str:
    """The header of a listing of this width in characters; below 110 the words of a figure take a second line."""
    return _join([name for name, _ in _FIXED], "said by", "in these words", width)


def line(figure: Figure, width: int = 120, names: Mapping[str, str] | None = None) -> str:
    """A figure in a listing: the start of its fingerprint, count, category, people, sources nearest first, words."""
    people = " + ".join(readable(code, names or {}) for code in figure.origin)
    count = interval(figure.low, figure.high) + (" hh" if figure.unit is Unit.HOUSEHOLD else "") + (" d" if figure.disputed else "")
    said = " < ".join(figure.source) or "–"
    return _join([figure.fingerprint[:8], count, figure.category, people or "–"], said, marked(figure, _room(width)), width)


def _said(width: int) -> int:
    return min(max(width - _TAKEN, 24) // 3, 30) if width >= _ONE_LINE else max(width - _TAKEN, 16)


def _room(width: int) -> int:
    """How many characters there are for the words of a figure."""
    return width - _TAKEN - _said(width) - len(_GAP) if width >= _ONE_LINE else width - len(_INDENT)


def _join(fixed: list[str], said: str, words: str, width: int) -> str:
    columns = [padded(text, size) for text, (_, size) in zip(fixed, _FIXED, strict=True)]
    first = _GAP.join([*columns, padded(said, _said(width))])
    words = cut(words, _room(width))
    if width >= _ONE_LINE:
        return printable(_GAP.join([first, words])).rstrip()
    return printable(f"{first.rstrip()}\n{_INDENT}{words}")
