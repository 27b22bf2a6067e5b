"""What a number expression says: an interval of people and how it was put."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Quantifier(StrEnum):
    """How the text puts the number."""

    EXACT = "exact"
    APPROXIMATELY = "approximately"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


class Unit(StrEnum):
    """What is counted; families are households."""

    PERSON = "person"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class Value:
    """The interval that a number expression reports; an open end is None."""

    low: int | None
    high: int | None
    quantifier: Quantifier = Quantifier.EXACT
