"""The subject of a verb of saying: who says it, and whom it was told."""

from __future__ import annotations

import re

from sayso.find.actors import CALENDAR, left_phrase, plausible, proper, right_phrase, trimmed
from sayso.find.sentence import Sentence
from sayso.find.speech import Speech
from sayso.languages import grammar

BE = grammar("be")
INVERTING = grammar("inverting")
OUTLETS = grammar("outlets")
CROWD = grammar("crowd")
CLAIMS = grammar("claims")
BRACKET = 8
APPOSITION = 22
CLAUSE = 32
OPENING = 4
MOST_NAMES = 4
CARRIED = re.compile(
    r"^(?:(?:the|an?|its|their|his|her|new|recent|latest|official|some|internal|joint)\s+)*"
    r"(?:figures?|data|estimates?|statistics|numbers?|information|a statement|statements?|reports?|records?|accounts?|documents?"
    r"|estimate|tally|count|research|brief|study|survey|analysis|assessment)"
    r"\s+(?:\w+ed\s+|given\s+)?(?:by|from|of)\s+(?=\S)",
    re.I,
)


def name_of(sentence: Sentence, start: int, end: int) -> str:
    """Return the words of a phrase as a name, without "figures provided by" and the like before it."""
    text = sentence.text[sentence.tokens[start].start : sentence.tokens[end - 1].end]
    return " ".join(CARRIED.sub("", text.replace("\u00ad", "")).split()).strip(" \"“”'‘’,")


def actor(sentence: Sentence, start: int, end: int, speech: Speech, lemma: str = "say") -> str | None:
    """Return the name of the actor in a phrase, or None where it cannot be one."""
    start, end = trimmed(sentence, start, end, speech)
    if start >= end or not plausible(sentence, start, end, speech, lemma):
        return None
    person = proper(sentence, start, end, speech)
    return name_of(sentence, *(person or (start, end)))


def subject(sentence: Sentence, verb: int, speech: Speech, lemma: str) -> tuple[int, int, str] | None:
    """Return the subject left of the verb: its span and name; a name in apposition is preferred to a description."""
    end = verb_group(sentence, verb)
    if end <= 0:
        return None
    closing = sentence.tokens[end - 1]
    if closing.raw == ")":
        end = next((k for k in range(end - 1, max(0, end - BRACKET), -1) if sentence.tokens[k].raw == "("), end)
    if closing.raw == "," and end > 1:
        return _apposition(sentence, end - 1, speech, lemma)
    if closing.low in ("who", "which"):
        end -= 2 if sentence.low(end - 2) == "," else 1
    described = _digging(sentence, end, speech)
    if described:
        return described
    start = left_phrase(sentence, end)
    name = actor(sentence, start, end, speech, lemma)
    return (start, end, name) if name else None


def _apposition(sentence: Sentence, comma: int, speech: Speech, lemma: str) -> tuple[int, int, str] | None:
    """Read "Rami Rahman, head of the group, said", "an aide to the president, Hassan Tukur, told", "the study, which covers it, lists"."""
    relative = next((k for k in range(comma - 1, max(0, comma - CLAUSE), -1) if _relative(sentence, k)), 0)
    if relative:
        start = left_phrase(sentence, relative)
        name = actor(sentence, start, relative, speech, lemma)
        return (start, comma, name) if name else None
    commas = [k for k in range(comma - 1, max(0, comma - APPOSITION), -1) if sentence.tokens[k].raw == ","]
    opening = next((k for k in commas if not _inside(sentence, left_phrase(sentence, k), k)), -1)
    if opening <= 0:
        return None
    start = left_phrase(sentence, opening)
    outer = actor(sentence, start, opening, speech, lemma)
    inner_start, inner_end = trimmed(sentence, opening + 1, comma, speech)
    inner = sentence.tokens[inner_start:inner_end]
    if (
        outer
        and 1 < len(inner) <= MOST_NAMES
        and all(t.capital for t in inner)
        and not all(t.capital for t in sentence.tokens[start:opening])
    ):
        return start, comma, name_of(sentence, inner_start, inner_end)
    return (start, comma, outer) if outer else None


def _relative(sentence: Sentence, k: int) -> bool:
    """Tell whether a comma opens a relative clause, with no verb of its own clause before it that would make it the object's."""
    return sentence.tokens[k].raw == "," and sentence.low(k + 1) in ("which", "who", "whose") and left_phrase(sentence, k) <= OPENING


def _digging(sentence: Sentence, verb: int, speech: Speech) -> tuple[int, int, str] | None:
    """Read a subject that a participle describes at length: "Police investigating the deaths of 12 women say"."""
    for k in range(1, min(verb, OPENING + 3)):
        token = sentence.tokens[k]
        if token.low.endswith("ing") and token.raw[0].islower() and sentence.tokens[k - 1].low in speech.speakers:
            clear = not any(t.raw in ',;:"“”' or t.low in speech.verbs for t in sentence.tokens[k:verb])
            start = left_phrase(sentence, k)
            name = actor(sentence, start, k, speech) if clear and start <= OPENING else None
            return (start, k, name) if name else None
    return None


def _inside(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether what stands before a comma is itself an aside: an age, "of the 5th Brigade"."""
    return start >= end or sentence.tokens[start].number is not None or sentence.tokens[start].word.function == "prepositions"


def verb_group(sentence: Sentence, verb: int) -> int:
    """Return the index after the subject: auxiliaries and adverbs before the verb belong to it."""
    k = verb
    while (
        k > 0
        and (sentence.tokens[k - 1].word.function in ("auxiliaries", "adverbs") or sentence.low(k - 1).endswith("ly"))
        and sentence.low(k - 1) not in BE
    ):
        k -= 1
    return k


def listener(sentence: Sentence, v: int, speech: Speech) -> str | None:
    """Return the agency that was told, in "X told Agency"."""
    end = right_phrase(sentence, v + 1)
    while end > v + 1 and (sentence.low(end - 1) in CALENDAR or sentence.tokens[end - 1].word.function in ("prepositions", "adverbs")):
        end -= 1
    for stop in range(end, v + 1, -1):
        words = " ".join(t.low for t in sentence.tokens[v + 1 : stop])
        bare = words.removeprefix("the ").removeprefix("a ").removeprefix("an ")
        if bare in speech.agencies or words in speech.agencies:
            return None if bare in CROWD else name_of(sentence, v + 1, stop)
    names = [t.raw for t in sentence.tokens[v + 1 : end]]
    outlet = bool(names) and all(w[0].isupper() for w in names) and any(w in OUTLETS for w in names)
    return name_of(sentence, v + 1, end) if outlet else None


def inverted(sentence: Sentence, v: int, end: int, speech: Speech) -> tuple[int, str] | None:
    """Read a speaker behind the verb: '"...," said the mayor', "12 died, said police"."""
    before = sentence.tokens[end - 1] if end else None
    if sentence.low(v) not in INVERTING or (before is not None and before.raw not in ",\"”’'?!"):
        return None
    stop = right_phrase(sentence, v + 1)
    closed = (
        stop >= len(sentence.tokens)
        or sentence.tokens[stop].raw in ",.;:—–"
        or sentence.low(stop) in ("who", "in", "on", "at", "as", "and", "of")
    )
    name = actor(sentence, v + 1, stop, speech) if closed else None
    return (stop, _called(sentence, stop) or name) if name else None


def _called(sentence: Sentence, comma: int) -> str | None:
    """Return the name in apposition to a description: "said the governor, Maria Silva."."""
    if sentence.low(comma) != "," or sentence.tokens[comma - 1].capital:
        return None
    end = comma + 1
    while end < len(sentence.tokens) and sentence.tokens[end].capital and sentence.tokens[end].raw[0].isalpha():
        end += 1
    closed = end >= len(sentence.tokens) or sentence.tokens[end].raw in ".,;"
    return name_of(sentence, comma + 1, end) if closed and 2 <= end - comma - 1 <= MOST_NAMES else None


def denied(sentence: Sentence, v: int) -> str | None:
    """Return what is denied where it is a report of others: "denied reports that"."""
    for k in range(v + 1, min(v + 4, len(sentence.tokens))):
        if sentence.low(k) in CLAIMS and sentence.low(k + 1) in ("that", "of"):
            return sentence.tokens[k].raw
    return None
