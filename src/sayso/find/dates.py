"""Dates that a text gives, as ISO dates of the precision that they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
MOST_HEADING = 80
ENDS = re.compile(r"[a-z]{3}[.!?][\"”’]?\s")
AGO = re.compile(r"\b(\w+)\s+(day|month|year)s?\s+ago\b", re.I)
MOST_AGO = 100
OPENING = 14
HEAD = 300
HEADS = re.compile(r"\s*(?:\([^)]{1,40}\)\s*|/[^/]{1,20}/\s*)?[-–—]{1,2}\s")
OPENS = re.compile(r"\b(?:on|in|by|since|of|from|until)\s+(?:the\s+)?$", re.I)
LOOK = 60
JOINED = re.compile(r"\s*(?:and|to|through|until|till|[-–])\s*(?:late\s+|early\s+|mid-?\s*)?")
STATED = re.compile(r"\b(?:by|as of|as at)\s+(?:the\s+)?(?:late\s+|early\s+|end of\s+)?$", re.I)
SPOKEN = re.compile(r",?\s+(?:the\s+)?(?:[\w’'-]+\s+){1,4}?(?:said|told|announced|reported|confirmed|claimed)\b", re.I)
SPAN = re.compile(
    r"(?:since\b[^.;]{0,60}|than(?:\s+(?:in|on|at)(?:\s+\w+){0,4}?)?"
    r"|\b(?:began|begun|started|erupted|broke out|intensified|launched|dating back|beginning|starting|founded"
    r"|created|elected|born|seized power|took power)\s+(?:\w+\s+){0,2}in"
    r"|since|between|until|till|from|over|during the past|before|after|prior to|through|to|ahead of|following"
    r"|(?:due|expected|scheduled|planned|slated)(?:\s+\w+)?\s+(?:in|on|for)|wanted for \w+ in)\s+"
    r"(?:the\s+(?:year\s+)?|late\s+|early\s+|mid-?\s*)?$",
    re.I,
)
# What closes a heading's date: "Situation update No. 7, as of 10 June 2021".
BYLINE = re.compile(r"(?:^|[,(|:–—-]|\bas (?:of|at)|\buntil|\bdate)\s*(?:[A-Z]\w+day,?\s*)?$")
LINE_END = re.compile(r"\s*[\])]?\s*(?:\n|$)")


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
    day_caps = rf"(?:{day}|{pattern(d.upper() for d in days)})"
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
            rf"|\b(?P<weekday>{day_caps})\b|\b(?P<relative>[Tt]oday|[Yy]esterday|[Tt]onight|[Tt]his morning|[Ll]ast night|[Oo]vernight)\b"
            rf"|\b(?P<last>[Ll]ast|[Tt]his) (?P<unit>year|month)\b"
            rf"|\b[Oo]n the (?P<nth>\d{{1,2}})(?:st|nd|rd|th)\b(?=\s*(?:[.,;:)]|$))"
            rf"|(?<![-–/(])\b(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/]\s*\d))"
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
    if match["nth"]:
        return _nth(int(match["nth"]), published)
    return _calendar_date(*_month(match, months), published)


def _relative(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    if match["last"].lower() == "this":
        return f"{published.year:04}" if match["unit"] == "year" else published.isoformat()[:7]
    if match["unit"] == "year":
        return str(published.year - 1)
    return (published.replace(day=1) - timedelta(days=1)).isoformat()[:7]


def _nth(day: int, published: date | None) -> str | None:
    """Return the last day of such a number before publication: "on the 12th"."""
    if published is None:
        return None
    month = published if day <= published.day else published.replace(day=1) - timedelta(days=1)
    try:
        return month.replace(day=day).isoformat()
    except ValueError:
        return None


def _ago(text: str, start: int, end: int, published: date, language: str) -> Iterator[When]:
    """Yield dates that count back from publication: "three days ago", "two years ago"."""
    counts = {word: k for k, word in enumerate(words(language, "dates")["counts"], start=1)} | {"a": 1, "an": 1}
    for match in AGO.finditer(text, start, end):
        word = match[1].lower()
        count = int(word) if word.isdecimal() else counts.get(word, 0)
        if 0 < count < MOST_AGO:
            spoken = bool(REPORT.search(text[max(start, match.start() - LOOK) : match.start()]))
            yield When(match.start(), match.end(), _back(published, count, match[2].lower()), spoken)


def _back(published: date, count: int, unit: str) -> str:
    """Return the date so many days, months or years before publication, as precise as its unit."""
    if unit == "day":
        return (published - timedelta(days=count)).isoformat()
    if unit == "year":
        return f"{published.year - count:04}"
    months = published.year * 12 + published.month - 1 - count
    return f"{months // 12:04}-{months % 12 + 1:02}"


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
    out: list[When] = []
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
            before = text[max(start, match.start() - LOOK) : match.start()]
            if match.start() - start < LOOK and HEADS.match(text, match.end(), end) and not OPENS.search(before):
                continue  # a dateline's date is that of the report
            opening = match.start() - start <= OPENING  # "On Tuesday, police said"; later it is the event's: "died on Tuesday, police said"
            spoken = bool(REPORT.search(before)) or (opening and bool(SPOKEN.match(text, match.end(), min(end, match.end() + LOOK))))
            span = bool(SPAN.search(before)) or bool(out and out[-1].span and JOINED.fullmatch(text, out[-1].end, match.start()))
            out.append(When(match.start(), match.end(), iso, spoken and not STATED.search(before), span))
    if published is not None and text.find(" ago", start, end) >= 0:
        out += _ago(text, start, end, published, language)
        out.sort(key=lambda when: when.start)
    return out


def dateline(text: str, language: str = "en") -> date | None:
    """Return the day by which a text is headed: "AKSUU, 14 March 2019 (Wire) - ...", "Update No. 7, 10 June 2021"; None if it has none."""
    for match in _calendar(language)[2].finditer(text, 0, min(len(text), HEAD)):
        year = match["iso"] or match["year1"] or match["year2"]
        heads = HEADS.match(text, match.end()) and not OPENS.search(text[max(0, match.start() - LOOK) : match.start()])
        if year and (heads or _closes_heading(text, match)):
            return day(_dated(match, None, language))
    return None


def _closes_heading(text: str, match: re.Match[str]) -> bool:
    """Tell whether a date ends one of the lines that head a text, before its first sentence."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return (
        LINE_END.match(text, match.end()) is not None
        and BYLINE.search(line) is not None
        and not ENDS.search(text, 0, match.start())
        and len(line) < MOST_HEADING
    )


def day(iso: str | None) -> date | None:
    """Return a publication date as a day, None where it is less precise."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
