"""The seeds, end to end: what must come out of the three documents that the project began with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import sayso
from sayso.cli import main

from .floors import GOLD, SHARED, scorer

SEEDS, ANNOTATIONS = SHARED / "seeds", GOLD / "seeds.jsonl"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir() or not (GOLD / "score.py").is_file(), reason="the seeds or their scorer are absent")
ROWS = ("TJ", "UZ", "KZ", "KG", "TM", "RU", "SA", "TN", "FR", "region:Central Asia")
MUST = {"found_f1": 0.97, "complete_f1": 0.85, "chain": 0.85}
Count = tuple[int | None, int | None]
Coded = dict[tuple[str, str], list[dict[str, Any]]]


def coded() -> Coded:
    """The gold's figures by row and column."""
    cells: Coded = defaultdict(list)
    for line in ANNOTATIONS.read_text("utf8").splitlines():
        record = json.loads(line)
        for figure in record["figures"]:
            cells["+".join(sorted(figure["origin"])) or "none", figure["category"]].append(figure | {"document": record["document"]})
    return cells


def counts(figures: list[dict[str, Any]]) -> list[Count]:
    return sorted(((figure["low"], figure["high"]) for figure in figures), key=str)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that the seeds were added to."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    result = CliRunner().invoke(main, ["add", str(SEEDS), "--ledger", str(path)])
    assert result.exit_code == 0, result.output
    return path


def said(ledger: Path, *arguments: str) -> Any:
    """What a command prints as JSON."""
    result = CliRunner().invoke(main, [*arguments, "--format", "json", "--ledger", str(ledger)])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def cells(ledger: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """The cells of the table of origins by categories."""
    drawn = said(ledger, "table", "--rows", "origin", "--columns", "category")
    return {(row, column): cell for row, columns in drawn["cells"].items() for column, cell in columns.items()}


def test_find_reaches_what_it_must() -> None:
    env = os.environ | {"PYTHONPATH": str(Path(sayso.__file__).parents[1])}
    command = [sys.executable, "-m", "sayso", "find", str(SEEDS), "--format", "jsonl"]
    run = subprocess.run(command, capture_output=True, encoding="utf8", env=env, timeout=60, check=True)
    score = scorer()
    scores = score.score(score.read_gold(str(ANNOTATIONS), str(SEEDS)), [json.loads(line) for line in run.stdout.splitlines()])
    assert {measure: scores[measure] for measure, floor in MUST.items() if scores[measure] < floor} == {}


@pytest.mark.parametrize("row", ROWS)
def test_row_holds_the_counts_of_its_people(row: str, ledger: Path, cells: dict[tuple[str, str], dict[str, Any]]) -> None:
    gold = coded()
    columns = [column for origin, column in cells if origin == row]
    shown = [figure for column in columns for figure in said(ledger, "show", f"{row}/{column}")]
    assert counts(shown) == counts([figure for (origin, _), some in gold.items() if origin == row for figure in some])
    for column in columns:
        wanted, cell = gold.get((row, column), []), cells[row, column]
        if len(wanted) == len(cell["figures"]) == 1:
            assert (cell["low"], cell["high"]) == (wanted[0]["low"], wanted[0]["high"])


@pytest.mark.parametrize("row", ROWS)
def test_row_has_the_columns_of_its_people(row: str, cells: dict[tuple[str, str], dict[str, Any]]) -> None:
    wanted = {column: len(some) for (origin, column), some in coded().items() if origin == row}
    assert {column: len(cell["figures"]) for (origin, column), cell in cells.items() if origin == row} == wanted


@pytest.mark.parametrize("row", ROWS)
def test_show_gives_the_quotes_letter_for_letter_and_the_chain(
    row: str, ledger: Path, cells: dict[tuple[str, str], dict[str, Any]]
) -> None:
    actor = scorer().same_actor
    sources = {
        (f["document"], f["low"], f["high"], f["quantifier"]): f for (origin, _), some in coded().items() if origin == row for f in some
    }
    for column in [column for origin, column in cells if origin == row]:
        for figure in said(ledger, "show", f"{row}/{column}"):
            text = (SEEDS / f"{figure['document']}.txt").read_text("utf8")
            assert text.startswith(figure["quote"], figure["quote_start"])
            assert text[figure["start"] : figure["end"]] == figure["reported_text"]
            gold = sources[figure["document"], figure["low"], figure["high"], figure["quantifier"]]
            accepted = [gold["source"], *gold.get("also", {}).get("source", {}).get("any", [])]
            assert bool(figure["source"]) is bool(gold["source"])
            assert not figure["source"] or any(actor(name, figure["source"][-1]) for chain in accepted for name in chain[-1:])


def test_the_chain_goes_back_to_the_authorities(ledger: Path) -> None:
    for row in ("RU", "SA", "TN", "FR"):
        (figure,) = said(ledger, "show", f"{row}/returned")
        names = [link["name"].removeprefix("the ") for link in figure["attribution"]]
        assert [name.casefold() for name in names] == ["soufan center", "authorities in 33 countries"]
