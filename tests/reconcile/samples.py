"""Facts that are made, not read."""

from __future__ import annotations

from typing import Any

from sayso.model import Interval, Unit
from sayso.reconcile import Fact


def made(number: int, **fields: Any) -> Fact:
    """A fact of one exact count; `at` is its place in the text, `name` the document's."""
    name, at = fields.pop("name", "text"), fields.pop("at", number)
    interval = Interval(number, number)
    defaults: dict[str, Any] = {
        "figure": f"{name} {at}", "order": (name, f"fingerprint of {name}", at), "published": None, "event": None, "category": "joined",
        "unit": Unit.PERSON, "interval": interval, "reach": interval, "people": ("TJ",), "place": (), "group": "", "as_of": None,
        "disputed": False, "whole": None, "source": "Meridian", "own": False, "official": False, "chain": ("Meridian",),
        "reported_text": str(number), "said": str(number), "quote": f"Some {number} men.",
    }  # fmt: skip
    return Fact(**{**defaults, **fields})
