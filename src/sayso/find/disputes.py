"""Whether a text says that a figure is wrong."""

from __future__ import annotations

import re
from functools import cache

from sayso.find.sentence import Sentence
from sayso.languages import words
from sayso.languages.trie import pattern

BEFORE_REACH = 60
AFTER_REACH = 110


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = words(language, "disputes")
    denying = rf"(?:{pattern(lists['verbs'])})\s+(?:the\s+|any\s+)?(?:{pattern(lists['nouns'])})\s+(?:that|of)"
    before = re.compile(rf"\b(?:{pattern(lists['before'])}|{denying})\b", re.I)
    degree = r"(?:(?:far|much|way|too|a|an|grossly|wildly|highly|clearly|simply|gross|plainly)\s+){0,3}"
    states = rf"(?:is|are|was|were|as|be|been)\s+{degree}(?:{pattern(lists['states'])})"
    return before, re.compile(rf"\b(?:{pattern(lists['after'])}|{states})\b", re.I)


def disputed(sentence: Sentence, i: int, language: str = "en") -> str:
    """Return the words by which the sentence disputes the number token i, or an empty string."""
    if sentence.low(i - 1) == "not":
        return "not"
    before, after = _patterns(language)
    start, end = sentence.tokens[i].start, sentence.tokens[i].end
    left = before.search(sentence.text, max(sentence.start, start - BEFORE_REACH), start)
    if left and not any(t.number for t in sentence.tokens if left.end() <= t.start < start):
        return left.group()
    right = after.search(sentence.text, end, min(sentence.end, end + AFTER_REACH))
    if right and not any(t.number for t in sentence.tokens if end <= t.start < right.start()):
        return right.group()
    return ""
