from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso.model import Note
from sayso.present import export, table
from sayso.present.columns import columns
from sayso.present.safe import fitting, legal

from .samples import document, figure, rich

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")


def sheets(path: Path) -> dict[str, list[dict[str, Any]]]:
    book = openpyxl.load_workbook(path)
    read = {}
    for page in book:
        header, *body = page.iter_rows(values_only=True)
        read[page.title] = [dict(zip(header, row, strict=True)) for row in body]
    book.close()
    return read


def test_the_workbook_has_a_readme_figures_and_documents(tmp_path: Path) -> None:
    held, figures = rich()
    read = sheets(export.write(figures, {held.fingerprint: held}, tmp_path / "out.xlsx"))
    assert list(read) == ["README", "figures", "documents"]
    explained = {(row["sheet"], row["column"]) for row in read["README"] if row["explanation"]}
    assert explained == {(sheet, column.name) for sheet in ("figures", "documents") for column in columns(sheet)}
    first = read["figures"][0]
    assert (first["low"], first["quantifier"], first["disputed"], first["quote"]) == (1300, "exact", False, figures[0].quote)
    assert (read["documents"][0]["document"], read["documents"][0]["characters"]) == ("report", len(held.text))
    assert "text" not in read["documents"][0]


def test_texts_are_never_formulas_links_or_numbers(tmp_path: Path) -> None:
    for at, text in enumerate(["=1+1", "{=1+1}", "https://example.org", "1300", "-5"]):
        path = export.write([figure(quote=text)], {}, tmp_path / f"{at}.xlsx")
        page = openpyxl.load_workbook(path)["figures"]
        cell = next(cell for cell in page[2] if page.cell(1, cell.column).value == "quote")
        assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


def test_long_texts_and_control_characters_fit_into_a_cell(tmp_path: Path) -> None:
    held = document(text="1,300 " + "x" * 40_000 + "\x00\x0b\ufffe", notes=(Note("a", "b\x01"),))
    read = sheets(export.write([figure(held)], {held.fingerprint: held}, tmp_path / "out.xlsx"))
    quote = read["figures"][0]["quote"]
    assert len(quote) == 32_767
    assert quote.endswith("[cut: a cell of Excel holds 32,767 characters]")
    assert read["documents"][0]["notes"] == "b\ufffd"


def test_cutting_counts_as_excel_does_and_never_halves_a_character() -> None:
    assert fitting("x" * 32_767) == "x" * 32_767
    cut = fitting("a" + "😀" * 20_000)
    assert len(cut.encode("utf-16-le")) <= 2 * 32_767
    assert legal(cut) == cut


def test_a_table_is_saved_as_shown_with_its_cells_and_figures(tmp_path: Path) -> None:
    _, figures = rich()
    made = table(figures, names={"TJ": "Tajikistan"})
    read = sheets(made.save(tmp_path / "out.xlsx"))
    assert list(read) == ["README", "table", "cells", "figures"]
    assert read["table"] == [{"origin": "TJ Tajikistan", "joined": "1,300 · 1r 1o"}, {"origin": "not stated", "joined": "150 · 1r 1o 1d"}]
    assert [row["low"] for row in read["cells"]] == [1300, 150]
    assert len(read["figures"]) == 2
