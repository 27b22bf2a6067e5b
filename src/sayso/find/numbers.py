"""Where number expressions stand in a text, alone and as ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.find.grammar import Worth, amount, worth
from sayso.languages.trie import pattern

LAST_YEAR = 2100
FIRST_YEAR = 1900
JOINT = re.compile(
    r"\s*(?:-|–|—|‑|\bto\b|\band\b|\bor\b)\s*"
    r"(?:(?:over|more than|well over|above|perhaps|even|about|around|nearly|almost|as many as|up to|possibly|maybe)\s+)?",
    re.I,
)
OPEN = re.compile(r"over|more than|above", re.I)
BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|roughly\s+|some\s+|an estimated\s+|the\s+)?$", re.I)
FROM = re.compile(
    r"\bfrom\s+(?:(?:about|around|just|some|nearly|almost|roughly|at least|the|more than|fewer than|under|over)\s+)?$",
    re.I,
)
LABEL = re.compile(
    r"\b(?:weeks?|days?|pages?|chapters?|phase|stage|round|grade|class|group|level|no\.?|article|section|room|week\s+no\.?)\s+$", re.I
)
DASH_BEFORE = re.compile(r"\d[-–—:/]$")
DASH_AFTER = re.compile(r"[-–—:/]\d")
REACH = 24


class Number(NamedTuple):
    """A number expression in a text, before what bounds it: span, worth, and how it is made up."""

    start: int
    end: int
    low: int
    high: int | None
    vague: bool = False
    loose: bool = False
    ranged: bool = False
    digits: bool = False
    scale: int = 1


def _first(lexis: Worth) -> str:
    """Build the pattern of what an expression without digits can open with: looked for first, it spares most words all else."""
    scales = [*lexis.scales, *lexis.dozens]
    articled = (f"{article} {word}" for article in ("a", "an") for word in (*scales, "several", "few", "couple", "many", "quarter", "pair"))
    return pattern([*lexis.small, *scales, *lexis.vague, *articled, "several", "few", "couple", "many", "half", "the pair", "the couple"])


@cache
def _scanner(language: str) -> re.Pattern[str]:
    """Build the pattern of single expressions, linear in the text: digits or words, then scales."""
    lexis = worth(language)
    small, scales = pattern(lexis.small), pattern([*lexis.scales, *lexis.dozens])
    vague, plain_scales = pattern(lexis.vague), pattern(lexis.scales)
    gap = r"(?:[\s‑-]{1,2}|(?:(?<=hundred)|(?<=thousand)|(?<=million))\s+and\s+)"
    groups = r"\d{1,3}(?:[,\u00a0\u202f\u2009'’\u066c]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|[1-9]\d{0,2}(?:\ \d{3})+(?!\d)"
    digits = rf"(?:{groups}|\d+)(?:[.\u066b]\d+)?(?:{pattern(lexis.glued)}\b|(?:[\s-]{{1,2}}(?:{scales})\b(?!-\w))*)"
    word = rf"(?:{small})\s+and\s+a\s+half\s+(?:{scales})\b|(?:{small})(?:{gap}(?:{small}|{scales})\b)*"
    several = rf"(?:an?\s+)?(?:several|few|couple(?:\s+of)?|many)\s+(?:{scales}|{vague})\b(?:\s+(?:of\s+)?(?:{scales}|{vague})\b)?"
    scaled = rf"(?:(?<=than\s)|(?<=over\s)|(?<=least\s)|(?<=about\s)|(?<=nearly\s)|(?<=almost\s)|(?<=around\s)|(?<=some\s))(?:{scales})\b"
    article = rf"(?:half\s+an?|a\s+quarter\s+of\s+an?|an?)\s+(?:{scales})\b(?:{gap}(?:{small}|{scales})\b)*"
    article += r"|half-a-dozen|(?:the|a)\s+(?:pair|couple)"
    vague_words = rf"(?:many\s+)?(?:{vague})\b(?:\s+(?:of|or even)\s+(?:{plain_scales}s|{vague})\b)*"
    return re.compile(
        rf"\b(?=\d|{_first(lexis)})(?<![\w,/$€£¥₹#@+])(?<!\d\.)(?<![^\W\d_][-‑])"
        rf"(?:{digits}|\b(?:{several}|{article}|{vague_words}|{word}|{scaled}))"
        rf"(?![\w%‰°])(?![-‑](?!(?:strong|odd|plus|some|ish)\b)[^\W\d_])",
        re.I,
    )


def _single(match: re.Match[str], language: str) -> Number | None:
    found = amount(match.group(), language)
    if found is None or found.high == 0:
        return None
    return Number(match.start(), match.end(), found.low, found.high, found.vague, found.loose, False, found.digits, found.scale)


def _year(number: Number, text: str) -> bool:
    return (
        number.digits
        and number.end - number.start == 4
        and FIRST_YEAR <= number.low <= LAST_YEAR
        and text[number.start : number.end].isdigit()
    )


def numbers(text: str, start: int, end: int, language: str = "en") -> Iterator[Number]:
    """Yield the number expressions of a stretch of text in order, ranges as one."""
    held: Number | None = None
    for match in _scanner(language).finditer(text, start, end):
        number = _single(match, language)
        if number is None:
            continue
        joined = _join(text, held, number) if held else None
        if joined:
            held = joined
            continue
        if held and not _dashed(text, held):
            yield held
        held = number
    if held and not _dashed(text, held):
        yield held


def _dashed(text: str, number: Number) -> bool:
    """Tell whether the digits are one piece of a date, a score, a telephone number: 2017-10-27, 3-1."""
    return bool(number.digits and (DASH_BEFORE.search(text, max(0, number.start - 2), number.start) or DASH_AFTER.match(text, number.end)))


def _join(text: str, left: Number, right: Number) -> Number | None:
    """Return the range that two neighbours make, or None where they are two numbers."""
    if left.ranged or left.vague != right.vague or right.start - left.end > REACH:
        return None
    joint = JOINT.fullmatch(text, left.end, right.start)
    if not joint or (_year(left, text) and _year(right, text)):
        return None
    word = joint.group().strip(" -–—‑\u00a0").split(" ")[0].lower()
    before = text[max(0, left.start - REACH) : left.start]
    if LABEL.search(before):
        return None
    if word == "and" and not BETWEEN.search(before):
        return None
    if word == "to" and FROM.search(before) and _moves(text, left.start):
        return None
    return _range(left, right, word, open_end=bool(OPEN.search(joint.group())))


MOVES = re.compile(
    r"(?:ris|rose|increas|climb|jump|gr[eo]w|fell|fall|drop|declin|decreas|surg|doubl|tripl|went|gone|go(?:es|ing)?\b|up\b|down\b|soar|swell|swoll|revis|rais|shr[aiu]nk|plung|dip|expand|reduc|cut|lower|upgrad|chang|bring|brought)",
    re.I,
)
MOVED = re.compile(rf"\b{MOVES.pattern}\w*\b[^.;]*$", re.I)


def _moves(text: str, left: int) -> bool:
    return bool(MOVED.search(text, max(0, left - 80), left))


def _range(left: Number, right: Number, word: str, *, open_end: bool) -> Number | None:
    low, high = left.low, right.high
    if right.scale > left.scale and low < right.low and low * right.scale <= right.low:
        low *= right.scale
    elif left.digits and right.digits and low < 1000 <= right.low and right.low % 1000 == 0 and low <= right.low // 1000 and word != "and":
        low *= 1000
    if high is None or low >= high or (word == "or" and low * 3 < high and not left.vague):
        return None
    if left.vague:
        return Number(left.start, right.end, left.low, high, True, False, True)
    return Number(left.start, right.end, low, None if open_end else high, False, False, True, right.digits, right.scale)
