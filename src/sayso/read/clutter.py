"""Stretches of a text that are no part of its account: buttons, counters, notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from sayso.model import Span
from sayso.read.lists import listed

_LINE = re.compile(r"[^\r\n]+")
_EDGE = " \t\xa0\u200b\u200e\u200f\ufeff∙•·|*>#–—-_=[]►▶»«"
_LONGEST = 320
_NARROW = 40
_TOP = 40
_PARTS = re.compile(r"\s*[|∙·•]\s*")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d)?[kKmM]?\+?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space at its ends."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Lists:
    sure: re.Pattern[str]
    short: re.Pattern[str]
    counted: re.Pattern[str]
    numbers: re.Pattern[str]
    people: re.Pattern[str]


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that hold anything."""
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped[0])
            yield Line(start, start + len(stripped), stripped)


def clutter(text: str, names: Iterable[str | None] = ()) -> list[Span]:
    """Spans of whole lines that are page furniture; `names` are title and publisher, set aside where they come again.

    A line that reports people is never set aside, unless an earlier line says the same to the letter.
    """
    known = {name for name in names if name}
    seen: set[str] = set()
    spans: list[Span] = []
    before = here = None
    for number, after in enumerate(chain(lines(text), [None])):
        if here is not None and len(here.text) <= _LONGEST:
            again = number <= _TOP and here.text in known and here.text in seen
            seen.update(known & {here.text})
            if again or (is_clutter(here.text) and not _wrapped(text, before, here)) or _counter(here, before, after):
                spans.append((here.start, here.end))
        before, here = here, after
    return spans


@lru_cache(maxsize=4096)
def is_clutter(line: str) -> bool:
    """Whether a whole line is page furniture."""
    core = line.strip(_EDGE)
    if len(line) > _LONGEST:
        return False
    if not core or _furniture(core):
        return True
    parts = _PARTS.split(core)
    counted = len(parts) > 1 and any(_lists().counted.fullmatch(part) for part in parts)
    return len(parts) > 1 and all(_furniture(part) or (counted and _NUMBER.fullmatch(part)) for part in parts)


def _furniture(core: str) -> bool:
    lists = _lists()
    if lists.sure.fullmatch(core):
        return True
    return bool(lists.short.fullmatch(core)) and not reports_people(core)


def reports_people(line: str) -> bool:
    """Whether a line may hold a count of people: a number and a word for people or for harm to them."""
    return _lists().numbers.search(line) is not None and _lists().people.search(line) is not None


def _wrapped(text: str, before: Line | None, line: Line) -> bool:
    """Whether a line goes on with the sentence of the line above it, as in text broken at a width."""
    if before is None or not line.text[0].islower() or text[before.end : line.start].count("\n") != 1:
        return False
    return len(before.text) > _NARROW and before.text[-1] not in '.!?:"”' and not is_clutter(before.text)


def _counter(line: Line, before: Line | None, after: Line | None) -> bool:
    """Whether a line is a bare number beside a button that counts something (likes, comments, shares)."""
    if not _NUMBER.fullmatch(line.text.strip(_EDGE)):
        return False
    return any(_lists().counted.fullmatch(beside.text[:80].strip(_EDGE)) for beside in (before, after) if beside is not None)


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    data = listed("clutter")
    groups = data["groups"].values()
    numbers, people = "|".join(data["numbers"]), "|".join(data["people"])
    return _Lists(
        sure=_joined(line for group in groups if group.get("sure") for line in group["lines"]),
        short=_joined(line for group in groups if not group.get("sure") for line in group["lines"]),
        counted=_joined(line for group in groups if group.get("counted") for line in group["lines"]),
        numbers=re.compile(rf"\d|\b(?:{numbers})\b", re.IGNORECASE),
        people=re.compile(rf"\b(?:{people})", re.IGNORECASE),
    )


def _joined(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(f"(?:{pattern})" for pattern in patterns) + r")[\s.:!…»→>]*", re.IGNORECASE)
