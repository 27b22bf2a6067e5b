"""The text of a page block by block, where nothing better can be had."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree, html

from sayso.read.lists import listed

_LITTLE = 100


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    data = listed("elements")
    return {key: frozenset(words) for key, words in data.items()}


def text(tree: html.HtmlElement) -> str:
    """The text of a page, one line a block, cells of a row side by side; page furniture left out where that leaves enough."""
    lean = _lines(tree, lean=True)
    if len(lean) >= _LITTLE:
        return lean
    full = _lines(tree, lean=False)
    return full if len(full) > 3 * len(lean) else lean


def _lines(tree: html.HtmlElement, *, lean: bool) -> str:
    pieces: list[str] = []
    lists = _lists()
    skipped: set[etree._Element] = set()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in lists["never"] or (lean and _furniture(element, tag, lists)):
                walk.skip_subtree()
                skipped.add(element)
                continue
            _open(tag in lists["blocks"], element.text, pieces)
        else:
            kind = "skipped" if element in skipped else "block" if tag in lists["blocks"] else "cell" if tag in lists["cells"] else ""
            _close(kind, element.tail, pieces)
    return _tidy("".join(pieces))


def _open(block: bool, inside: str | None, pieces: list[str]) -> None:
    if block:
        pieces.append("\n")
    if inside:
        pieces.append(re.sub(r"\s+", " ", inside))


def _close(kind: str, tail: str | None, pieces: list[str]) -> None:
    if kind == "block":
        pieces.append("\n")
    elif kind == "cell":
        pieces.append(" | ")
    if tail:
        pieces.append(re.sub(r"\s+", " ", tail))


def _furniture(element: etree._Element, tag: str, lists: dict[str, frozenset[str]]) -> bool:
    if tag in lists["furniture"]:
        return True
    if tag not in lists["boxes"]:
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return not lists["names"].isdisjoint(re.split(r"[\s_-]+", named[:400]))


def _tidy(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        line = re.sub(r"(?: ?\| ?)+", " | ", re.sub(r" {2,}", " ", line)).strip(" |")
        if line:
            lines.append(line)
    return "\n".join(lines)
