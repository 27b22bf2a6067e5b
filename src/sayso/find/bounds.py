"""What bounds a number: "at least" before it, "or more" after it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sayso.find.numbers import Number, numbers
from sayso.languages import words
from sayso.languages.trie import pattern
from sayso.model import Quantifier, Value

REACH = 48
SPACE = r"[\s\u00a0]+"


def _index(phrases: dict[str, list[str]]) -> dict[str, Quantifier]:
    return {" ".join(p.lower().split()): Quantifier(kind) for kind, some in phrases.items() for p in some}


@cache
def _tables(language: str) -> tuple[Any, ...]:
    lists = words(language, "bounds")
    before, after = _index(lists["before"]), _index(lists["after"])
    bridge = pattern(w.lower() for w in lists["bridge"])
    leading = re.compile(rf"(?:^|(?<=[\s\u00a0(\[\"'“‘—–,:;-]))({pattern(before)})(?:{SPACE}(?:{bridge}))*{SPACE}(?:[(\"“‘']?)$", re.I)
    leading_again = re.compile(rf"(?:^|(?<=[\s\u00a0(\[\"'“‘—–,:;-]))({pattern(before)})(?:{SPACE}(?:{bridge}))*{SPACE}$", re.I)
    trailing = re.compile(rf"(?:{SPACE})?(?:people{SPACE}|persons{SPACE})?({pattern(after)})(?![\w])|(\+)", re.I)
    particles = re.compile(rf"\b(?:{pattern(lists['particles'])}){SPACE}$", re.I)
    return before, after, leading, leading_again, trailing, particles


def _before(text: str, start: int, language: str) -> Quantifier | None:
    """Return the quantifier that the words before a number give; a bound before an approximation wins."""
    before, _, leading, again, _, particles = _tables(language)
    left = max(0, start - REACH)
    window = text[left:start]
    found = leading.search(window)
    if not found:
        return None
    phrase = " ".join(found.group(1).lower().replace("’", "'").split())
    kind: Quantifier | None = before.get(phrase)
    if phrase in ("over", "under", "above", "below", "past", "beyond", "passed the") and particles.search(window[: found.start(1)]):
        return None
    if kind is Quantifier.APPROXIMATELY:
        outer = again.search(window[: found.start(1)])
        if outer and (other := before.get(" ".join(outer.group(1).lower().split()))) is not None:
            return other
    return kind


def _after(text: str, end: int, language: str) -> Quantifier | None:
    _, after, _, _, trailing, _ = _tables(language)
    found = trailing.match(text, end, min(len(text), end + REACH))
    if not found:
        return None
    if found.group(2):
        return Quantifier.AT_LEAST
    kind: Quantifier | None = after.get(" ".join(found.group(1).lower().split()))
    return kind


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


def reparse(text: str, start: int, end: int, language: str = "en") -> Value | None:
    """Return the value that the expression text[start:end] has where it stands, or None where it is no number expression."""
    for number in numbers(text, start, end, language):
        if (number.start, number.end) == (start, end):
            return value(text, number, language)
    return None
