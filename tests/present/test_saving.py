from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from sayso.errors import ExportError
from sayso.present import table

from .samples import at_least, figure, rich


def test_json_is_the_nested_table(tmp_path: Path) -> None:
    made = table(rich()[1])
    assert json.loads(made.save(tmp_path / "out.json").read_text("utf8")) == made.to_dict()


def test_jsonl_and_csv_are_one_line_a_cell(tmp_path: Path) -> None:
    made = table([figure("a"), at_least("b", origin=("UZ",))])
    lines = made.save(tmp_path / "out.jsonl").read_text("utf8").splitlines()
    assert [json.loads(line) for line in lines] == made.to_records()
    with made.save(tmp_path / "out.csv").open(encoding="utf8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["row"], first["low"], first["high"], first["reports"]) == ("TJ", "1300", "1300", "1")
    assert (second["row"], second["low"], second["high"], second["most"]) == ("UZ", "2000", "", "2000")


def test_parquet_is_typed(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    made = table([figure("a")])
    (record,) = parquet.read_table(made.save(tmp_path / "out.parquet")).to_pylist()
    assert record == made.to_records()[0]


def test_an_empty_table_can_be_saved(tmp_path: Path) -> None:
    for suffix in ("csv", "json", "jsonl", "parquet", "xlsx"):
        assert table([]).save(tmp_path / f"out.{suffix}").exists()


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.csv \.json \.jsonl \.parquet \.xlsx"):
        table([]).save(tmp_path / "out.docx")
