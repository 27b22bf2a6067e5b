"""What the first lines of a text say of it: title, publisher, author, date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.model import Span
from sayso.read import dates
from sayso.read.clutter import Line, is_clutter, lines, reports_people
from sayso.read.lists import listed
from sayso.read.meta import Meta

_HEAD_LINES = 24
_BODY = 160
_LONGEST_NAME = 60
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "de", "la"])
_NAME = r"[A-Z][\w.'’-]*"
_PERSON = rf"{_NAME}(?: (?:de|van|von|bin|al|el|ibn|da|di) ?)?(?: {_NAME}){{1,3}}"
_BYLINE = re.compile(
    rf"(?:By|BY|Written by|Reported by|Author|Автор):? +({_PERSON}(?:(?:, {_PERSON})*,? (?:and|&) {_PERSON})?)"
    r"(?:$|(?:,| [-–—|∙·/]| in | for |\s*\()[^.]{0,100}$)"
)
_AVATAR = re.compile(rf"({_PERSON})['’]s avatar")
_DATELINE = re.compile(
    r"(?:[^\W\d_][\w .,'’/-]{1,60}?)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? ?\(([^()\d][^()]{1,30})\) ?(?:[-–—]{1,2}|,|:)", re.UNICODE
)
_CAPITALS = re.compile(r"[A-Z][A-Z0-9/.-]{1,9}(?: ?[A-Z0-9]{1,11})?")
_SOURCE_TAIL = re.compile(r"\(?Source:? (?:The )?([A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,4})(?: and agencies)?\)?\.?(?:\s+Twitter)?\s*$")
_CAPTION = re.compile(r"\b(?:photo|source|credit|published|caption|courtesy|posted|reports)\b[^.]*\)?$", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:tells|telling) ((?:[A-Z][\w-]+ ){0,2}?[A-Z][\w-]+)\.")
_DATE_TAIL = re.compile(r"\((?:first )?(?:published|posted) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What the first lines say and the stretches that say it, which are no part of the account."""

    meta: Meta
    aside: tuple[Span, ...] = ()


def heading(text: str) -> Heading:
    """Title, publisher, author and date that a text's first lines state; nothing is guessed."""
    rows = _head(text)
    if not rows:
        return Heading(Meta())
    publisher, repeated = _repeated(rows)
    published, dated = _dated(text, rows)
    author, bylines = _author(rows)
    prefix, wire = _wire(text, rows[0]) if published is None else ((), Meta())
    aside = [*dated, *bylines, *prefix]
    taken = {start for start, _ in aside} | {row.start for row in rows if row.text == publisher}
    title = repeated or _title(rows, taken)
    meta = Meta(title=title, publisher=publisher, author=author, published=published)
    names = Meta(publisher=_dateline(text, rows) or _source(text))
    imprint, named = _imprint(text, rows) if published is None else (Meta(), ())
    return Heading(meta.otherwise(wire).otherwise(imprint).otherwise(names), tuple(sorted({*aside, *named})))


def _head(text: str) -> list[Line]:
    """Lines up to the first that is long enough to be the account itself, that one included."""
    rows: list[Line] = []
    for line in lines(text[:20_000]):
        rows.append(line)
        if (len(line.text) >= _BODY and len(rows) > 1) or len(rows) == _HEAD_LINES:
            break
        if len(line.text) >= 2 * _BODY:
            break
    return rows


def _repeated(rows: list[Line]) -> tuple[str | None, str | None]:
    """Publisher and title of a pasted page: the site's name comes again before the title that comes again."""
    short = [row.text for row in rows if _heads(row.text)]
    again = [text for text in dict.fromkeys(short) if short.count(text) > 1]
    if len(again) >= 2 and again[0] == short[0] and len(again[0]) <= 60 and not reports_people(again[0]):
        return again[0], again[1]
    if again and again[0] == short[0] and len(again[0].split()) > 2:
        return None, again[0]
    return None, None


def _heads(line: str) -> bool:
    """Whether a line may be a name or a title: short, no sentence, no byline, no button."""
    if len(line) >= _BODY or line.endswith(".") or not any(char.isalpha() for char in line):
        return False
    return not is_clutter(line) and _BYLINE.fullmatch(line) is None and dates.at(line) is None


def _dated(text: str, rows: list[Line]) -> tuple[str | None, list[Span]]:
    found: list[tuple[dates.Found, Span]] = []
    for number, row in enumerate(rows):
        date = dates.at(text, row.start, row.end)
        if date is None:
            labelled = _DATE_TAIL.search(text, row.start, row.end)
            date = dates.at(text, labelled.start() + 1, row.end) if labelled else None
            if date is not None and labelled is not None:
                found.append((replace(date, label="first"), (labelled.start(), min(date.end + 1, row.end))))
        elif _alone(text, date, row.end):
            found.append((date, (row.start, row.end)))
        elif number == 0 and _prefix(text, date, row.end):
            found.append((date, (row.start, date.end)))
    bare = [date for date, _ in found if not date.label]
    if len(bare) > 2:  # a list of dates is a timeline, not a date of the text
        found = [(date, span) for date, span in found if date.label]
    best = next((date for label in ("first", "", "later") for date, _ in found if date.label == label), None)
    return (best.iso if best else None), [span for _, span in found]


def _imprint(text: str, rows: list[Line]) -> tuple[Meta, tuple[Span, ...]]:
    """Publisher, author and date of a line that holds nothing else: "Valley Courier, 15 March 2019", "By a Post reporter, 2 May 2018"."""
    for row in rows:
        name, comma, _ = row.text.rpartition(", ") if row.text.count(",") == 1 else ("", "", "")
        date = dates.at(text, row.start + len(name) + 2, row.end) if comma and len(name) <= _LONGEST_NAME else None
        if date is None or not _alone(text, date, row.end):
            continue
        byline = name.lower().startswith("by ")
        if byline or all(word[:1].isupper() or word in _SMALL for word in name.split()):
            return Meta(publisher=None if byline else name, published=date.iso), ((row.start, row.end),)
    return Meta(), ()


def _alone(text: str, date: dates.Found, end: int) -> bool:
    """Whether nothing but a place to click or a separator follows the date on its line."""
    rest = text[date.end : end].strip(" \t\xa0|∙·•-–—,.()/")
    return not rest or is_clutter(rest) or dates.at(rest) is not None


def _prefix(text: str, date: dates.Found, end: int) -> bool:
    """Whether the account goes on after the date as a new sentence does."""
    after = text[date.end : end]
    return bool(re.match(r"\s+[\"“‘'(\[]?(?:[A-ZА-ЯЁ]|\d)", after)) and len(date.iso) == 10


def _author(rows: list[Line]) -> tuple[str | None, list[Span]]:
    author, spans = None, []
    for row in rows:
        match = _BYLINE.fullmatch(row.text) or _AVATAR.fullmatch(row.text)
        if match and not reports_people(row.text):
            author = author or match[1]
            spans.append((row.start, row.end))
    return author, spans


def _title(rows: list[Line], taken: set[int]) -> str | None:
    for row in rows[:6]:
        if row.start in taken or is_clutter(row.text) or not any(char.isalpha() for char in row.text):
            continue
        title = row.text.lstrip("#").strip()
        sentence = len(title) > _BODY or title.endswith((".", ":", ";", ",", "-", "–", "—", ")"))
        barred = sentence or _CAPTION.search(title) or _DATELINE.match(title)
        return None if barred or row is rows[-1] else title
    return None


@lru_cache(maxsize=1)
def _agencies() -> tuple[frozenset[str], frozenset[str]]:
    data = listed("agencies")
    return frozenset(data["agencies"]), frozenset(data["not_agencies"])


def _agency(name: str) -> str | None:
    known, barred = _agencies()
    name = name.strip()
    if name in known or (name not in barred and _CAPITALS.fullmatch(name)):
        return name
    return None


def _dateline(text: str, rows: list[Line]) -> str | None:
    for row in rows:
        match = _DATELINE.match(text, row.start, row.end)
        name = _agency(match[1]) if match else None
        if match and name and _place(text[row.start : match.start(1) - 1]):
            return name
    return None


def _place(before: str) -> bool:
    """Whether what stands before the bracket is a dateline's place: nothing, or names without a verb."""
    words = re.findall(r"[^\W\d_]+", before)
    return len(words) <= 7 and all(word[0].isupper() or word in ("al", "el", "de", "ash", "and", "of") for word in words)


@lru_cache(maxsize=1)
def _named_agency() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_agencies()[0], key=len, reverse=True))
    return re.compile(rf"(?<=\s)({names}) ")


def _wire(text: str, row: Line) -> tuple[tuple[Span, ...], Meta]:
    """Agency and date between headline and account on one line: "... in the capital AFP Thursday 16 Jul 2015 At least ..."."""
    for match in _named_agency().finditer(text[row.start : min(row.end, row.start + 250)]):
        start = row.start + match.start()
        date = dates.at(text, row.start + match.end(), row.end)
        if date is not None and date.weekday and _prefix(text, date, row.end):
            return ((start, date.end),), Meta(publisher=match[1], published=date.iso)
    return (), Meta()


def _source(text: str) -> str | None:
    """Who the text's last words credit it to, or whose interview it says it is, in the standfirst and again."""
    match = _SOURCE_TAIL.search(text[-160:])
    if match:
        return match[1].removesuffix(".")
    told = _TELLS.search(text[:600])
    return told[1] if told and _agency(told[1]) and f" {told[1]} interview" in text[:4000] else None
