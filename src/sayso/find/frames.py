"""Frames of crediting without a finite verb of saying: a statement given out, "adding that", "was quoted as saying", a headline's end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.find.actors import left_phrase, right_phrase
from sayso.find.sentence import Sentence
from sayso.find.speech import Speech
from sayso.find.subjects import actor, subject
from sayso.languages import grammar

COUNTS = grammar("counts")
GIVING = grammar("giving")
RESETTING = grammar("resetting")
GIVEN = grammar("given")
RESET = grammar("reset")
TELLING = grammar("telling")
ADDING = grammar("adding")
ONLOOKERS = grammar("onlookers")
SEEING = grammar("seeing")
BE = grammar("be")
GIVES = GIVING | RESETTING | ONLOOKERS
PASSED_ON = frozenset(["quoted", "cited"])
HEAD = 6
OBJECT = 5
LAST = 7


@dataclass(slots=True)
class Voice:
    """One who speaks in a sentence: the words that name him, where they stand, and what he is credited with.

    `reach` is right (what follows the verb), left (what goes before it), all, local (the number just before), clause (up to the
    next comma) or given (only the sentences that go on with what was given out).
    """

    names: tuple[str, ...]
    start: int
    end: int
    verb: int
    reach: str
    pronoun: bool = False


def framed(sentence: Sentence, speech: Speech) -> Iterator[Voice]:
    """Yield the voices of all frames; each is looked for only where a word that it needs stands in the sentence."""
    lows = {t.low for t in sentence.tokens}
    if ":" in lows:
        yield from _headed(sentence, speech)
    if not COUNTS.isdisjoint(lows):
        yield from _possessed(sentence, speech)
    if not GIVES.isdisjoint(lows):
        yield from _given(sentence, speech)
    if not PASSED_ON.isdisjoint(lows):
        yield from _quoted(sentence, speech)
    if "(" in lows:
        yield from _bracketed(sentence)


def _possessed(sentence: Sentence, speech: Speech) -> Iterator[Voice]:
    """Yield those whose own count is named: "the governments' estimates of", "the ministry's figures"."""
    for k, token in enumerate(sentence.tokens):
        end = k - 2 if sentence.low(k - 1) in ("own", "official", "latest") else k - 1
        if token.low in COUNTS and end >= 1 and sentence.low(end) in ("'s", "’s", "'", "’"):
            start = left_phrase(sentence, end)
            name = actor(sentence, start, end, speech)
            if name:
                yield Voice((name,), start, k, k, "all" if sentence.low(start - 1) == "by" else "clause")


def _headed(sentence: Sentence, speech: Speech) -> Iterator[Voice]:
    """Yield the source that opens or ends a headline: "UN: 1.4 million displaced", "Flood kills 20: officials"."""
    colons = [k for k, t in enumerate(sentence.tokens) if t.raw == ":"]
    if not colons:
        return
    first, last, end = colons[0], colons[-1], len(sentence.tokens)
    name = actor(sentence, 0, first, speech) if 0 < first < HEAD else None
    if name and any(t.low in speech.speakers or (t.raw.isupper() and t.raw.isalpha()) for t in sentence.tokens[:first]):
        yield Voice((name,), 0, first, first, "right")
    if last >= HEAD - 1 and 1 <= end - last - 1 <= OBJECT and not any(t.number for t in sentence.tokens[last:]):
        closing = sentence.tokens[-1]
        ends = closing.low in speech.speakers or closing.low in speech.texts or closing.raw.isupper()
        name = actor(sentence, last + 1, end, speech) if ends else None
        if name:
            yield Voice((name,), last + 1, end, last, "left")


def _bracketed(sentence: Sentence) -> Iterator[Voice]:
    """Yield the body that a report's line names in brackets at its end: "2.3 million people are displaced (IOM, June 2021)."."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        if token.raw != "(" or k < 2 or k + 2 >= len(tokens) or sentence.capitals:
            continue
        close = next((n for n in range(k + 2, min(k + 2 + LAST, len(tokens))) if tokens[n].raw == ")"), -1)
        first = k + 3 if sentence.low(k + 1) == "source" else k + 1
        if not first < close or not (close + 1 == len(tokens) or tokens[close + 1].raw in ".;•"):
            continue
        acronym = tokens[first].raw
        alone = close == first + 1 or tokens[first + 1].raw in ",/&"
        if (
            alone
            and acronym.isupper()
            and acronym.isalpha()
            and len(acronym) > 2
            and (not tokens[k - 1].capital or sentence.low(k - 2) in ("in", "to", "from"))
        ):
            yield Voice((acronym,), first, close, k, "left")


def _given(sentence: Sentence, speech: Speech) -> Iterator[Voice]:
    """Yield those who give out a statement or put a toll anew: "issued a statement", "raised the death toll to"."""
    for v, token in enumerate(sentence.tokens):
        if v and token.low in ONLOOKERS and sentence.low(v + 1) in SEEING:
            yield from _voice(sentence, v + 1, speech, "right")
        if not v or not (token.low in GIVING or token.low in RESETTING):
            continue
        nouns = GIVEN if token.low in GIVING else RESET
        at = next((k for k in range(v + 1, min(v + 1 + OBJECT, len(sentence.tokens))) if sentence.low(k) in nouns), -1)
        if at > 0 and not any(t.raw in ",;:" for t in sentence.tokens[v:at]):
            tells = token.low in RESETTING or any(t.low in TELLING for t in sentence.tokens[at + 1 : at + 1 + OBJECT])
            for reach in ("right", "given") if tells else ("given",):
                yield from _voice(sentence, v, speech, reach)


def _voice(sentence: Sentence, v: int, speech: Speech, reach: str) -> Iterator[Voice]:
    found = subject(sentence, v, speech, "say")
    if found and not any(t.low in speech.texts for t in sentence.tokens[found[0] : found[1]]):
        yield Voice((found[2],), found[0], found[1], v, reach)


def _quoted(sentence: Sentence, speech: Speech) -> Iterator[Voice]:
    """Yield those who are passed on: "was quoted by the paper as saying that"."""
    for v, token in enumerate(sentence.tokens):
        if token.low not in PASSED_ON or sentence.low(v - 1) not in BE:
            continue
        saying = next((k for k in range(v + 1, min(v + 2 + LAST, len(sentence.tokens))) if sentence.low(k) == "saying"), -1)
        found = subject(sentence, v - 1, speech, "say")
        if saying < 0 or sentence.low(saying - 1) != "as" or found is None:
            continue
        relay = actor(sentence, v + 2, right_phrase(sentence, v + 2), speech) if sentence.low(v + 1) in ("by", "in") else None
        ends = saying + 1 >= len(sentence.tokens) or sentence.tokens[saying + 1].raw in ".,;"
        yield Voice((relay, found[2]) if relay else (found[2],), found[0], found[1], saying, "left" if ends else "right")


def added(sentence: Sentence, voices: Sequence[Voice]) -> Iterator[Voice]:
    """Yield the speaker who goes on in a participle: "he told the council, specifying that at least 790"."""
    for v, token in enumerate(sentence.tokens):
        if token.low not in ADDING or sentence.low(v - 1) not in (",", "and", "”", '"'):
            continue
        following = sentence.tokens[v + 1] if v + 1 < len(sentence.tokens) else None
        if following is None or not (following.low == "that" or following.number or sentence.low(v + 2) != "of"):
            continue
        speaker = next((w for w in reversed(voices) if w.verb < v), None)
        if speaker is not None:
            yield replace(speaker, verb=v, reach="right")
