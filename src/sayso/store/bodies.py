"""Findings and estimates as they are kept: one JSON object each, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.model import Aside, Estimate, Evidence, Finding, Kind, Quantity, Status, Unit


def finding_of(body: Mapping[str, Any]) -> Finding:
    """The finding of what its `to_dict` gave."""
    held = {name: value for name, value in body.items() if name != "fingerprint"}
    lists = {name: tuple(held[name]) for name in ("figures", "people", "place", "missing")}
    evidence = tuple(Evidence(**one) for one in held["evidence"])
    return Finding(**{**held, **lists, "kind": Kind(held["kind"]), "evidence": evidence})


def estimate_of(body: Mapping[str, Any]) -> Estimate:
    """The estimate of what its `to_dict` gave."""
    quantity = Quantity(
        body["category"], tuple(body["people"]), tuple(body["place"]), body["group"], body["time"], body["event"], Unit(body["unit"])
    )
    numbers = {name: body[name] for name in ("policy", "low", "best", "high", "reports", "origins", "rule")}
    aside = tuple(Aside(one["figure"], one["reason"]) for one in body["aside"])
    return Estimate(quantity, **numbers, status=Status(body["status"]), used=tuple(body["used"]), aside=aside)
