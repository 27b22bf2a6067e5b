"""figures, show, table, export, doctor: what is printed of a ledger."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import sayso

from .running import JOINED, KILLED, run


@pytest.fixture(autouse=True)
def filled(ledger: Path) -> Path:
    return ledger


def test_figures_are_those_of_the_ledger() -> None:
    with sayso.open("sayso.db") as ledger:
        held = [figure.to_dict() for figure in ledger.figures()]
    assert [json.loads(line) for line in run("figures").stdout.splitlines()] == json.loads(json.dumps(held))
    assert json.loads(run("figures", "--format", "json").stdout) == json.loads(json.dumps(held))


@pytest.mark.parametrize(
    ("options", "lows"),
    [
        ([], [1300, 12]),
        (["--category", "killed"], [12]),
        (["--category", "killed", "--category", "joined"], [1300, 12]),
        (["--origin", "TJ"], [1300]),
        (["--origin", "none"], [12]),
        (["--document", "killed"], [12]),
        (["--source", "POLICE"], [12]),
        (["--quantifier", "at_least"], [12]),
        (["--text", "tajik nationals"], [1300]),
        (["--undisputed"], [1300, 12]),
        (["--min-confidence", "0"], [1300, 12]),
    ],
)
def test_options_choose_figures(options: list[str], lows: list[int]) -> None:
    assert [json.loads(line)["low"] for line in run("figures", *options).stdout.splitlines()] == lows


def test_no_figures_are_an_answer_and_said_to_be_none() -> None:
    result = run("figures", "--origin", "XX", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert result.stderr.startswith("sayso: no figures.")


def test_csv_of_figures_is_that_of_an_export() -> None:
    assert run("export", "out.csv").stdout == "wrote out.csv\n"
    printed = list(csv.DictReader(io.StringIO(run("figures", "--format", "csv").stdout)))
    with Path("out.csv").open(encoding="utf8", newline="") as file:
        assert list(csv.DictReader(file)) == printed


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet", "xlsx"])
def test_export_writes_by_suffix(suffix: str) -> None:
    result = run("export", f"out.{suffix}", "--category", "killed")
    assert (result.exit_code, result.stdout) == (0, f"wrote out.{suffix}\n")
    assert Path(f"out.{suffix}").stat().st_size > 0


def test_show_opens_a_cell_a_document_and_a_figure_on_the_sentence() -> None:
    fingerprint = json.loads(run("figures", "--category", "joined").stdout)["fingerprint"]
    for reference in ("TJ/joined", "joined", fingerprint, fingerprint[:6]):
        text = run("show", reference).stdout
        assert f"“{JOINED.strip()}”" in text
        assert "[[1,300]]" in text
        assert text.startswith(f"figure {fingerprint}\n")
    assert f"“{KILLED.strip()}”" in run("show", "killed/none", "--rows", "category", "--columns", "origin").stdout


def test_show_as_json_is_the_figure_with_its_document() -> None:
    (told,) = json.loads(run("show", "none/killed", "--format", "json").stdout)
    assert (told["quote"], told["low"], told["document"], told["language"]) == (KILLED.strip(), 12, "killed", "en")


@pytest.mark.parametrize("reference", ["\udcff", "killed\udcff", "abc\udcff/x"])
def test_a_reference_with_half_a_character_is_an_unknown_name(reference: str) -> None:
    result = run("show", reference)
    assert result.exit_code == 2
    assert result.stderr.startswith("sayso: ") and ("Give a document's name" in result.stderr or "It has: " in result.stderr)


def test_several_references_are_shown_one_after_the_other() -> None:
    text = run("show", "TJ/joined", "killed").stdout
    assert text.count("figure ") >= 2
    assert text.index("1,300") < text.index("At least 12")


def test_table_prints_what_the_ledger_lays_out() -> None:
    with sayso.open("sayso.db") as ledger:
        made = ledger.table()
    result = run("table")
    assert result.stdout == made.text(120) + "\n"
    assert "1,300 · 1r 1o" in result.stdout and "12+ · 1r 1o" in result.stdout
    assert json.loads(run("table", "--format", "json").stdout) == json.loads(json.dumps(made.to_dict()))
    assert [json.loads(line)["text"] for line in run("table", "--format", "jsonl").stdout.splitlines()] == ["1,300 · 1r 1o", "12+ · 1r 1o"]
    rows = list(csv.DictReader(io.StringIO(run("table", "--format", "csv").stdout)))
    assert [(row["row"], row["column"], row["low"], row["high"]) for row in rows] == [
        ("TJ", "joined", "1300", "1300"),
        ("none", "killed", "12", ""),
    ]


def test_table_takes_fields_and_filters() -> None:
    made = json.loads(run("table", "--rows", "document", "--columns", "quantifier", "--category", "killed", "--format", "json").stdout)
    assert (made["rows"], made["columns"]) == (["killed"], ["at_least"])


@pytest.mark.parametrize("suffix", ["csv", "json", "jsonl", "parquet", "xlsx"])
def test_table_is_written_by_suffix(suffix: str) -> None:
    assert run("table", "--output", f"out.{suffix}").stdout == f"wrote out.{suffix}\n"
    assert Path(f"out.{suffix}").stat().st_size > 0


def test_doctor_tells_every_check_and_fails_on_a_broken_ledger() -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    assert "ok    ledger: sayso.db can be read and written; 2 documents, 2 figures" in result.stdout
    checks = json.loads(run("doctor", "--format", "json").stdout)
    assert all(check["ok"] for check in checks)
    Path("broken.db").write_text("no database")
    result = run("doctor", "--ledger", "broken.db")
    assert result.exit_code == 4
    assert "FAIL  ledger: broken.db" in result.stdout
