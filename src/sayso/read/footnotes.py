"""Footnote marks that would run into the number before them: 20,000 with a raised 1 is not 20,0001."""

from __future__ import annotations

import re

from lxml import etree, html

_MARK = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*|[a-zA-Z]|[*†‡§¶#]{1,3}|(?:nb|note) \d{1,2})\s*[\])]?\s*")
_LONGEST_MARK = 16
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what a page may hold and a tree may not be given
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcdm]?m|ft|mi|miles?|yd|in|inch|sq|км|м)\.?\s*$")
_POWER = re.compile(r"[×x*·]\s*10\s*$")
_TARGET = re.compile(r"#(?:_?fn|_?ftn|_?edn|cite|ref|note|footnote|endnote|sdfootnote)", re.IGNORECASE)
_RAISED = re.compile(r"(?:^|[\s_-])(?:sup|superscript|footnote|footnoteref|fnref|noteref|reference)(?:$|[\s_-])", re.IGNORECASE)


def drop(tree: html.HtmlElement) -> int:
    """Take footnote marks out of a page, leaving a space where words would touch; gives how many.

    Ordinals (4th), units (km2) and powers of ten keep their raised part.
    """
    marks = [element for element in tree.iter("sup", "a", "span") if _is_mark(element)]
    for element in marks:
        _take_out(element)
    return len(marks)


def _is_mark(element: etree._Element) -> bool:
    parent = element.getparent()
    if parent is None or (element.tag != "sup" and parent.tag == "sup"):
        return False
    if element.tag == "a" and not _TARGET.search(element.get("href") or ""):
        return False
    if element.tag == "span" and not _RAISED.search(element.get("class") or ""):
        return False
    inside = _text(element)
    if not _MARK.fullmatch(inside):
        return False
    before = _before(element)
    exponent = inside.strip().isdigit() and (_UNIT.search(before) or _POWER.search(before))
    return not exponent


def _text(element: etree._Element) -> str:
    """The text inside, only as far as a mark can be long."""
    text = ""
    for piece in element.itertext():
        text += str(piece)[: _LONGEST_MARK + 1]
        if len(text) > _LONGEST_MARK:
            break
    return text


def _before(element: etree._Element) -> str:
    previous = element.getprevious()
    if previous is None:
        parent = element.getparent()
        return ((parent.text if parent is not None else "") or "")[-20:]
    return (previous.tail or (previous.text if len(previous) == 0 else "") or "")[-20:]


def _take_out(element: etree._Element) -> None:
    """Empty the element where it stands: taking many out of one parent would take time in the square of their number."""
    tail = FORBIDDEN.sub(" ", element.tail or "")
    element.clear()
    element.tag = "span"
    element.tail = " " + tail if tail[:1].isalnum() or tail[:1] in ("(", "[", "“", '"') else tail
