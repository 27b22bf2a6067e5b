from __future__ import annotations

import pytest

from sayso.model import Document
from sayso.present import heading, line, show
from sayso.present.opened import marked

from .samples import at_least, document, figure, rich


def test_a_figure_opened() -> None:
    held, (whole, part) = rich()
    text = show(whole, held, {"TJ": "Tajikistan", "SY": "Syria"})
    assert text.splitlines() == [
        f"figure {whole.fingerprint}",
        f"“{whole.quote}”",
        "",
        "number      Officials said [[1,300]] men had left for Syria, among them 150 teachers; at…",
        "says        1,300 people",
        "category    joined",
        "counted     men",
        "from        Tajikistan (TJ)",
        "where       Syria (SY)",
        "as of       2017-10",
        "said by     The Daily Example (publisher) < a report (relay) < The Soufan Center (origin, own count,",
        "            named elsewhere in the text)",
        "disputed    no",
        "part of     no other figure",
        "confidence  0.90",
        "document    report: “Men who left”, The Daily Example, 2017-10-27, https://example.org/a",
        "why         category: “left for”",
    ]
    assert f"part of     “1,300”, figure {whole.fingerprint}" in show(part, held)
    assert "disputed    yes" in show(part, held)
    assert "said by     the text, in its own voice" in show(part, held)


def test_the_quote_is_there_to_the_letter_however_long() -> None:
    quote = 'One "line",\n  and\u00a0another: 1,300 men ' + "and so on " * 40
    held = Document("report", quote)
    assert f"“{figure(held, quote=quote).quote}”" in show(figure(held, quote=quote), held, width=40)


def test_a_figure_without_its_document_is_shown_too() -> None:
    assert "document    report" in show(figure())
    assert "part of     figure " in show(figure(words="150", part_of=(15, 20)))


@pytest.mark.parametrize("steer", ["\x1b[2J", "\x9b2J", "\u202e", "\r", "\x00"])
def test_what_would_steer_a_terminal_is_replaced(steer: str) -> None:
    held = document(text=f"1,300 {steer}men", title=steer)
    assert steer not in show(figure(held), held)
    assert steer not in line(figure(held))


def test_the_second_of_two_like_numbers_is_marked_where_it_stands() -> None:
    held = document(text="1,300 here and 1,300 there")
    second = figure(held, "1,300 there")
    at = held.text.index("1,300 there")
    assert marked(figure(held)) == "[[1,300]] here and 1,300 there"
    assert marked(second).startswith("1,300 here and [[1,300 there]]") and second.start == at


@pytest.mark.parametrize("width", [40, 80, 109, 110, 140, 200])
def test_lines_of_a_listing_fit_their_width(width: int) -> None:
    figures = [figure(), at_least(disputed=True), *rich()[1]]
    listed = [heading(width), *(line(f, width) for f in figures)]
    if width >= 80:
        assert all(len(part) <= width for text in listed for part in text.splitlines())
        assert "[[1,300]]" in listed[1]
    assert {len(text.splitlines()) for text in listed} == {1 if width >= 110 else 2}


def test_a_line_of_a_listing_tells_count_category_people_source_and_words() -> None:
    text = line(at_least(disputed=True), 140)
    assert text.startswith(f"{at_least().fingerprint[:8]}  2,000+ d         joined       TJ            The Soufan Center")
    assert "at least [[2,000]] left" in text
