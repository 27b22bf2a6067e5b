from __future__ import annotations

import pytest
from rich.cells import cell_len

from sayso.model import Unit
from sayso.present import table
from sayso.present.layout import cut, padded

from .samples import at_least, figure

CATEGORIES = ["joined", "active", "returned", "detained", "killed", "displaced"]


def test_a_table_as_text() -> None:
    made = table([at_least("b"), figure("a"), figure("b", "150", 150, 150, category="returned")], names={"TJ": "Tajikistan"})
    assert str(made).splitlines() == [
        "origin         joined                returned",
        "─────────────  ────────────────────  ───────────",
        "TJ Tajikistan  1,300–2,000+ · 2r 1o  150 · 1r 1o",
        "",
        "How to read a cell: 1,300–4,000 · 3r 2o is from the lowest to the highest count, in 3 reports (documents) that go back",
        "to 2 origins. +: no upper end given.",
    ]


def test_intervals_of_a_column_stand_one_below_the_other() -> None:
    lines = table([figure("a"), figure("a", low=7, high=7, origin=("UZ",))]).text().splitlines()
    assert lines[2:4] == ["TJ      1,300 · 1r 1o", "UZ          7 · 1r 1o"]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_columns_that_do_not_fit_follow_in_blocks(width: int) -> None:
    figures = [figure("a", category=category) for category in CATEGORIES] + [at_least("b", origin=("region:Central Asia",))]
    text = table(figures).text(width)
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert text.count("origin  ") == (1 if width == 140 else 2)
    assert all(f"{category}" in text for category in CATEGORIES)


def test_the_legend_explains_the_signs_that_occur_and_no_others() -> None:
    assert "hh" not in str(table([figure()]))
    assert "+:" not in str(table([figure()]))
    text = str(table([figure(unit=Unit.HOUSEHOLD, low=None, disputed=True)]))
    assert "up to 1,300 hh · 1r 1o 1d" in text
    assert "up to: no lower end given. 1d: one figure is called wrong by its own text. hh: households." in " ".join(text.split())


def test_no_figures_are_said_to_be_none() -> None:
    assert str(table([])) == "No figures."


def test_what_would_steer_a_terminal_is_taken_out() -> None:
    assert "\x1b" not in str(table([figure("a\x1b[2Jb")], rows="document"))


def test_wide_letters_count_double() -> None:
    assert cut("日本語の文章", 7) == "日本語…"
    assert cell_len(padded("日本", 7)) == 7
    assert cut("two\nlines  here", 40) == "two lines here"
