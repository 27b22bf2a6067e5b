"""Names of sources as they are compared: without what does not tell one source from another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sayso.languages.files import words

_WORD = re.compile(r"[\w&]+(?:[.'’][\w&]+)*")
_MARKS = re.compile(r"[.'’\u0300-\u036f]")
_POSSESSIVE = re.compile(r"['’]s$")


@lru_cache(maxsize=50_000)
def compared(name: str, language: str = "en") -> tuple[str, bool]:
    """A name without case, accents, articles, titles and punctuation, and whether a proper word is in it.

    >>> compared("The Soufan Center's"), compared("Local police")
    (('soufan center', True), ('local police', False))
    """
    kept = _bare(name, language)
    return " ".join(folded(word) for word in kept), _proper(kept, language)


def folded(word: str) -> str:
    """A word without case, accents, dots and apostrophes."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", word.casefold()))


def of_kind(kind: str, language: str = "en") -> frozenset[str]:
    """The words of one list of sources.yaml."""
    return _kind(kind, language)


@lru_cache(maxsize=64)
def _kind(kind: str, language: str) -> frozenset[str]:
    return frozenset(words(language, "sources")[kind])


def _bare(name: str, language: str) -> list[str]:
    kept = [_POSSESSIVE.sub("", word) for word in _WORD.findall(unicodedata.normalize("NFKC", name))]
    droppable = _kind("articles", language) | _kind("titles", language)
    while len(kept) > 1 and folded(kept[0]) in droppable:
        kept = kept[1:]
    return kept


def _proper(kept: list[str], language: str) -> bool:
    """A capitalised word that is not just an ordinary noun at the start of a sentence."""
    ordinary = _kind("generic", language) | _kind("articles", language) | _kind("titles", language)
    return any(not word.islower() and any(letter.isupper() for letter in word) and folded(word) not in ordinary for word in kept)
