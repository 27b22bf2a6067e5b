"""Figures as pages show them beside one another: the quote with the place of its number, the interval, who said so."""

from __future__ import annotations

from typing import Any

from sayso.model import Evidence, Figure


def opened(figure: Figure) -> dict[str, Any]:
    """A figure with its quote; `from` and `to` are where the number stands in the quote, in code points."""
    start = figure.start - figure.quote_start
    return {
        "figure": figure.fingerprint, "document": figure.document, "document_fingerprint": figure.document_fingerprint,
        "category": figure.category, "origin": list(figure.origin), "location": list(figure.location), "as_of": figure.as_of,
        "low": figure.low, "high": figure.high, "unit": figure.unit.value, "disputed": figure.disputed, "confidence": figure.confidence,
        "source": list(figure.source), "quote": figure.quote, "from": start, "to": start + len(figure.reported_text),
    }  # fmt: skip


def heard(one: Evidence) -> dict[str, Any]:
    """The quote of a finding; where the number stands in it is None if it stands there twice and so is not known."""
    start = one.quote.find(one.reported_text) if one.quote.count(one.reported_text) == 1 else None
    end = None if start is None else start + len(one.reported_text)
    return {"figure": one.figure, "document": one.document, "source": one.source, "quote": one.quote, "from": start, "to": end}
