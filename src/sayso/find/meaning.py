"""What a verb means where words near it decide: hit by a car, join a strike, fight a fire, search for climbers."""

from __future__ import annotations

from functools import cache

from sayso.find.sentence import Sentence
from sayso.languages import grammar, words

AHEAD = 8
AROUND = 16
WATCHERS = grammar("watchers")
Table = dict[str, tuple[tuple[str, frozenset[str]], ...]]


@cache
def _table(language: str, name: str) -> Table:
    """Return the verbs whose category a word near them decides, each with its categories and their words."""
    lists = words(language, "status")[name]
    return {lemma: tuple((category, frozenset(some)) for category, some in entry.items()) for lemma, entry in lists.items()}


def meaning(sentence: Sentence, k: int, lemma: str, language: str) -> str:
    """Return the category that a word ahead of the verb at k or around it gives, empty where the verb keeps its own."""
    if lemma == "monitor":
        return "suspected" if any(t.low in WATCHERS for t in sentence.tokens) else ""
    for category, some in _table(language, "doers").get(lemma, ()):
        if _doer(sentence, k) in some:
            return category
    for category, some in _table(language, "ahead").get(lemma, ()):
        if any(t.low in some for t in sentence.tokens[k + 1 : k + 1 + AHEAD]):
            return category
    for category, some in _table(language, "around").get(lemma, ()):
        if any(t.low in some for t in sentence.tokens[max(0, k - AROUND) : k + AROUND]):
            return category
    return ""


def acting(sentence: Sentence, k: int, lemma: str, language: str) -> str:
    """Return the category of those who do what the verb at k says to others or to a place: "police have surrounded the house"."""
    return next((category for category, some in _table(language, "agents").get(lemma, ()) if _doer(sentence, k) in some), "")


def _doer(sentence: Sentence, k: int) -> str:
    """Return the noun of the people nearest before the verb at k: "the | attackers, numbering 15, fled"."""
    for n in range(k - 1, max(-1, k - AHEAD), -1):
        noun = sentence.noun(n)
        if noun is not None and noun.people:
            return noun.lemma
    return ""
