"""Sheets to an Excel workbook with a README that explains every column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sayso.errors import ExportError, MissingExtra
from sayso.present.formats import Sheet
from sayso.present.safe import fitting, legal

_ROWS = 1_048_576
_WIDE = {"quote": 80, "why": 40, "attribution": 40, "source": 30, "title": 40, "explanation": 110, "text": 30, "notes": 40}
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True}


def write_excel(path: Path, sheets: Sequence[Sheet]) -> None:
    """A README sheet, then each sheet with its header frozen and a filter; texts stay texts and numbers numbers."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtra("xlsxwriter", "excel", purpose="Writing .xlsx") from error
    try:
        with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
            book.set_properties({"comments": "Written by sayso"})
            bold = book.add_format({"bold": True, "bottom": 1})
            readme = [[s.name, column.name, column.about] for s in sheets for column in s.columns if column.about]
            _fill(book.add_worksheet("README"), ["sheet", "column", "explanation"], readme, bold)
            for sheet in sheets:
                rows = (sheet.flat(record) for record in sheet.records)
                _fill(book.add_worksheet(sheet.name), [column.name for column in sheet.columns], rows, bold)
    except xlsxwriter.exceptions.FileCreateError as error:
        raise error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error)) from error


def _fill(page: Any, header: list[str], rows: Any, bold: Any) -> None:
    page.freeze_panes(1, 0)
    for at, name in enumerate(header):
        page.write_string(0, at, fitting(legal(name)), bold)
        page.set_column(at, at, _WIDE.get(name, max(12, min(40, len(name) + 2))))
    last = 0
    for last, row in enumerate(rows, start=1):
        if last >= _ROWS:
            raise ExportError(
                f"a sheet of Excel holds {_ROWS - 1:,} rows, and there are more", advice="Filter them, or write .csv, .jsonl or .parquet."
            )
        for at, value in enumerate(row):
            _put(page, last, at, value)
    page.autofilter(0, 0, max(last, 1), len(header) - 1)


def _put(page: Any, row: int, at: int, value: str | int | float | bool | None) -> None:
    if isinstance(value, str):
        page.write_string(row, at, fitting(legal(value)))
    elif isinstance(value, bool):
        page.write_boolean(row, at, value)
    elif value is not None:
        page.write_number(row, at, value)
