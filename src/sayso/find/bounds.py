"""What bounds a number: "at least" before it, "or more" after it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.find.numbers import Number, numbers
from sayso.languages import grammar, words
from sayso.languages.trie import pattern
from sayso.model import Interval, Quantifier, Value

REACH = 48
SPACE = r"[\s\u00a0]+"
DIRECTIONS = grammar("directions")


def _index(phrases: dict[str, list[str]]) -> dict[str, Quantifier]:
    return {" ".join(p.lower().split()): Quantifier(kind) for kind, some in phrases.items() for p in some}


class _Tables(NamedTuple):
    """What a language's bounds.yaml says, ready for look-up."""

    before: dict[str, Quantifier]
    after: dict[str, Quantifier]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    particles: re.Pattern[str]


@cache
def _tables(language: str) -> _Tables:
    lists = words(language, "bounds")
    before, after = _index(lists["before"]), _index(lists["after"])
    bridge = pattern(w.lower() for w in lists["bridge"])
    opens = r"(?:^|(?<=[\s\u00a0(\[\"'“‘—–,:;-]))"
    return _Tables(
        before,
        after,
        re.compile(rf"{opens}({pattern(before)})(?:{SPACE}(?:{bridge}))*{SPACE}[(\"“‘']?$", re.I),
        re.compile(rf"(?:{SPACE})?(?:people{SPACE}|persons{SPACE})?({pattern(after)})(?![\w])|(\+)", re.I),
        re.compile(rf"\b(?:{pattern(lists['particles'])}){SPACE}$", re.I),
    )


def _phrase(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _before(text: str, start: int, language: str) -> Quantifier | None:
    """Return the quantifier that the words before a number give; a bound before an approximation wins."""
    tables = _tables(language)
    window = text[max(0, start - REACH) : start]
    found = tables.leading.search(window)
    if not found:
        return None
    kind = tables.before.get(_phrase(found.group(1)))
    rest = window[: found.start(1)]
    if _phrase(found.group(1)) in DIRECTIONS and tables.particles.search(rest):
        return None
    outer = tables.leading.search(rest) if kind is Quantifier.APPROXIMATELY else None
    return (tables.before.get(_phrase(outer.group(1))) if outer else None) or kind


def _after(text: str, end: int, language: str) -> Quantifier | None:
    tables = _tables(language)
    found = tables.trailing.match(text, end, min(len(text), end + REACH))
    if not found:
        return None
    return Quantifier.AT_LEAST if found.group(2) else tables.after.get(_phrase(found.group(1)))


def value(text: str, number: Number, language: str = "en") -> Value:
    """Return the interval and quantifier of a number with what bounds it in its text, by the guideline's table of intervals."""
    kind = _after(text, number.end, language) or _before(text, number.start, language)
    low, high = number.low, number.high
    if number.ranged and kind in (None, Quantifier.APPROXIMATELY):
        return Value(low, high, Quantifier.VAGUE if number.vague else Quantifier.RANGE)
    if kind is Quantifier.AT_LEAST or kind is Quantifier.MORE_THAN:
        return Value(low, None, kind)
    if kind is Quantifier.AT_MOST or kind is Quantifier.LESS_THAN:
        return Value(None, high if high is not None else low, kind)
    if number.vague:
        return Value(low, high, Quantifier.VAGUE)
    if kind is None and number.loose and text[number.start : number.start + 3].lower() != "the":
        kind = Quantifier.APPROXIMATELY
    return Value(low, high, kind or Quantifier.EXACT)


def ends(text: str, start: int, end: int, language: str = "en") -> Interval | None:
    """The number that the expression text[start:end] names, or the two of a range, whatever bounds it; None where it is no number."""
    for number in numbers(text, start, end, language):
        if (number.start, number.end) == (start, end):
            return Interval(number.low, number.low if number.high is None else number.high)
    return None


def reparse(text: str, start: int, end: int, language: str = "en") -> Value | None:
    """Return the value that the expression text[start:end] has where it stands, or None where it is no number expression."""
    for number in numbers(text, start, end, language):
        if (number.start, number.end) == (start, end):
            return value(text, number, language)
    return None
