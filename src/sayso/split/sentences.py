"""Where sentences begin and end, in code points, in time linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

Span = tuple[int, int]

# A terminator, what may close after it, white space, and something that can open a sentence. One set of characters begins it, which is
# found fast; what must stand before them is looked at behind.
STOP = re.compile(
    r"[.!?…。؟](?:"
    r"(?<=[.!?…])(?<![.!?…].)[.!?…]*+[)\]\"'”’»]{0,3}(?=\s+[\"'“‘«(\[¿¡•*#–—-]{0,3}\s?[^\W_a-z]|\s*$)"
    r"|(?<=[.!?])[\"”](?=[A-Z])|(?<=[。؟!?])(?=\s))"
)
LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
WORD_BEFORE = re.compile(r"[\w.]+$")
WORD_AFTER = re.compile(r"\W*([\w']+)")
BULLET = re.compile(r"\s*(?:[-•*·▪–—◦‣]|\d{1,2}[.)]|\(?[a-z]\))\s")
WRAPPED = 100
HARD_WRAP = 50
REACH = 40
LONGEST = 1500


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    text = (files("sayso.split") / "abbreviations.yaml").read_text(encoding="utf8")
    return {kind: frozenset(words) for kind, words in yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)).items()}


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the ends of sentences inside one paragraph."""
    for match in STOP.finditer(text, start, end):
        if match.end() < end and _ends(text, match, start):
            yield match.end()


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    if match.group()[0] != "." or len(match.group().rstrip(")]\"'”’»")) > 1:
        return True
    before = WORD_BEFORE.search(text, max(start, match.start() - REACH), match.start())
    if not before:
        return True
    if before.group().isdigit() and len(before.group()) < 3 and not text[start : before.start()].strip():
        return False  # "1. 12 dead" is a bullet
    word, lists = before.group().lower(), _abbreviations()
    following = WORD_AFTER.match(text, match.end(), match.end() + REACH)
    after = following.group(1) if following else ""
    if match.group() == ".":
        if word in lists["never"]:
            return False
        if word in lists["number"] and after[:1].isdigit():
            return False
        if word in lists["maybe"] or (len(word) == 1 and before.group().isupper()) or re.fullmatch(r"(?:\w\.)+\w", word):
            return after.lower() in lists["starters"] and after[:1].isupper() and len(word) > 1
    return True


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield paragraphs: lines, with lines that are only wrapped joined to the one before."""
    start = end = -1
    for match in LINE.finditer(text):
        if start >= 0 and _continues(text, start, end, match):
            end = match.end()
            continue
        if start >= 0:
            yield start, end
        start, end = match.span()
    if start >= 0:
        yield start, end


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Tell whether the word before a full stop is one that a number follows: "approx."."""
    before = WORD_BEFORE.search(text, max(start, end - REACH), end)
    lists = _abbreviations()
    return before is not None and before.group().lower() in lists["never"] | lists["number"]


def _continues(text: str, start: int, end: int, line: re.Match[str]) -> bool:
    gap = text[end : line.start()]
    if gap not in ("\n", "\r\n") or BULLET.match(text, line.start(), line.end()):
        return False
    last = text[max(start, end - 3) : end].rstrip()
    first = text[line.start() : line.end()].lstrip()[:1]
    if not last or not first:
        return False
    if first.islower():
        return last[-1] not in ".!?:;"
    if last[-1] == "." and first.isdigit() and _abbreviated(text, start, end - 1):
        return True
    begun = text.rfind("\n", max(start, end - 2 * WRAPPED), end) + 1 or start
    return (
        last[-1] not in '.!?:;"”'
        and HARD_WRAP <= end - begun <= WRAPPED
        and line.end() - line.start() <= WRAPPED
        and (first.isalnum() or first in '("“')
    )


def sentences(text: str, aside: tuple[Span, ...] = ()) -> Iterator[Span]:
    """Yield the span of each sentence in order, without surrounding white space; stretches set aside are left out."""
    asides = iter(aside)
    skip = next(asides, None)
    for start, end in _paragraphs(text):
        for left, right in _spans(text, start, end):
            while skip and skip[1] <= left:
                skip = next(asides, None)
            while skip and skip[0] < right:
                if skip[0] > left and text[left : skip[0]].strip():
                    yield _trim(text, left, skip[0])
                left = skip[1]
                if left >= right:
                    break
                skip = next(asides, None)
            if left < right and text[left:right].strip():
                yield _trim(text, left, right)


def _spans(text: str, start: int, end: int) -> Iterator[Span]:
    for cut in _cuts(text, start, end):
        yield from _bounded(text, start, cut)
        start = cut
    yield from _bounded(text, start, end)


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut what is too long for a sentence at white space, so that no input makes later work more than linear."""
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in (", ", "; ", " ", "\n")) + 1
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _trim(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
