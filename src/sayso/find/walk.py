"""A walk to the right of a phrase of people, towards what they are the subject of."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.find.sentence import Sentence
from sayso.languages import Sense


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said after the people: the sense, how it is said (passive, verb, state, clause), and where."""

    sense: Sense | None
    how: str
    at: int


@dataclass(slots=True)
class Walk:
    """The state of a walk to the right of a phrase."""

    sentence: Sentence
    at: int
    language: str
    aux: str = ""
    moved: bool = False
    relative: bool = False
    preposition: bool = False
    future: bool = False
    listing: bool = False
    negated: bool = False
    opened: bool = False
    reduced: bool = False
    singular: bool = True
    kept: list[Predicate] = field(default_factory=list)
