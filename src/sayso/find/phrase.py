"""Where the phrase of a number begins."""

from __future__ import annotations

from sayso.find.sentence import Sentence
from sayso.languages import grammar

LEFT_SKIP = grammar("left_skip")
AMOUNTS = grammar("amounts")


def phrase_start(sentence: Sentence, i: int) -> int:
    """Return the index where the phrase of the number at i begins, with its articles and bounds."""
    k = i
    while k > 0:
        if sentence.low(k - 1) == "as" and sentence.low(k - 2) in ("many", "much", "few", "little") and sentence.low(k - 3) == "as":
            k -= 3
        elif _belongs(sentence.low(k - 2), sentence.low(k - 1), sentence.low(k)):
            k -= 1
        else:
            break
    return k


def _belongs(before: str, word: str, after: str) -> bool:
    """Tell whether a word before a number is of its phrase: "at least", "a total of", "up to", "well over"."""
    if word in LEFT_SKIP or (word == "of" and before in AMOUNTS) or (word in AMOUNTS and after == "of"):
        return True
    if word == "to":
        return before in ("up", "close")
    return (word == "in" and after == "excess") or (word == "well" and after in ("over", "above", "under"))
