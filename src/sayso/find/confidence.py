"""How often figures like this one are right: measured rates for the kinds of rule that gave their fields."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sayso.languages import words

FIELDS = ("found", "category", "origin", "source")
KINDS: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "found": (("noun", ("counted noun", "counted people", "others", "of-them", "one ")),),
    "category": (
        (
            "verb",
            (
                "verb",
                "passive",
                "state",
                "clause",
                "object",
                "joined object",
                "noun of action",
                "death toll",
                "led away",
                "among",
                "not yet",
                "fought",
            ),
        ),
        (
            "inherited",
            ("people before", "list of those", "from the figure", "those counted", "list by", "victims of", "fighters among", "number of"),
        ),
        ("noun", ("noun", "described", "counted as", "kind of", "population", "list of")),
    ),
    "origin": (
        ("stated", ("nationality", "from a place", "place", "list of", "possessor", "state", "people that")),
        ("inherited", ("people before", "list of those", "from the figure", "from the number", "those counted", "heading", "people of")),
    ),
    "source": (
        ("voice", ("voice", "cited", "interview label")),
        ("carried", ("pronoun", "goes on", "source of", "speaker of")),
        ("own", ("own voice",)),
    ),
}
REST = "rest"


def kind(field: str, rule: str) -> str:
    """Return the kind of a rule that gave a field, as the table of rates counts it."""
    return next((name for name, starts in KINDS[field] if rule.startswith(starts)), REST)


@cache
def _rates(language: str) -> dict[str, dict[str, float]]:
    return {field: {name: float(rate) for name, rate in rates.items()} for field, rates in words(language, "confidence").items()}


def confidence(why: Mapping[str, str], language: str = "en") -> float:
    """Return the share of figures with such rules that are right in interval, unit, category, origin and source, 0 to 1.

    The product of the rates of each field's rule, measured by tools/calibrate.py on the project's own coded texts.
    """
    rates, share = _rates(language), 1.0
    for field in FIELDS:
        share *= rates[field][kind(field, why.get(field, ""))]
    return round(share, 2)
