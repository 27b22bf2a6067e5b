"""A text in paragraphs of runs, whatever lies over what."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sayso.web.runs import Paragraph, paragraphs


def part(text: str, *places: tuple[int, int], start: int = 0, aside: list[tuple[int, int]] | None = None) -> dict[str, Any]:
    figures = [{"start": at, "end": to, "counted": True, "anchor": f"{at}-{to}"} for at, to in places]
    return {"text": text, "start": start, "figures": figures, "aside": aside or []}


def read(paragraph: Paragraph) -> str:
    return "".join(run.text.unescape() for run in paragraph.runs)


def test_lines_of_a_paragraph_stay_together_and_long_ones_stand_alone() -> None:
    long = "word " * 30
    held = [(one.start, read(one)) for one in paragraphs(part(f"a\nb\n\n  \n{long}\n{long}\nc\n", start=10))]
    assert held == [(10, "a\nb"), (18, long), (18 + len(long) + 1, long), (18 + 2 * len(long) + 2, "c")]


def test_a_figure_is_drawn_with_its_beginning_and_end() -> None:
    [held] = paragraphs(part("of 40 men", (103, 105), start=100))
    assert [(run.text, run.first, run.last) for run in held.runs] == [("of ", False, False), ("40", True, True), (" men", False, False)]


def test_of_figures_over_each_other_the_shorter_is_drawn_and_the_other_keeps_its_place() -> None:
    [held] = paragraphs(part("from 40 to 50 men", (5, 13), (5, 7)))
    first, second = held.runs[1:3]
    assert (first.figure or {})["anchor"] == "5-7" and [one["anchor"] for one in first.anchors] == ["5-13"]
    assert (second.figure or {})["anchor"] == "5-13" and second.last and not second.first


def test_nothing_is_markup_and_every_character_stays_one() -> None:
    [held] = paragraphs(part("<b>\r\n&\0"))
    assert held.runs[0].text == Markup("&lt;b&gt;&#13;\n&amp;\ufffd")


PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=6)


@given(st.text("ab\n 1\U0001f600", max_size=60), PLACES, PLACES)
def test_the_runs_are_the_text(text: str, figures: list[tuple[int, int]], aside: list[tuple[int, int]]) -> None:
    places = [(at, min(at + size, len(text))) for at, size in figures if at < len(text)]
    beside = [(at, at + size) for at, size in aside]
    shown = list(text)
    for paragraph in paragraphs(part(text, *places, aside=beside)):
        held = read(paragraph)
        assert held == text[paragraph.start : paragraph.start + len(held)]
        for at, character in enumerate(held, paragraph.start):
            assert shown[at] == character
            shown[at] = " "
    assert not "".join(shown).strip()
