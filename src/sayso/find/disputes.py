"""Whether a text says that a figure is wrong."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.find.sentence import Sentence
from sayso.languages import grammar, words
from sayso.languages.trie import keys, pattern
from sayso.model import Span

BEFORE_REACH = 140
AFTER_REACH = 140
NOUN_REACH = 80
NEXT_REACH = 260
TURNED = 24
DEFINITE = grammar("definite")
BOUNDED = frozenset(["if", "but", "when"])
CUT = re.compile(r"[;?!]|,? \b(?:but|saying|insisting|adding|although|though|while|and (?:said|says|added|insisted))\b", re.I)
PERSON = re.compile(r"\b(?:he|she|they|who)\s+(?:\w+\s+)?$", re.I)


class Patterns(NamedTuple):
    """The patterns of one language, each for one way of disputing, and words without which there is no denial or call."""

    denials: frozenset[str]
    calls: frozenset[str]

    claimed: re.Pattern[str]
    clause: re.Pattern[str]
    before: re.Pattern[str]
    noun: re.Pattern[str]
    state: re.Pattern[str]
    after: re.Pattern[str]
    apposed: re.Pattern[str]
    truth: re.Pattern[str]
    taken_up: re.Pattern[str]
    turned: re.Pattern[str]


@cache
def _patterns(language: str) -> Patterns:
    phrases = words(language, "disputes")
    lists = {name: pattern(some) for name, some in phrases.items()}
    word = rf"(?:\s+(?!(?:{lists['between']})\b)[\w'’.-]+)"
    denying = rf"\b(?:{lists['denying']})\b"
    degree = rf"(?:(?:{lists['degrees']})\s+){{0,3}}"
    state = rf"\b(?:{lists['copulas']})\s+{degree}(?:{lists['states']})\b"
    noun = rf"\b(?:{lists['claims']})\b"
    amount = rf"(?:(?:{lists['much']})\s+)(?:{lists['more']})\b(?!\s+(?:than|in|last))"
    truth = (
        rf"\b(?:the|a)\s+(?:{lists['truths']})\s+{noun}(?:\s+\w+){{0,3}}?\s+(?:is|was)\s+(?:(?:probably|likely|even)\s+)?(?:(?:{lists['much']})\s+)?(?:{lists['more']})\b"
        rf"|\b(?:but|and)\s+the\s+(?:{lists['truths']})\s+{noun}\s+(?:is|was|stands)\b"
        rf"|\bthe\s+(?:{lists['truths']})\s+{noun}\s+(?:is|was)\s+(?:not\b|\d)"
        rf"|{noun}\s+(?:is|was|to be)\s+{amount}"
        rf"|\bput\s+(?:it|{noun}|the\s+{noun})\s+(?:(?:{lists['much']})\s+)?(?:{lists['more']})\b"
    )
    pointed = rf"(?:{lists['pointing']})\s+(?:\w+\s+){{0,2}}?{noun}(?!\s+(?:that|of|about|from|by|for)\b)"
    up = (
        rf"(?P<denies>{denying})\s+(?:as\s+\w+\s+)?(?:{pointed}|(?:{lists['pronouns']})(?=\W*(?:$|[.,;]|as\b)))"
        rf"|\b(?:called|calls|described|describes|dismissed|branded|labelled|considers?)\s+(?:{pointed}|{lists['pronouns']})\s+(?:as\s+)?{degree}(?:{lists['states']})\b"
        rf"|\b(?:that|this|the|both|those|these)\s+(?:\w+\s+){{0,2}}?{noun}\s+(?:\w+\s+)?(?:{lists['copulas']})\s+{degree}(?:{lists['states']})\b"
        rf"|^\W*(?:that|this|it)\s+(?:is|was)\s+{degree}(?:{lists['states']})\b"
        rf"|(?P<truth>{truth})"
    )
    return Patterns(
        denials=keys([*phrases["denying"], *phrases["clause"], *phrases["before"]]),
        calls=keys([*phrases["after"], *phrases["claims"], "put"]),
        claimed=re.compile(rf"{denying}{word}{{0,5}}?\s+{noun}(?:\s+(?:that|of|about|which|by|from)\b|\s*:|(?=\W*$))", re.I),
        clause=re.compile(rf"\b(?:{lists['clause']})\b", re.I),
        before=re.compile(rf"\b(?:{lists['before']})\b\s*(?:\w+\s+){{0,2}}$", re.I),
        noun=re.compile(noun, re.I),
        state=re.compile(rf"{state}|\b{degree}(?:{lists['states']})\W*$", re.I),
        after=re.compile(rf"\b(?:{lists['after']})\b", re.I),
        apposed=re.compile(
            rf"[,;—–(-]\s*(?:a|the|that|this|both)\s+(?:\w+\s+)?{noun}(?:{word}|\s+(?:that|which|by)){{0,6}}?\s+(?:{denying}|(?:{lists['states']})\b)",
            re.I,
        ),
        truth=re.compile(truth, re.I),
        taken_up=re.compile(up, re.I),
        turned=re.compile(rf"(?:\b(?:{lists['negations']})|n['’]t)(?:\s+\w+)?\s+$", re.I),
    )


def disputed(sentence: Sentence, i: int, *, bound: bool = False, language: str = "en") -> str:
    """Return the words by which the sentence disputes the number token i, or an empty string.

    `bound` says that the number is only a lower end, which a higher truth does not contradict.
    """
    if sentence.low(i - 1) == "not" and sentence.low(i - 2) not in BOUNDED:
        return "not"
    patterns = _patterns(language)
    return _denied(sentence, i, patterns) or _called(sentence, i, patterns, bound=bound)


def _denied(sentence: Sentence, i: int, patterns: Patterns) -> str:
    """Return the denial before the number: "denied reports that", "rather than the"."""
    if patterns.denials.isdisjoint(sentence.words):
        return ""
    text, start = sentence.text, sentence.tokens[i].start
    floor = max(sentence.start, start - BEFORE_REACH)
    right = patterns.before.search(text, floor, start)
    if right:
        return right.group().strip()
    options = [patterns.claimed] if sentence.low(i - 1) in DEFINITE else [patterns.claimed, patterns.clause]
    for option in options:
        for left in option.finditer(text, floor, start):
            if _reaches(sentence, left, start) and not patterns.turned.search(
                text, max(sentence.start, left.start() - TURNED), left.start()
            ):
                return left.group()
    return ""


def _reaches(sentence: Sentence, left: re.Match[str], start: int) -> bool:
    """Tell whether nothing stands between a denial and the number that ends what is denied."""
    if any(t.number for t in sentence.tokens if left.end() <= t.start < start):
        return False
    return CUT.search(sentence.text, left.end(), start) is None


def _called(sentence: Sentence, i: int, patterns: Patterns, *, bound: bool) -> str:
    """Return what the sentence calls the number after it: "exaggerated", "a claim the army denied"."""
    if patterns.calls.isdisjoint(sentence.words):
        return ""
    text, end = sentence.text, sentence.tokens[i].end
    following = next((t.start for t in sentence.tokens[i + 1 :] if t.number), sentence.end)
    stop = min(following, end + AFTER_REACH)
    found = patterns.after.search(text, end, stop) or patterns.apposed.search(text, end, stop)
    if found is None and not bound:
        found = patterns.truth.search(text, end, stop)
    if found is None and patterns.noun.search(text, max(sentence.start, end - NOUN_REACH), stop):
        found = patterns.state.search(text, end, stop)
    return found.group() if found else ""


def taken_up(text: str, span: Span, *, bound: bool = False, language: str = "en") -> str:
    """Return the words by which the sentence at a span disputes what the one before it claimed, or an empty string."""
    patterns = _patterns(language)
    start, end = span
    found = patterns.taken_up.search(text, start, min(end, start + NEXT_REACH))
    if found is None or (bound and found["truth"]):
        return ""
    if found["denies"]:
        before = text[start : found.start()]
        if PERSON.search(before) or patterns.turned.search(before):
            return ""
    return found.group()
