"""Documents and figures as rows of the database, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row

from sayso.model import Basis, Decision, Document, Figure, Note, Quantifier, Role, Shown, Source, Standing, Unit

MACHINE, PERSON = "machine", "person"
"""Whose reading a row is."""

COUNTED, REJECTED, SUPERSEDED = "counted", "rejected", "superseded"
"""Whether a row counts, was refused, or stands behind a person's."""

_DOCUMENT_AS_IT_IS = ("name", "text", "title", "publisher", "author", "published", "language", "url", "event", "media_type", "sha256")
_FIGURE_AS_IT_IS = (
    "start", "end", "reported_text", "low", "high", "category", "noun", "as_of", "disputed", "quote", "quote_start", "confidence",
)  # fmt: skip


def document_row(document: Document) -> dict[str, Any]:
    """The columns of a document, without `id`."""
    row = {field: getattr(document, field) for field in _DOCUMENT_AS_IT_IS}
    row["fingerprint"] = document.fingerprint
    row["aside"] = [list(span) for span in document.aside]
    row["notes"] = [[note.code, note.message] for note in document.notes]
    row["raw"] = document.raw
    return row


def document_of(row: Row[Any]) -> Document:
    """The document of a row; `raw` is empty if it was not asked for."""
    columns = row._mapping
    return Document(
        **{field: columns[field] for field in _DOCUMENT_AS_IT_IS},
        raw=columns.get("raw", b""),
        aside=tuple((start, end) for start, end in columns["aside"]),
        notes=tuple(Note(code, message) for code, message in columns["notes"]),
    )


def figure_row(figure: Figure, document_id: int) -> dict[str, Any]:
    """The columns of a figure, without `id` and without its chain."""
    row = {field: getattr(figure, field) for field in _FIGURE_AS_IT_IS}
    row["document_id"] = document_id
    row["fingerprint"] = figure.fingerprint
    row["quantifier"], row["unit"] = figure.quantifier.value, figure.unit.value
    row["origin"], row["location"] = list(figure.origin), list(figure.location)
    row["part_start"], row["part_end"] = figure.part_of or (None, None)
    row["why"] = dict(figure.why)
    return {**row, "made": MACHINE, "use": COUNTED, "standing": Standing.NEW.value, "changed": False}


def figure_of(row: Row[Any], chain: Sequence[Source]) -> Figure:
    """The figure of a row that also holds its document's name and fingerprint."""
    columns = row._mapping
    return Figure(
        **{field: columns[field] for field in _FIGURE_AS_IT_IS},
        document=columns["document"],
        document_fingerprint=columns["document_fingerprint"],
        quantifier=Quantifier(columns["quantifier"]),
        unit=Unit(columns["unit"]),
        origin=tuple(columns["origin"]),
        location=tuple(columns["location"]),
        attribution=tuple(chain),
        part_of=None if columns["part_start"] is None else (columns["part_start"], columns["part_end"]),
        why=columns.get("why", {}),
    )


def link_rows(figure: Figure, figure_id: int) -> Iterable[dict[str, Any]]:
    """The columns of a figure's chain, one row a source."""
    for position, source in enumerate(figure.attribution):
        yield {
            "figure_id": figure_id, "position": position, "name": source.name,
            "role": source.role.value, "basis": source.basis.value, "resolved": source.resolved,
        }  # fmt: skip


def source_of(row: Row[Any]) -> Source:
    """The source of one link."""
    return Source(row.name, Role(row.role), Basis(row.basis), row.resolved)


def decision_row(decision: Decision) -> dict[str, Any]:
    """The columns of a decision, without `id`."""
    held = {name: getattr(decision, name) for name in ("kind", "verdict", "person", "time", "note", "seen")}
    return {**held, "subject": list(decision.subject), "fields": dict(decision.fields)}


def decision_of(row: Row[Any]) -> Decision:
    """The decision of a row."""
    return Decision(row.kind, tuple(row.subject), row.verdict, row.person, row.time, row.note, row.fields, row.seen)


def shown_of(row: Row[Any], figure: Figure) -> Shown:
    """The figure of a row with how it stands."""
    columns = row._mapping
    return Shown(figure, Standing(columns["standing"]), bool(columns["changed"]), columns["use"] == COUNTED, columns["made"] == PERSON)
