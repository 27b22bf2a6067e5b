"""The account that a web page gives: its main text, as lines."""

from __future__ import annotations

import copy
import re
from html import unescape
from typing import Any

from lxml import etree, html

from sayso.model import Note
from sayso.read import blocks, footnotes

# Past these a page is taken apart by blocks alone: trafilatura's time grows faster than the page.
_MOST_CHARACTERS = 1_500_000
_MOST_ELEMENTS = 20_000
_DEEPEST = 150
_TABLES_DEEP = 4
_LITTLE = 250

_HIDDEN = re.compile(r"<(?:(script|style|head|noscript|template)\b|!--)", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</?(?:p|div|br|li|tr|table|h[1-6]|section|article|blockquote|ul|ol|dd|dt|body)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]{0,2000}>")


def parse(markup: str) -> html.HtmlElement | None:
    """The tree of a page whatever its faults; None if it has no element or the parser gave up before its end."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(footnotes.FORBIDDEN.sub(" ", markup).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    gave_up = any(error.level == etree.ErrorLevels.FATAL for error in parser.error_log)
    return None if gave_up else tree


def stripped(markup: str) -> tuple[str, list[Note]]:
    """The text of markup that no parser can take, by leaving out whatever stands between angle brackets."""
    text = _TAG.sub("", _BLOCK_TAG.sub("\n", _shown(markup)))
    lines = (" ".join(line.split()) for line in unescape(text).split("\n"))
    note = Note("fallback", "The page's markup could not be parsed; its text was taken as it stands between the tags.")
    return "\n".join(line for line in lines if line), [note]


def _shown(markup: str) -> str:
    """Markup without comments and elements that are never shown; each kind is searched for its end only while it has one."""
    pieces, place = [], 0
    endless: set[str] = set()
    for match in _HIDDEN.finditer(markup):
        end = f"</{match[1].lower()}" if match[1] else "-->"
        if match.start() < place or end in endless:
            continue
        found = re.compile(end, re.IGNORECASE).search(markup, match.end())
        if found is None:
            endless.add(end)
            continue
        pieces.append(markup[place : match.start()])
        place = found.end() if end == "-->" else found.start()
    return "\n".join([*pieces, markup[place:]])


def account(tree: html.HtmlElement, size: int) -> tuple[str, list[Note]]:
    """A page's main text, paragraphs on lines of their own and table rows as their cells, and notes on how it was got.

    Taken by trafilatura (Barbaresi 2021) where the page is of a size and shape that it can do, else block by block.
    """
    marks = footnotes.drop(tree)
    notes = [Note("footnotes", f"Footnote marks taken out of the text: {marks:,}.")] if marks else []
    reason = _too_much(tree, size)
    if reason is None:
        text = _main(tree)
        if len(text) >= _LITTLE:
            return text, notes
        own = blocks.text(tree)
        if text and len(own) < 3 * len(text):
            return text, notes
        reason = "its main text was not found"
    else:
        own = blocks.text(tree)
    if own:
        notes.append(Note("fallback", f"The page was read block by block because {reason}; check for page furniture in the text."))
    return own, notes


def _too_much(tree: html.HtmlElement, size: int) -> str | None:
    if size > _MOST_CHARACTERS:
        return "it is very long"
    depth = tables = count = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        step = 1 if event == "start" else -1
        depth += step
        tables += step * (element.tag == "table")
        count += step > 0
        if count > _MOST_ELEMENTS:
            return "it has very many elements"
        if depth > _DEEPEST or tables > _TABLES_DEEP:
            return "its elements are nested very deeply"
    return None


def _main(tree: html.HtmlElement) -> str:
    import trafilatura

    try:
        found: Any = trafilatura.bare_extraction(copy.deepcopy(tree), fast=True, include_comments=False, include_tables=True)
    except Exception:  # whatever a page does to it, the page is still read block by block, with a note
        return ""
    if found is None or not found.text:
        return ""
    return "\n".join(filter(None, (_row(line) for line in found.text.splitlines())))


def _row(line: str) -> str:
    """A line as it is; a table's row, which trafilatura draws with bars, as its cells."""
    stripped = line.strip()
    if not (stripped.startswith("|") and stripped.endswith("|")):
        return stripped
    cells = [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", stripped.strip("|"))]
    if all(re.fullmatch(r"[-: ]*", cell) for cell in cells):
        return ""
    return " | ".join(cell for cell in cells if cell)
