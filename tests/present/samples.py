"""Figures made by hand, and documents that they stand in."""

from __future__ import annotations

from typing import Any

from sayso.model import Basis, Document, Figure, Quantifier, Role, Source, Unit

TEXT = "Officials said 1,300 men had left for Syria, among them 150 teachers; at least 2,000 left, a report by the Soufan Center says.\n"
TEXT_SOURCE = Source("The Soufan Center", Role.ORIGIN, Basis.OWN_COUNT)


def document(name: str = "report", text: str = TEXT, **fields: Any) -> Document:
    return Document(name, text, **fields)


def figure(of: Document | str = "report", words: str = "1,300", low: int | None = 1300, high: int | None = 1300, **fields: Any) -> Figure:
    """The figure at the first place where `words` stand in the text; its quote is the whole text."""
    held = document(of) if isinstance(of, str) else of
    start = held.text.index(words)
    defaults: dict[str, Any] = {
        "low": low, "high": high, "quantifier": Quantifier.EXACT, "unit": Unit.PERSON, "category": "joined", "quote": held.text.rstrip(),
        "quote_start": 0, "document_fingerprint": held.fingerprint, "origin": ("TJ",), "location": ("SY",), "confidence": 0.9,
        "attribution": (TEXT_SOURCE,),
    }  # fmt: skip
    return Figure(held.name, start, start + len(words), words, **{**defaults, **fields})


def at_least(of: Document | str = "report", low: int = 2000, **fields: Any) -> Figure:
    return figure(of, "2,000", low, None, quantifier=Quantifier.AT_LEAST, **fields)


def rich() -> tuple[Document, list[Figure]]:
    """A document and two figures with something in every field."""
    held = document(title="Men who left", publisher="The Daily Example", published="2017-10-27", url="https://example.org/a")
    chain = (
        Source("The Daily Example", Role.PUBLISHER),
        Source("a report", Role.RELAY),
        Source("The Soufan Center", Role.ORIGIN, Basis.OWN_COUNT, resolved=True),
    )
    whole = figure(held, attribution=chain, noun="men", as_of="2017-10", why={"category": "“left for”"})
    part = figure(held, "150", 150, 150, part_of=(whole.start, whole.end), disputed=True, origin=(), attribution=())
    return held, [whole, part]
