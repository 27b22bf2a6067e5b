"""A figure to judge."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.model import Figure, Quantifier, Source, Unit

TEXT = "At least 12 people were killed, police said."


def figure(**fields: Any) -> Figure:
    made = Figure(
        "note", 9, 11, "12", 12, None, Quantifier.AT_LEAST, Unit.PERSON, "killed", TEXT, 0,
        document_fingerprint="doc", attribution=(Source("police"),), confidence=0.7, why={"category": "passive"},
    )  # fmt: skip
    return replace(made, **fields)
