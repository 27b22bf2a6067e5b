from __future__ import annotations

import csv
import json
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import ExportError, MissingExtra
from sayso.model import Document
from sayso.present import export, table
from sayso.present.columns import columns

from .samples import document, figure, rich

NAMES = [column.name for column in columns("figures")]


def both() -> dict[str, Document]:
    held, _ = rich()
    return {held.fingerprint: held}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_column_is_explained_and_has_a_value() -> None:
    held, figures = rich()
    assert set(export.record(figures[0], held)) == set(NAMES)
    for sheet in ("figures", "documents", "cells"):
        assert all(column.about.endswith((".", ")")) and len(column.about) > 8 for column in columns(sheet))
    assert set(table(figures).to_records()[0]) == {column.name for column in columns("cells")}


def test_csv_holds_every_field_of_the_figure_and_of_its_document(tmp_path: Path) -> None:
    _, figures = rich()
    first, second = rows(export.write(figures, both(), tmp_path / "out.csv"))
    assert list(first) == NAMES
    assert (first["low"], first["high"], first["origin"], first["title"], first["published"]) == (
        "1300",
        "1300",
        "TJ",
        "Men who left",
        "2017-10-27",
    )
    assert first["source"] == "a report < The Soufan Center"
    assert (
        first["attribution"]
        == "The Daily Example (publisher, none_stated) < a report (relay, none_stated) < The Soufan Center (origin, own_count)"
    )
    assert (first["goes_back_to"], first["basis"]) == ("The Soufan Center", "own_count")
    assert first["quote"] == figures[0].quote
    assert (second["part_of"], second["part_of_fingerprint"], second["disputed"]) == ("15-20", first["fingerprint"], "True")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1 died", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_csv_does_not_run_a_text_as_a_formula(tmp_path: Path, text: str) -> None:
    (row,) = rows(export.write([figure(quote=text, low=5, high=5)], {}, tmp_path / "out.csv"))
    assert row["quote"] == "'" + text
    assert row["low"] == "5"


def test_csv_keeps_quotes_newlines_and_letters(tmp_path: Path) -> None:
    quote = 'He said: "1,300, or more";\nДушанбе 日本 😀'
    (row,) = rows(export.write([figure(quote=quote)], {}, tmp_path / "out.csv"))
    assert row["quote"] == quote


def test_jsonl_is_the_figure_with_its_document(tmp_path: Path) -> None:
    held, figures = rich()
    lines = export.write(figures, both(), tmp_path / "out.jsonl").read_text("utf8").splitlines()
    read = [json.loads(line) for line in lines]
    assert read[0].items() >= json.loads(json.dumps(figures[0].to_dict())).items()
    assert read[0]["publisher"] == held.publisher
    assert read[1]["part_of"] == [15, 20]


def test_parquet_has_typed_columns(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    _, figures = rich()
    read = parquet.read_table(export.write(figures, both(), tmp_path / "out.parquet"))
    kinds = {field.name: str(field.type) for field in read.schema}
    assert (kinds["low"], kinds["confidence"], kinds["disputed"], kinds["quote"]) == ("int64", "double", "bool", "string")
    assert kinds["origin"].startswith("list<") and kinds["attribution"].startswith("list<")
    assert b"Lower end" in read.schema.field("low").metadata[b"about"]
    first, second = read.to_pylist()
    assert first["source"] == ["a report", "The Soufan Center"]
    assert first["attribution"][2] == {"name": "The Soufan Center", "role": "origin", "basis": "own_count", "resolved": True}
    assert (second["origin"], second["part_of"], second["published"]) == ([], [15, 20], "2017-10-27")


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet", "xlsx"])
def test_no_figures_make_an_empty_file_and_half_characters_no_trouble(tmp_path: Path, suffix: str) -> None:
    assert export.write([], {}, tmp_path / f"none.{suffix}").exists()
    assert export.write([figure(quote="half \ud800 \x00 \x1b")], {}, tmp_path / f"half.{suffix}").stat().st_size > 0


def test_an_unknown_suffix_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"'\.pdf'.*\.csv \.jsonl \.parquet \.xlsx"):
        export.write([], {}, tmp_path / "out.pdf")
    with pytest.raises(ExportError, match="no suffix"):
        export.write([], {}, tmp_path / "out")


def test_a_place_that_cannot_be_written_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"cannot be written \(No such file"):
        export.write([], {}, tmp_path / "nowhere" / "out.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ExportError, match="this is a folder"):
        export.write([], {}, tmp_path / "folder.csv")


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "xlsx"])
def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out.{suffix}"
    export.write([figure()], {}, path)
    before = path.read_bytes()
    broken: Any = figure(why={"a": object()})
    with pytest.raises(TypeError):
        export.write([figure(), broken], {}, path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_written_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    path = export.write([], {}, tmp_path / "out.csv")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


@pytest.mark.parametrize(("package", "suffix", "extra"), [("pyarrow", "parquet", "parquet"), ("xlsxwriter", "xlsx", "excel")])
def test_a_missing_package_prints_the_install_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, suffix: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf'pip install "sayso\[{extra}\]"') as caught:
        export.write([figure()], {}, tmp_path / f"out.{suffix}")
    assert caught.value.exit_code == 5
    assert list(tmp_path.iterdir()) == []


def test_documents_without_figures_are_not_described() -> None:
    held, figures = rich()
    other = document("other", "nothing")
    sheet = export.described(figures, {held.fingerprint: held, other.fingerprint: other})
    assert [(record["document"], record["figures"]) for record in sheet.records] == [("report", 2)]
