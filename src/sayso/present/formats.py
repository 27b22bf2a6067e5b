"""Sheets to files: CSV, JSONL, Parquet, JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.errors import ExportError, MissingExtra
from sayso.present.columns import Column
from sayso.present.safe import guarded, legal, replacing

Record = Mapping[str, Any]
_BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """Records, and the columns that explain them."""

    name: str
    columns: tuple[Column, ...]
    records: Iterable[Record]

    def flat(self, record: Record) -> list[str | int | float | bool | None]:
        """One row of a spreadsheet."""
        return [column.flat(record[column.name]) for column in self.columns]


Writer = Callable[[Path, Sequence[Sheet]], None]
"""Writes the sheets to a path; a format that holds one sheet takes the first."""


def save(path: Path, sheets: Sequence[Sheet], writers: Mapping[str, Writer]) -> Path:
    """Write by suffix, whole or not at all; ExportError where the suffix is none of the writers'."""
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise ExportError(
            f"no file can be written with the suffix {path.suffix!r}" if path.suffix else "the name has no suffix to tell the format by",
            where=str(path),
            advice=f"Give it one of: {' '.join(sorted(writers))}",
        )
    with replacing(path) as beside:
        writer(beside, sheets)
    return path


def write_csv(path: Path, sheets: Sequence[Sheet]) -> None:
    """UTF-8 with a header; texts that a spreadsheet would run as a formula get an apostrophe before them."""
    sheet = sheets[0]
    with path.open("w", encoding="utf8", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.name for column in sheet.columns)
        writer.writerows(map(guarded, sheet.flat(record)) for record in sheet.records)


def csv_line(values: Iterable[object]) -> str:
    """One line of CSV without its line end, guarded as in a file."""
    held = StringIO()
    csv.writer(held, lineterminator="").writerow(map(guarded, values))
    return held.getvalue()


def write_jsonl(path: Path, sheets: Sequence[Sheet]) -> None:
    """One JSON object a record, lists and links as they are."""
    with path.open("w", encoding="utf8", errors="backslashreplace", newline="\n") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in sheets[0].records)


def write_parquet(path: Path, sheets: Sequence[Sheet]) -> None:
    """Typed columns; their explanations are in the metadata of the fields."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("pyarrow", "parquet", purpose="Writing .parquet") from error
    sheet = sheets[0]
    schema = arrow.schema([arrow.field(c.name, _type(c.kind, arrow), metadata={"about": c.about}) for c in sheet.columns])
    with parquet.ParquetWriter(path, schema) as writer:
        for batch in _batches(sheet):
            writer.write_batch(arrow.RecordBatch.from_pylist(batch, schema=schema))


def _type(kind: str, arrow: Any) -> Any:
    link = [("name", arrow.string()), ("role", arrow.string()), ("basis", arrow.string()), ("resolved", arrow.bool_())]
    return {
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "flag": arrow.bool_(),
        "texts": arrow.list_(arrow.string()),
        "span": arrow.list_(arrow.int64()),
        "chain": arrow.list_(arrow.struct(link)),
    }.get(kind, arrow.string())


def _batches(sheet: Sheet) -> Iterator[list[dict[str, Any]]]:
    records = iter(sheet.records)
    while batch := list(islice(records, _BATCH)):
        yield [{column.name: _typed(column, record[column.name]) for column in sheet.columns} for record in batch]


def _typed(column: Column, value: Any) -> Any:
    if column.kind in ("text", "mapping"):
        flat = column.flat(value)
        return legal(flat) if isinstance(flat, str) else flat
    return value
