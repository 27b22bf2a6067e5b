"""A folder of word lists and rules for each language; English first."""

from __future__ import annotations

from functools import cache as _cache
from importlib.resources import files as _files

from sayso.languages.files import grammar, lines, words
from sayso.languages.inflect import forms
from sayso.languages.lexicon import Lexicon, Noun, Sense, Word, lexicon
from sayso.languages.naming import compared, folded, of_kind
from sayso.languages.places import Entry, Gazetteer, gazetteer

__all__ = [
    "Entry",
    "Gazetteer",
    "Lexicon",
    "Noun",
    "Sense",
    "Word",
    "available",
    "compared",
    "folded",
    "forms",
    "gazetteer",
    "grammar",
    "lexicon",
    "lines",
    "of_kind",
    "words",
]


@_cache
def available() -> tuple[str, ...]:
    """Return the codes of the languages that have word lists here."""
    return tuple(sorted(entry.name for entry in _files("sayso.languages").iterdir() if len(entry.name) == 2))
