"""One reported count of people, with everything that its text says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from sayso.model.document import Span
from sayso.model.source import Role, Source
from sayso.model.value import Quantifier, Unit


@dataclass(frozen=True, slots=True)
class Figure:
    """One reported count of people in a document.

    `start` and `end` are code points of the number expression, `reported_text` the expression
    to the letter; `quote` is the sentence that holds it, starting at `quote_start`. `low` and `high` are
    people (or households), None where the interval is open. `origin` and `location` are codes,
    `attribution` is the chain of sources, nearest first. `why` maps each field to the rule that gave
    it; `confidence` is the share of figures like this one that are right, 0 to 1.
    """

    document: str
    start: int
    end: int
    reported_text: str
    low: int | None
    high: int | None
    quantifier: Quantifier
    unit: Unit
    category: str
    quote: str
    quote_start: int
    document_fingerprint: str = ""
    noun: str = ""
    origin: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    as_of: str | None = None
    attribution: tuple[Source, ...] = ()
    disputed: bool = False
    part_of: Span | None = None
    confidence: float = 0.0
    why: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits: the document and where in it the number stands, whatever is read into it."""
        return self._fingerprint_at(self.start, self.end)

    @property
    def whole(self) -> str | None:
        """Fingerprint of the figure that this one is a part of, None where it is part of none."""
        return self._fingerprint_at(*self.part_of) if self.part_of else None

    def _fingerprint_at(self, start: int, end: int) -> str:
        key = f"{self.document_fingerprint}\0{start}\0{end}"
        return blake2b(key.encode("utf8", "surrogatepass"), digest_size=8).hexdigest()

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits: what is read into the place, so that another reading of it shows."""
        chain = [(s.name, s.role.value, s.basis.value) for s in self.attribution]
        held = [
            self.low, self.high, self.quantifier.value, self.unit.value, self.category, self.noun, self.origin, self.location,
            self.as_of, self.disputed, self.part_of, chain,
        ]  # fmt: skip
        return blake2b(repr(held).encode("utf8", "surrogatepass"), digest_size=8).hexdigest()

    @property
    def source(self) -> tuple[str, ...]:
        """Names of the chain without the publisher, nearest first."""
        return tuple(s.name for s in self.attribution if s.role is not Role.PUBLISHER)

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values, in the order that a reader wants them; JSON-ready."""
        return {
            "document": self.document, "fingerprint": self.fingerprint,
            "start": self.start, "end": self.end, "reported_text": self.reported_text,
            "low": self.low, "high": self.high, "quantifier": self.quantifier.value, "unit": self.unit.value,
            "category": self.category, "noun": self.noun, "origin": list(self.origin), "location": list(self.location),
            "as_of": self.as_of, "source": list(self.source),
            "attribution": [
                {"name": s.name, "role": s.role.value, "basis": s.basis.value, "resolved": s.resolved} for s in self.attribution
            ],
            "disputed": self.disputed, "part_of": list(self.part_of) if self.part_of else None,
            "quote": self.quote, "quote_start": self.quote_start, "confidence": self.confidence, "why": dict(self.why),
        }  # fmt: skip
