"""Who speaks in a sentence: the frames by which English credits a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.find.actors import right_phrase
from sayso.find.frames import Voice, added, framed
from sayso.find.sayings import closes, verbal
from sayso.find.sentence import Sentence
from sayso.find.speech import Speech
from sayso.find.subjects import actor, denied, inverted, listener, subject, verb_group
from sayso.languages import grammar

PRONOUNS = grammar("speaking_pronouns")
CITING = ("citing", "quoting", "cites")
DENYING = frozenset(["deny", "dispute"])
HANDING = grammar("handing")
NOUN = 4
LOCAL = re.compile(r"\bby\s+$", re.I)


def _spoken(sentence: Sentence, v: int, lemma: str, speech: Speech) -> Voice | None:
    """Read the frame around one verb of saying: a pronoun, a speaker behind it, a denial, or its subject."""
    end = verb_group(sentence, v)
    before = sentence.low(end - 1)
    if before in PRONOUNS:
        last = end > 2 and sentence.tokens[end - 2].raw in ",\"”’'" and closes(sentence, v)
        relay = listener(sentence, v, speech) if lemma == "tell" else None
        return Voice((relay,) if relay else (), end - 1, end, v, "left" if last else "right", True)
    behind = inverted(sentence, v, end, speech)
    if behind:
        return Voice((behind[1],), v + 1, behind[0], v, "left")
    claim = denied(sentence, v) if lemma in DENYING else None
    if claim:
        return Voice((claim,), end, v, v, "right")
    return _of_subject(sentence, v, lemma, speech)


def _of_subject(sentence: Sentence, v: int, lemma: str, speech: Speech) -> Voice | None:
    """Read the frame of a verb whose subject stands before it."""
    found = subject(sentence, v, speech, lemma)
    if found is None:
        return None
    start, stop, name = found
    relay = listener(sentence, v, speech) if lemma in ("tell", "brief", "inform") else None
    reach = "right"
    if sentence.low(verb_group(sentence, v) - 1) in ("who", "which"):
        reach = "clause"
    elif start > 0 and (sentence.tokens[start - 1].raw in ",\"”’'—–" or start > 2) and closes(sentence, v):
        # "Worldwide, the study says, at least 5,600": what stands between commas is credited with both sides.
        reach = "all" if sentence.low(v + 1) == "," and sentence.low(start - 1) == "," else "left"
    return Voice((relay, name) if relay else (name,), start, stop, v, reach)


def _phrases(sentence: Sentence, speech: Speech) -> Iterator[Voice]:
    """Yield the voices that a phrase such as "according to" opens."""
    if speech.passing_on.isdisjoint(sentence.words):
        return
    for match in speech.before.finditer(sentence.text, sentence.start, sentence.end):
        v = next((k for k, t in enumerate(sentence.tokens) if t.start >= match.end()), None)
        if v is None or match.group().lower().startswith(CITING):
            continue
        if sentence.low(v - 2) in HANDING and not any(sentence.low(k) in speech.texts for k in range(v - 2 - NOUN, v - 2)):
            continue
        stop = right_phrase(sentence, v)
        stop = next((k for k in range(v + 1, stop) if _says(sentence, k, speech)), stop)
        name = actor(sentence, v, stop, speech)
        if name:
            yield Voice((name,), v, stop, v - 1, "local" if LOCAL.search(match.group()) else "all")


def _says(sentence: Sentence, k: int, speech: Speech) -> bool:
    """Tell whether a word is a verb of saying, and no noun of texts and no part of a name: "the State Committee"."""
    token = sentence.tokens[k]
    return token.low in speech.verbs and token.low not in speech.texts and (sentence.capitals or not token.capital)


def cited(sentence: Sentence, speech: Speech) -> tuple[str, int] | None:
    """Return who is cited by one who passes it on ("citing figures provided by X"), with the token where the phrase begins."""
    if speech.passing_on.isdisjoint(sentence.words):
        return None
    for match in speech.citing.finditer(sentence.text, sentence.start, sentence.end):
        v = next((k for k, t in enumerate(sentence.tokens) if t.start >= match.end()), None)
        if v is None or sentence.tokens[v].low == "by":
            continue
        stop = right_phrase(sentence, v)
        name = actor(sentence, v, stop, speech)
        if name:
            return name, v
    return None


def voices(sentence: Sentence, speech: Speech) -> list[Voice]:
    """Return the voices of a sentence in order."""
    out = [*_phrases(sentence, speech), *framed(sentence, speech)]
    for v, token in enumerate(sentence.tokens):
        if token.low in speech.verbs:
            lemma = verbal(sentence, v, speech)
            voice = _spoken(sentence, v, lemma, speech) if lemma else None
            if lemma and voice is None and sentence.low(verb_group(sentence, v) - 1) in ("and", "but"):
                voice = next((replace(w, verb=v) for w in reversed(out) if w.reach == "right" and w.verb < v), None)
            if voice is not None:
                out.append(voice)
    out.sort(key=lambda voice: voice.verb)
    more = list(added(sentence, out)) if out else []
    return sorted([*out, *more], key=lambda voice: voice.verb) if more else out
