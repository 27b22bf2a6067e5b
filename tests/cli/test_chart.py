"""sayso chart: files, words, JSON, and how it ends."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import sayso

from .running import run

TEXT = "The Meridian Centre says that 700 Tajiks had joined the group in Syria by 2016. Officials said 500 Tajiks had joined it by 2016."


@pytest.fixture(autouse=True)
def filled(here: Path) -> Path:
    (here / "news.txt").write_text(TEXT + "\n", "utf8")
    assert run("add", here / "news.txt").exit_code == 0
    return here


@pytest.mark.parametrize("suffix", [".svg", ".json"])
@pytest.mark.parametrize("asked", [("timeline", "TJ/joined"), ("citations",), ("map", "joined", "--zoom", "Central Asia")])
def test_a_chart_is_written_as_the_ledger_draws_it(asked: tuple[str, ...], suffix: str, here: Path) -> None:
    result = run("chart", *asked, "--output", f"chart{suffix}")
    assert (result.exit_code, result.stdout) == (0, f"wrote chart{suffix}\n")
    with sayso.open("sayso.db") as ledger:
        options = {"zoom": asked[-1]} if "--zoom" in asked else {}
        made = ledger.chart(asked[0], asked[1] if len(asked) > 1 else None, **options)
    assert (here / f"chart{suffix}").read_text("utf8") == (made.svg() if suffix == ".svg" else made.to_json() + "\n")


def test_the_ground_it_stands_on_can_be_dark(here: Path) -> None:
    for theme in ("light", "dark"):
        assert run("chart", "citations", "-o", f"{theme}.png", "--theme", theme).exit_code == 0
    assert (here / "light.png").read_bytes() != (here / "dark.png").read_bytes()


def test_without_a_file_it_tells_what_can_be_seen() -> None:
    result = run("chart", "timeline", "TJ/joined")
    assert result.stdout.startswith("Joined, from Tajikistan, in Syria\nTime line of joined, from Tajikistan, in Syria: ")


def test_the_specification_can_be_printed() -> None:
    held = json.loads(run("chart", "map", "joined", "--format", "json").stdout)
    assert held["$schema"].startswith("https://vega.github.io/schema/vega-lite/") and held["datasets"]["counts"]


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (("timelin", "TJ/joined"), 2, "Did you mean timeline?"),
        (("timeline",), 2, "needs a reference"),
        (("map", "joined", "--measure", "most"), 2, "there is no measure 'most'"),
        (("map", "joined", "-o", "chart.gif"), 4, "no chart can be written with the suffix '.gif'"),
        (("map", "joined", "-o", "no/chart.svg"), 4, "cannot be written"),
        (("citations", "-o", "chart.svg", "--format", "json"), 2, "not both"),
    ],
)
def test_what_cannot_be_drawn_is_said(asked: tuple[str, ...], code: int, said: str, here: Path) -> None:
    result = run("chart", *asked)
    assert result.exit_code == code and said in result.stderr
    assert not list(here.glob("chart.*"))


def test_without_the_library_that_draws_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    result = run("chart", "citations", "-o", "chart.svg")
    assert result.exit_code == 5 and 'pip install "sayso[charts]"' in result.stderr
    assert run("chart", "citations", "-o", "chart.json").exit_code == 0
