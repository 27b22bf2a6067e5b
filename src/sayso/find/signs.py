"""The words of a language that show or deny that a number counts people, ready for look-up."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sayso.languages import words


class Signs(NamedTuple):
    """Word sets of traps.yaml and people.yaml."""

    counters: frozenset[str]
    counting: frozenset[str]
    numbering: frozenset[str]
    homes: frozenset[str]
    others: frozenset[str]
    people_hints: frozenset[str]
    speech: frozenset[str]
    superlative: frozenset[str]
    not_proof: frozenset[str]
    proof: frozenset[str]
    taking_people: frozenset[str]
    sickness: frozenset[str]
    sick_nouns: frozenset[str]
    people_states: frozenset[str]


@cache
def signs(language: str) -> Signs:
    """Return the signs of a language."""
    lists = words(language, "traps") | words(language, "people")
    return Signs(**{name: frozenset(lists[name]) for name in Signs._fields})
