"""What a number expression is worth, read from its own letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import decimal

from sayso.languages import words

HUGE = 10**10
MAX_DIGITS = 13
GROUPS = re.compile(r"(?<=\d)[\s,'’\u066c](?=\d)")
PARTS = re.compile(r"\d[\d.,\s'’\u066b\u066c]*\d|\d|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Amount:
    """The worth of one expression: low and high in people, and whether it is vague, like "dozens", or loose, like "a couple"."""

    low: int
    high: int
    vague: bool = False
    loose: bool = False
    scale: int = 1
    digits: bool = False


@dataclass(frozen=True, slots=True)
class Worth:
    """The number words of a language as numbers."""

    small: dict[str, int]
    scales: dict[str, int]
    glued: dict[str, int]
    dozens: dict[str, int]
    vague: dict[str, int]
    few: frozenset[str]


@cache
def worth(language: str) -> Worth:
    """Return the number words of a language."""
    lists = words(language, "numbers")
    as_numbers = {kind: {w: int(n) for w, n in lists[kind].items()} for kind in ("units", "tens", "scales", "glued", "dozens", "vague")}
    small = as_numbers["units"] | as_numbers["tens"]
    return Worth(small, as_numbers["scales"], as_numbers["glued"], as_numbers["dozens"], as_numbers["vague"], frozenset(lists["few"]))


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(decimal(c)) if c.isdecimal() else c for c in text).replace("\u066b", ".")


def _digits(text: str) -> float | None:
    """Read digits with group marks: 1,300 / 10 000 / 2.5 / 2,14,000; None for what is no count."""
    plain = GROUPS.sub("", _ascii(text).strip())
    if len(plain) > MAX_DIGITS or plain.count(".") > 1:
        return None
    try:
        return float(plain) if "." in plain else int(plain)
    except ValueError:
        return None


def amount(text: str, language: str = "en") -> Amount | None:
    """Return the worth of a single number expression ("1.2 million", "several hundred", "tens of thousands"), None if it is no count."""
    parts = [
        p
        for p in PARTS.findall(text)
        if p.lower() not in ("of", "and", "a", "an", "the", "s", "or", "even", "couple", "pair") or p.lower() in ("couple", "pair")
    ]
    if not parts:
        return None
    lexis = worth(language)
    first = parts[0].lower()
    if first in ("couple", "pair") and len(parts) == 1:
        return Amount(2, 2, loose=True)
    if first in lexis.few or first in ("couple", "pair"):
        return _few([p.lower() for p in parts[1:]], lexis)
    if any(p.lower() in lexis.vague for p in parts):
        return _vague([p.lower() for p in parts], lexis)
    return _exact(parts, lexis)


def _few(parts: list[str], lexis: Worth) -> Amount | None:
    """Read "several hundred" (200 to 999) and "a few dozen" (24 to 119)."""
    step = 1
    for part in parts:
        base = lexis.vague.get(part) or lexis.scales.get(part) or lexis.dozens.get(part)
        if base is None:
            return None
        step *= base
    return Amount(2 * step, 10 * step - 1, vague=True) if step > 1 else None


def _vague(parts: list[str], lexis: Worth) -> Amount | None:
    """Read "dozens", "tens of thousands", "hundreds of thousands", "several thousands"."""
    step = 1
    for part in parts:
        base = lexis.vague.get(part) or lexis.scales.get(part)
        if base is None:
            return None
        step *= base
    if step >= HUGE:
        return None
    return Amount(2 * step, 10 * step - 1, vague=True)


def _exact(parts: list[str], lexis: Worth) -> Amount | None:
    """Read digits and number words with their scales."""
    total, current, scale, digits, begun = 0.0, 0.0, 1, False, False
    for raw in parts:
        part = raw.lower()
        if raw[0].isdecimal():
            value = _digits(raw)
            if value is None or begun:
                return None
            current, digits, begun = value, True, True
        elif part in lexis.small:
            current += lexis.small[part]
            begun = True
        elif part == "half":
            current += 0.5
            begun = True
        elif part == "quarter":
            current += 0.25
            begun = True
        elif part in lexis.scales or raw in lexis.glued or part in lexis.dozens:
            size = lexis.scales.get(part) or lexis.glued.get(raw) or lexis.dozens[part]
            scale = max(scale, size)
            if size == 100 or part in lexis.dozens:
                current = (current or 1) * size
            else:
                total, current = total + (current or 1) * size, 0.0
            begun = True
        else:
            return None
    value = total + current
    if not begun or (value != int(round(value, 6)) and abs(value - round(value)) > 1e-6) or value >= HUGE:
        return None
    number = round(value)
    return Amount(number, number, scale=scale, digits=digits)
