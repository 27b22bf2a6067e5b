"""The words of a language by which statements are credited, ready for look-up."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.languages import forms, words
from sayso.languages.trie import keys, pattern


class Speech(NamedTuple):
    """Look-ups for crediting: verb forms to lemmas, sets of nouns, patterns of phrases."""

    verbs: dict[str, str]
    body_only: frozenset[str]
    text_only: frozenset[str]
    not_followed: frozenset[str]
    texts: frozenset[str]
    bodies: frozenset[str]
    speakers: frozenset[str]
    titles: frozenset[str]
    agencies: frozenset[str]
    passing_on: frozenset[str]
    before: re.Pattern[str]
    citing: re.Pattern[str]
    additive: re.Pattern[str]
    update: re.Pattern[str]
    hedges: re.Pattern[str]
    basis: dict[str, frozenset[str]]
    basis_phrases: dict[str, frozenset[str]]
    body: re.Pattern[str]


def _verbs(language: str) -> dict[str, str]:
    lists = words(language, "speech")
    out: dict[str, str] = {}
    for lemma in lists["verbs"]:
        for form in (f for some in forms(lemma, lists["irregular"].get(lemma)).values() for f in some):
            out.setdefault(form, lemma)
    return out


@cache
def speech(language: str) -> Speech:
    """Return the speech words of a language, built once a process."""
    lists = words(language, "speech")

    def lower(name: str) -> frozenset[str]:
        return frozenset(w.lower() for w in lists[name])

    return Speech(
        verbs=_verbs(language),
        body_only=lower("body_only"),
        text_only=lower("text_only"),
        not_followed=lower("not_followed"),
        texts=lower("texts"),
        bodies=lower("bodies"),
        speakers=lower("speakers"),
        titles=lower("titles"),
        agencies=lower("agencies"),
        passing_on=keys([*lists["before"], *lists["citing"]]),
        before=re.compile(rf"\b(?:{pattern(lists['before'])})\s+", re.I),
        citing=re.compile(rf"\b(?:{pattern(lists['citing'])})\s+", re.I),
        additive=re.compile(rf"\W*(?:{pattern(lists['additive'])})\b(?!\s+to\b)", re.I),
        update=re.compile(rf"\W*(?:{pattern(lists['update'])})\b", re.I),
        hedges=re.compile(rf"\b(?:{pattern(lists['hedges'])})\b", re.I),
        basis={kind: frozenset(w.lower() for w in some if " " not in w) for kind, some in lists["basis"].items()},
        basis_phrases={kind: frozenset(w.lower() for w in some if " " in w) for kind, some in lists["basis"].items()},
        body=re.compile(rf"\b(?:{pattern(w.lower() for w in lists['bodies'])})\b"),
    )
