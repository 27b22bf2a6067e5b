"""What a verb means where words near it decide: hit by a car, join a strike, fight a fire, search for climbers."""

from __future__ import annotations

from functools import cache

from sayso.find.sentence import Sentence
from sayso.languages import grammar, words

AHEAD = 8
AROUND = 16
WATCHERS = grammar("watchers")
Table = dict[str, tuple[str, frozenset[str]]]


@cache
def _table(language: str, name: str) -> Table:
    """Return the verbs whose category a word near them decides, each with that category and those words."""
    lists = words(language, "status")[name]
    return {lemma: (category, frozenset(some)) for lemma, entry in lists.items() for category, some in entry.items()}


def meaning(sentence: Sentence, k: int, lemma: str, language: str) -> str:
    """Return the category that a word ahead of the verb at k or around it gives, empty where the verb keeps its own."""
    if lemma == "monitor":
        return "suspected" if any(t.low in WATCHERS for t in sentence.tokens) else ""
    category, some = _table(language, "ahead").get(lemma, ("", frozenset()))
    if category and any(t.low in some for t in sentence.tokens[k + 1 : k + 1 + AHEAD]):
        return category
    category, some = _table(language, "around").get(lemma, ("", frozenset()))
    if category and any(t.low in some for t in sentence.tokens[max(0, k - AROUND) : k + AROUND]):
        return category
    return ""
