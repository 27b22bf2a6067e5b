"""Dates that a text gives, as ISO dates of the precision that they have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sayso.languages import words
from sayso.languages.trie import pattern

REPORT = re.compile(
    r"(?:said|says|told|reported|announced|confirmed|statement|claimed|added|warned|according to [^,.;]*|interview|news conference"
    r"|release[sd]?|published|tweeted|spokes\w+|briefing)\s*(?:\w+\s+){0,3}?(?:on|in|late on|early on|late|early)?\s*$",
    re.I,
)
SPOKEN = re.compile(r",?\s+(?:the\s+)?(?:[\w’'-]+\s+){1,4}?(?:said|told|announced|reported|confirmed|claimed)\b", re.I)
SPAN = re.compile(
    r"(?:since\b[^.;]{0,60}|\b(?:began|begun|started|erupted|broke out|intensified|launched|dating back|beginning|starting|founded"
    r"|created|elected|born|seized power|took power)\s+(?:\w+\s+){0,2}in"
    r"|since|between|until|till|from|over|during the past|before|after|prior to|through|to|ahead of|following)\s+"
    r"(?:the\s+|late\s+|early\s+|mid-?\s*)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date in a text: its span, ISO form (a day, month or year), and whether it is the date of a statement or one end of a span."""

    start: int
    end: int
    iso: str
    spoken: bool = False
    span: bool = False


@cache
def _calendar(language: str) -> tuple[dict[str, int], dict[str, int], re.Pattern[str]]:
    lists = words(language, "dates")
    months = {name: int(n) for name, n in lists["months"].items()}
    days = {name: int(n) for name, n in lists["weekdays"].items()}
    month, day = pattern(m.capitalize() for m in months), pattern(d.capitalize() for d in days)
    month_caps = rf"(?:{month}|{pattern(m.upper() for m in months if len(m) > 3 and m != 'march')})"
    return (
        months,
        days,
        re.compile(
            # A word whose first letter begins no date is passed over at once.
            rf"\b(?![a-kmp-su-xz])(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
            rf"|\b(?P<month1>{month_caps})\b\.?\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[-–]\s*\d|:)(?:,?\s+(?P<year1>(?:19|20)\d\d)\b)?"
            rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month2>{month_caps})\b\.?(?:,?\s+(?P<year2>(?:19|20)\d\d)\b)?"
            rf"|\b(?P<month3>{month_caps})\b\.?(?:,?\s+(?:of\s+)?(?P<year3>(?:19|20)\d\d)\b)?"
            rf"|\b(?P<weekday>{day})\b|\b(?P<relative>[Tt]oday|[Yy]esterday|[Tt]onight|[Tt]his morning|[Ll]ast night|[Oo]vernight)\b"
            rf"|\b(?P<last>[Ll]ast|[Tt]his) (?P<unit>year|month)\b"
            rf"|(?<![-–/])\b(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/]\s*\d))"
        ),
    )


def _month(match: re.Match[str], months: dict[str, int]) -> tuple[int, int | None, int | None]:
    for n in "123":
        name = match[f"month{n}"]
        if name:
            day = match[f"day{n}"] if n != "3" else None
            year = match[f"year{n}"]
            return months[name.lower()], int(day) if day else None, int(year) if year else None
    raise ValueError(match.group())


def _dated(match: re.Match[str], published: date | None, language: str) -> str | None:
    """Return the ISO date of one expression, None where the text does not fix it."""
    months, days, _ = _calendar(language)
    if match["iso"]:
        return match["iso"]
    if match["year"]:
        return match["year"]
    if match["weekday"]:
        if published is None:
            return None
        back = (published.weekday() - days[match["weekday"].lower()]) % 7
        return (published - timedelta(days=back)).isoformat()
    if match["relative"]:
        if published is None:
            return None
        back = 1 if match["relative"].lower() in ("yesterday", "last night") else 0
        return (published - timedelta(days=back)).isoformat()
    if match["unit"]:
        return _relative(match, published)
    return _calendar_date(*_month(match, months), published)


def _relative(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    if match["last"].lower() == "this":
        return f"{published.year:04}" if match["unit"] == "year" else published.isoformat()[:7]
    if match["unit"] == "year":
        return str(published.year - 1)
    return (published.replace(day=1) - timedelta(days=1)).isoformat()[:7]


def _calendar_date(month: int, day: int | None, year: int | None, published: date | None) -> str | None:
    if year is None:
        if published is None:
            return None
        later = (month, day or 1) > (published.month, published.day)
        year = published.year - 1 if later else published.year
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04}-{month:02}"


def dates(text: str, start: int, end: int, published: date | None, language: str = "en") -> list[When]:
    """Return the dates in a stretch of text in order; those that the text does not fix (a weekday without a dateline) are left out."""
    out = []
    for match in _calendar(language)[2].finditer(text, start, end):
        if (
            match["month3"]
            and match["month3"].lower() in ("may", "march", "mar", "sun", "sat")
            and not match["year3"]
            and not re.search(
                r"(?:in|last|since|by|of|until|during|this|early|late|mid)[\s-]+$",
                text[max(start, match.start() - 10) : match.start()],
                re.I,
            )
        ):
            continue
        iso = _dated(match, published, language)
        if iso:
            before = text[max(start, match.start() - 60) : match.start()]
            spoken = bool(REPORT.search(before)) or bool(SPOKEN.match(text, match.end(), min(end, match.end() + 60)))
            out.append(When(match.start(), match.end(), iso, spoken, bool(SPAN.search(before))))
    return out


def day(iso: str | None) -> date | None:
    """Return a publication date as a day, None where it is less precise."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
