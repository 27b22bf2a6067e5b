"""Dates at the head of a report, as ISO strings no more precise than they are."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sayso.read.lists import listed


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    data: dict[str, Any] = listed("dates")
    return data


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " +") for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {word: number for number, words in _words()["months"].items() for word in words}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    month = rf"(?:{_any(list(_months()))})\b\.?"
    date = (
        r"(?P<iso>\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
        r"|(?P<ymd>\d{4}[/.]\d{1,2}[/.]\d{1,2})(?!\d)"
        rf"|(?P<dmy>\d{{1,2}}(?:st|nd|rd|th)? +(?:of +)?{month},? +\d{{4}})(?!\d)(?: +г(?:ода|\.))?"
        rf"|(?P<mdy>{month} *\d{{1,2}}(?:st|nd|rd|th)?,? *(?:19|20)\d\d)(?!\d)"
        r"|(?P<num>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{4})(?!\d)"
        rf"|(?P<my>{month},? +(?:19|20)\d\d)(?!\d)"
    )
    zone = r"(?: ?(?-i:(?:[A-Z]{1,2}[SD]?T|GMT|UTC|MSK))\b)?"
    time = rf"\(?(?:at |@ ?|[-|–—∙·] ?)?\d{{1,2}}(?:[:.]\d{{2}}){{1,2}}(?: ?[ap]\.?m\b\.?)?{zone}\)?|\d{{1,2}} ?[ap]\.?m\b\.?"
    first, later = (_any(_words()[key]) for key in ("first_published", "changed_later"))
    return re.compile(
        rf"(?:(?:(?P<first>{first})|(?P<later>{later}))\b *[:|∙·-]? *(?:on )?)?(?:{time},? +)?"
        rf"(?:(?P<day>{_any(_words()['weekdays'])})\b\.?,? +)?(?:{date})(?:,? *(?:{time}))?",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A date where it stands: ISO, end of its stretch, its label (first, later or "") and whether a weekday goes with it."""

    iso: str
    start: int
    end: int
    label: str
    weekday: bool


def at(text: str, start: int = 0, end: int | None = None) -> Found | None:
    """The date that stands at `start`, with its label, weekday and time of day; None if there is none."""
    return _found(_pattern().match(text, start, len(text) if end is None else end))


def _found(match: re.Match[str] | None) -> Found | None:
    iso = _iso(match) if match else None
    if match is None or iso is None:
        return None
    label = "first" if match["first"] else "later" if match["later"] else ""
    return Found(iso, match.start(), match.end(), label, bool(match["day"]))


def normal(value: object) -> str | None:
    """An ISO date of a value that is a date and nothing more, as precise as it is; None if it is none.

    A day and a month that could be either way round give the year only.
    """
    text = str(value).strip()
    if re.fullmatch(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", text):
        return text
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]))
    found = at(text)
    return found.iso if found else None


def _iso(match: re.Match[str]) -> str | None:
    numbers = [int(number) for number in re.findall(r"\d+", match["iso"] or match["ymd"] or match["num"] or "")]
    if match["iso"] or match["ymd"]:
        return _day(*numbers)
    if match["num"]:
        return _ambiguous(*numbers, dotted=match["sep"] != "/")
    words = match["dmy"] or match["mdy"] or match["my"] or ""
    month = _months()[re.findall(r"[^\W\d_]{3,}", words)[0].lower()]
    digits = re.findall(r"\d+", words)
    if match["my"]:
        return f"{digits[0]}-{month:02}"
    glued = digits[0] if len(digits) == 1 else ""
    day, year = (glued[:-4], glued[-4:]) if glued else (digits[0], digits[-1])
    return _day(int(year), month, int(day))


def _ambiguous(one: int, two: int, year: int, *, dotted: bool) -> str | None:
    """Day before month with dots and dashes; with slashes only where one of the two can be no month."""
    if dotted or one > 12 or one == two:
        return _day(year, two, one)
    if two > 12:
        return _day(year, one, two)
    return str(year) if _day(year, 1, 1) else None


def _day(year: int, month: int, day: int) -> str | None:
    if not 1900 <= year <= 2099:
        return None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
