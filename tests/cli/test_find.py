from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from sayso.present.columns import columns

from .running import JOINED, KILLED, process, run

KEYS = {
    *["document", "start", "end", "low", "high", "quantifier", "unit", "category", "origin"],
    *["location", "as_of", "source", "disputed", "part_of"],
}


def test_jsonl_is_one_object_a_figure_in_the_order_of_files(reports: Path) -> None:
    result = run("find", reports, "--format", "jsonl")
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["document"], first["low"], first["origin"]) == ("joined", 1300, ["TJ"])
    assert (second["document"], second["low"], second["high"], second["category"]) == ("killed", 12, None, "killed")
    assert set(first) >= KEYS
    assert KILLED[second["start"] : second["end"]] == second["reported_text"] == "12"
    assert (result.exit_code, result.stderr) == (0, "")


def test_jsonl_is_what_is_printed_where_there_is_no_terminal(reports: Path) -> None:
    assert run("find", reports).stdout == run("find", reports, "--format", "jsonl").stdout


def test_json_is_one_array(reports: Path) -> None:
    assert [figure["low"] for figure in json.loads(run("find", reports, "--format", "json").stdout)] == [1300, 12]
    (reports / "none.txt").write_text("Nobody is counted here.\n")
    assert json.loads(run("find", reports / "none.txt", "--format", "json").stdout) == []


def test_csv_has_the_columns_of_an_export_and_knows_the_document(reports: Path) -> None:
    (reports / "records.jsonl").write_text(json.dumps({"id": "r1", "title": "A title", "published": "2017-10-27", "text": JOINED}))
    rows = list(csv.DictReader(io.StringIO(run("find", reports / "records.jsonl", "--format", "csv").stdout)))
    assert list(rows[0]) == [column.name for column in columns("figures")]
    assert (rows[0]["document"], rows[0]["title"], rows[0]["published"], rows[0]["low"]) == ("r1", "A title", "2017-10-27", "1300")


def test_a_table_marks_the_number_in_its_words(reports: Path) -> None:
    lines = run("find", reports, "--format", "table").stdout.splitlines()
    assert lines[0].startswith("figure")
    assert "About [[1,300]] Tajik nationals" in lines[1]


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_letters_stay_letters(here: Path, form: str) -> None:
    (here / "тест.txt").write_text("The police said that in Душанбе 12 people were killed on Monday evening.\n", "utf8")
    done = process("find", "тест.txt", "--format", form, cwd=here, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "COLUMNS": "200"})
    assert "Душанбе" in done.stdout
    assert done.returncode == 0


def test_standard_input_is_read_with_a_dash(here: Path) -> None:
    done = process("find", "-", "--format", "jsonl", cwd=here, input=KILLED)
    assert [json.loads(line)["low"] for line in done.stdout.splitlines()] == [12]
    assert done.returncode == 0


def test_nothing_is_kept(reports: Path) -> None:
    run("find", reports)
    assert [path.name for path in reports.parent.iterdir()] == ["reports"]


def test_a_text_without_figures_was_read_all_the_same(here: Path) -> None:
    (here / "none.txt").write_text("Nobody is counted here.\n")
    result = run("find", "none.txt", "nowhere.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("sayso: nowhere.txt: there is no such file")
