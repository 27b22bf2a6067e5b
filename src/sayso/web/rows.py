"""Estimates and figures as pages and reports show them."""

from __future__ import annotations

from typing import Any

from sayso.codebook import load, rules
from sayso.model import Estimate, Finding, Shown
from sayso.present.reckoned import subject
from sayso.web.quotes import opened


def row(one: Estimate) -> dict[str, Any]:
    """An estimate with what it is of in words."""
    return {**one.to_dict(), "subject": subject(one.quantity, load().places)}


def noticed(one: Finding) -> dict[str, Any]:
    """A finding in one line."""
    return {"fingerprint": one.fingerprint, "kind": one.kind.value, "statement": one.statement, "field": one.field, "holds": one.holds}


def shown(one: Shown) -> dict[str, Any]:
    """A figure with its quote and how it stands."""
    return {**opened(one.figure), "standing": one.standing.value, "by_person": one.by_person, "changed": one.changed}


def policies() -> list[dict[str, Any]]:
    """The policies in the words of the codebook."""
    held = rules().policies.values()
    return [{"name": one.name, "label": one.label, "about": one.description, "version": one.version} for one in held]
