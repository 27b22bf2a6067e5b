from __future__ import annotations

from xml.etree import ElementTree

import pytest

from sayso.present.tidy import NOWHERE, tidied

from .pictures import HREF, SVG, links, parsed


def tidy(inside: str) -> ElementTree.Element:
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</svg>'
    return parsed(tidied(whole, "c1", "A title", "What <it> shows"))


def test_styles_scripts_and_handlers_go() -> None:
    root = tidy('<style>a{}</style><g><script>x()</script><path style="fill:red" onclick="x()" onLoad="y()" d="M0,0"/></g>')
    assert [element.tag.removeprefix(SVG) for element in root] == ["title", "desc", "g"]
    assert root[2][0].attrib == {"d": "M0,0"}


def test_text_that_looks_like_an_attribute_stays() -> None:
    assert tidy('<text>style="a" onclick="b"</text>')[2].text == 'style="a" onclick="b"'


def test_names_are_those_of_this_picture_alone() -> None:
    root = tidy('<defs><clipPath id="clip7"/></defs><g clip-path="url(#clip7)"/>')
    assert root[2][0].get("id") == "c1-0" and root[3].get("clip-path") == "url(#c1-0)"


def test_addresses_within_the_site_are_what_they_were() -> None:
    root = tidy(f'<a xlink:href="{NOWHERE}/figures/1?a=&amp;b"/><a xlink:href="https://example.org/2"/>')
    assert links(root) == ["/figures/1?a=&b", "https://example.org/2"]
    assert {element.get("target") for element in root if element.get(HREF)} == {"_top"}


def test_numbers_are_as_fine_as_can_be_seen() -> None:
    path = tidy('<path d="M1.23456,7.0001L-0.98,5" aria-label="1.2345 people"/>')[2]
    assert path.get("d") == "M1.2,7.0L-0.9,5" and path.get("aria-label") == "1.2345 people"


def test_a_picture_with_links_is_a_document_and_one_without_an_image() -> None:
    assert tidy("<g/>").get("role") == "img"
    assert tidy('<a xlink:href="/x"/>').get("role") == "graphics-document"
    assert tidy("<g/>")[1].text == "What <it> shows"


def test_what_is_no_xml_is_refused() -> None:
    with pytest.raises(ElementTree.ParseError):
        tidied("<svg", "c1", "", "")
