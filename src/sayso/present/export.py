"""Figures with what is known of their documents, as files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.model import Document, Figure, Standing
from sayso.present.columns import columns
from sayso.present.excel import write_excel
from sayso.present.formats import Record, Sheet, Writer, csv_line, save, write_csv, write_jsonl, write_parquet
from sayso.present.origins import origin

WRITERS: Mapping[str, Writer] = {".csv": write_csv, ".jsonl": write_jsonl, ".parquet": write_parquet, ".xlsx": write_excel}
_KNOWN = ("title", "publisher", "author", "published", "language", "url", "event")


def write(
    figures: Iterable[Figure], documents: Mapping[str, Document], path: str | Path, standings: Mapping[str, str] | None = None
) -> Path:
    """Write figures by suffix: `.csv`, `.jsonl`, `.parquet` or `.xlsx` (with the documents and a README sheet).

    `documents` maps a document's fingerprint to the document; what is known of it stands beside each figure. `standings` tells how
    figures stand by their fingerprints, new where one is not there. The file is
    written beside its place and then takes it, so it is whole or the old one. Raises ExportError for another
    suffix or a place that cannot be written, MissingExtra where pyarrow or xlsxwriter is missing.
    """
    held = list(figures)
    stands = {figure.fingerprint: standings.get(figure.fingerprint, Standing.NEW.value) for figure in held} if standings is not None else {}
    records = (record(one, documents.get(one.document_fingerprint), stands.get(one.fingerprint)) for one in held)
    return save(Path(path), [Sheet("figures", columns("figures"), records), described(held, documents)], WRITERS)


def record(figure: Figure, document: Document | None = None, standing: str | None = None) -> dict[str, Any]:
    """Everything of a figure, of its document what is known, and how it stands (None where that is not known), as plain values."""
    last = origin(figure)
    return {
        **figure.to_dict(),
        "goes_back_to": last.name if last else None,
        "basis": last.basis.value if last else None,
        "part_of_fingerprint": figure.whole,
        "standing": standing,
        "document_fingerprint": figure.document_fingerprint,
        **{name: getattr(document, name, None) for name in _KNOWN},
    }


def csv_lines(rows: Iterable[tuple[Figure, Document | None, str | None]]) -> Iterator[str]:
    """The lines of a CSV of figures with their documents and how they stand, header first, without line ends; streams."""
    return csv_records("figures", (record(*row) for row in rows))


def csv_records(sheet: str, records: Iterable[Record]) -> Iterator[str]:
    """The lines of a CSV of records of the sheet `figures`, `documents` or `cells`, header first, without line ends; streams."""
    held = Sheet(sheet, columns(sheet), records)
    yield csv_line(column.name for column in held.columns)
    yield from (csv_line(held.flat(record)) for record in held.records)


def described(figures: Sequence[Figure], documents: Mapping[str, Document]) -> Sheet:
    """The documents of these figures, without their texts."""
    counts = Counter(figure.document_fingerprint for figure in figures)
    records = (
        {
            "document": document.name,
            **{name: getattr(document, name) for name in (*_KNOWN, "media_type", "sha256")},
            "characters": len(document.text),
            "figures": counts[fingerprint],
            "notes": [note.message for note in document.notes],
            "document_fingerprint": fingerprint,
        }
        for fingerprint, document in documents.items()
        if fingerprint in counts
    )
    return Sheet("documents", columns("documents"), records)
