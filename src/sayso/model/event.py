"""Something that happened, which counts of the killed, the injured, the arrested belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.model.estimate import Estimate

_KEYS = ("low", "best", "high", "status", "reports", "origins", "used", "aside", "rule")


@dataclass(frozen=True, slots=True)
class Event:
    """An event under the name that its user gave it, the documents about it by name, and an estimate for each category they speak of."""

    name: str
    documents: tuple[str, ...]
    estimates: tuple[Estimate, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values, the estimates by category; JSON-ready."""
        made = {e.quantity.category: {key: e.to_dict()[key] for key in _KEYS} for e in self.estimates}
        return {"event": self.name, "documents": list(self.documents), "estimates": made}
