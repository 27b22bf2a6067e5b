"""A text as paragraphs of runs, each with the figure that it belongs to: whatever lies over what, the runs in a row are the text.

The paragraphs carry the offsets at which they start, and their characters are those of the text one for one, so that a place in the
page is a place in the text. Line ends between paragraphs are left out.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markupsafe import Markup, escape

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_WRAPPED = 100  # lines that are all shorter stay lines of one paragraph
Held = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that is drawn alike: `figure` is the one it belongs to, `first` and `last` whether it begins and ends it.

    `anchors` are figures that start here where another one, which lies over them, is drawn.
    """

    text: Markup
    figure: Held | None
    first: bool
    last: bool
    aside: bool
    anchors: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs in a row; `start` is where they begin in the document's text."""

    start: int
    runs: tuple[Run, ...]


def paragraphs(part: Held) -> Iterator[Paragraph]:
    """The paragraphs of a part of a document: `text`, where it has its `start`, and `figures` and `aside` with offsets of the document."""
    text, base = part["text"], part["start"]
    coming = deque(sorted(part["figures"], key=lambda held: (held["start"], held["end"])))
    here: list[Held] = []
    for start, end in _lines(text):
        place = base + start, base + end
        while coming and coming[0]["start"] < place[1]:
            here.append(coming.popleft())
        here = [held for held in here if held["end"] > place[0]]
        aside = [span for span in part["aside"] if span[0] < place[1] and span[1] > place[0]]
        yield Paragraph(place[0], tuple(_runs(text[start:end], place[0], here, aside)))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs stand: stretches between blank lines, or lines of their own where they are long."""
    for block in _BLOCK.finditer(text):
        lines = block[0].split("\n")
        if max(map(len, lines)) <= _WRAPPED:
            yield block.span()
            continue
        at = block.start()
        for line in lines:
            yield at, at + len(line)
            at += len(line) + 1


def _runs(text: str, base: int, here: Sequence[Held], aside: Sequence[Sequence[int]]) -> Iterator[Run]:
    """The runs of one paragraph: wherever a figure or a stretch aside begins or ends, a new one begins."""
    places = [(held["start"], held["end"]) for held in here] + [(span[0], span[1]) for span in aside]
    cuts = sorted({0, len(text), *(at - base for place in places for at in place if 0 < at - base < len(text))})
    for at, to in pairwise(cuts):
        over = [held for held in here if held["start"] <= base + at and held["end"] >= base + to]
        figure = min(over, key=_closeness, default=None)
        begun = tuple(held for held in over if held["start"] == base + at and held is not figure)
        beside = any(span[0] <= base + at and span[1] >= base + to for span in aside)
        first, last = (figure is not None and figure[end] == base + place for end, place in (("start", at), ("end", to)))
        yield Run(shown(text[at:to]), figure, first, last, beside, begun)


def _closeness(figure: Held) -> tuple[bool, int]:
    """Of several figures that one is drawn which counts, and the shortest."""
    return not figure["counted"], figure["end"] - figure["start"]


def shown(text: str) -> Markup:
    """A text for a page in which each character stays one: NUL would be dropped, and a carriage return become a line end."""
    return escape(text.replace("\0", "\ufffd")).replace("\r", Markup("&#13;"))
