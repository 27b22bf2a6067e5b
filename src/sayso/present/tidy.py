"""SVG as the drawing library writes it, made fit to stand alone or inside a page.

What leaves here has no styles, scripts or handlers (a page may forbid them), no names that clash with those of another picture on the
same page, no address but those that the chart gave, and says in words what it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
NOWHERE = "https://relative.invalid"
"""Put before an address within a site, which the drawing library would take for one of its own."""

_HREF, _TITLE = f"{{{XLINK}}}href", f"{{{SVG}}}title"
_DROPPED = {f"{{{SVG}}}{name}" for name in ("style", "script", "foreignObject")}
_FINE = re.compile(r"(\.\d)\d+")
_OWN = re.compile(r"url\(#([^)]*)\)")
_FURNITURE = ("axis", "legend", "title", "subtitle")
_NUMBERS = frozenset(("d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "r", "cx", "cy"))

ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", XLINK)


def tidied(svg: str, mark: str, title: str, description: str) -> str:
    """The picture, the same for the same chart to the byte; `mark` goes before every name in it.

    Raises ElementTree.ParseError for what is no XML.
    """
    root = ElementTree.fromstring(svg)
    _drop(root)
    names = {old: f"{mark}-{number}" for number, old in enumerate(_names(root))}
    for element in root.iter():
        _clean(element, names)
    _explain(root, mark, title, description)
    return ElementTree.tostring(root, encoding="unicode")


def _names(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        if name := element.get("id"):
            yield name


def _drop(element: ElementTree.Element) -> None:
    for child in list(element):
        if child.tag in _DROPPED:
            element.remove(child)
        else:
            _drop(child)


def _clean(element: ElementTree.Element, names: dict[str, str]) -> None:
    for name, value in list(element.attrib.items()):
        if name in ("style", "cursor") or name.lower().startswith("on"):
            del element.attrib[name]
        elif name == "id":
            element.set(name, names[value])
        elif name == _HREF:
            element.set(name, value.removeprefix(NOWHERE))
            element.set("target", "_top")  # out of whatever the picture is embedded in
        elif name in _NUMBERS:
            element.set(name, _FINE.sub(r"\1", value))
        elif "url(" in value and name != "aria-label":
            element.set(name, _OWN.sub(lambda found: f"url(#{names.get(found[1], '')})", value))
    kind = element.get("aria-roledescription", "")
    if kind.endswith("container"):
        element.set("role", "graphics-object")  # a symbol has to have a name, and what holds others has none
    elif element.get("role") == "graphics-symbol" and kind not in _FURNITURE:
        hint = ElementTree.Element(_TITLE)
        hint.text = element.get("aria-label")
        element.insert(0, hint)


def _explain(root: ElementTree.Element, mark: str, title: str, description: str) -> None:
    linked = next(root.iter(f"{{{SVG}}}a"), None) is not None
    root.set("role", "graphics-document" if linked else "img")
    root.set("aria-labelledby", f"{mark}-title")
    root.set("aria-describedby", f"{mark}-desc")
    for at, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ElementTree.Element(f"{{{SVG}}}{tag}", {"id": f"{mark}-{tag}"})
        element.text = text
        root.insert(at, element)
