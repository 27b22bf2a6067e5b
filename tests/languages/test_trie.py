"""Patterns for many phrases: they match these and nothing else."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.languages.trie import keys, pattern

PHRASE = st.text("ab.+'-(é", min_size=1, max_size=5) | st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=3).map(
    " ".join
)
STEADY = settings(derandomize=True, deadline=None, max_examples=300)


def spaced(phrase: str) -> str:
    return phrase.replace(" ", "\n\t ").replace("'", "’")


@given(st.sets(PHRASE, min_size=1, max_size=12), PHRASE)
@STEADY
def test_matches_exactly_the_phrases(phrases: set[str], other: str) -> None:
    made = re.compile(pattern(phrases))
    assert all(made.fullmatch(phrase) and made.fullmatch(spaced(phrase)) for phrase in phrases)
    assert bool(made.fullmatch(other)) is (other in phrases)


@given(st.sets(PHRASE, min_size=1, max_size=12), st.text("abc .'", max_size=20))
@STEADY
def test_takes_the_longest(phrases: set[str], text: str) -> None:
    found = re.compile(pattern(phrases)).match(text)
    fitting = [
        match.end() for phrase in phrases if (match := re.match(re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]"), text))
    ]
    assert (found.end() if found else None) == (max(fitting) if fitting else None)


def test_no_phrases_match_nothing_but_emptiness() -> None:
    assert pattern([]) == ""


def test_a_text_without_the_longest_word_of_a_phrase_does_not_hold_it() -> None:
    assert keys(["According to", "a myth that", "no"]) == {"according", "myth", "no"}
