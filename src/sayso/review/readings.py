"""The whole reading that a person stands for, as plain values in a decision and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.model import Basis, Figure, Quantifier, Role, Source, Unit

_AS_THEY_ARE = (
    "document", "start", "end", "reported_text", "low", "high", "category", "quote", "quote_start", "document_fingerprint", "noun", "as_of",
    "disputed", "confidence",
)  # fmt: skip


def snapshot(figure: Figure) -> dict[str, Any]:
    """A figure as plain values, from which `reading_of` makes it again."""
    return {
        **{name: getattr(figure, name) for name in _AS_THEY_ARE},
        "quantifier": figure.quantifier.value, "unit": figure.unit.value, "origin": list(figure.origin), "location": list(figure.location),
        "part_of": list(figure.part_of) if figure.part_of else None,
        "attribution": [[s.name, s.role.value, s.basis.value, s.resolved] for s in figure.attribution],
        "why": dict(figure.why),
    }  # fmt: skip


def reading_of(fields: Mapping[str, Any]) -> Figure:
    """The figure of what `snapshot` gave."""
    return Figure(
        **{name: fields[name] for name in _AS_THEY_ARE},
        quantifier=Quantifier(fields["quantifier"]), unit=Unit(fields["unit"]), origin=tuple(fields["origin"]),
        location=tuple(fields["location"]), part_of=tuple(fields["part_of"]) if fields["part_of"] else None,
        attribution=tuple(Source(name, Role(role), Basis(basis), resolved) for name, role, basis, resolved in fields["attribution"]),
        why=fields["why"],
    )  # fmt: skip
