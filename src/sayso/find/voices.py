"""Who speaks in a sentence: the frames by which English credits a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.find.actors import CALENDAR, left_phrase, plausible, proper, right_phrase, trimmed
from sayso.find.sentence import Sentence
from sayso.find.speech import Speech

BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
INVERTING = frozenset(["said", "says", "added", "reported", "explained", "noted", "wrote", "recalled", "announced"])
OUTLETS = frozenset("News Times Post Agence Agency Radio TV Television Daily Herald Press Mail Tribune Journal Gazette Today Weekly Chronicle Observer Mirror Sun Telegraph Guardian Standard Haber Novosti Presse".split())
COUNTS = frozenset(["estimate", "estimates", "figures", "tally", "count", "data", "account", "reckoning", "calculation", "calculations"])
PLURAL = frozenset(["police", "media", "they", "people", "we", "i", "you", "and", "who", "put", "council", "did"])
BRACKET = 8
PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i"])
CARRIED = re.compile(r"^(?:(?:the|its|their|his|her|new|latest|official|some)\s+)*(?:figures?|data|estimates?|statistics|numbers?|information|a statement|statements?|reports?|records?|accounts?|documents?|an estimate|a tally|research)\s+(?:\w+ed\s+|given\s+)?(?:by|from|of)\s+(?=\S)", re.I)
LOCAL = re.compile(r"\bby\s+$", re.I)


@dataclass(slots=True)
class Voice:
    """One who speaks in a sentence: the words that name him, where they stand, and what he is credited with.

    `reach` is right (what follows the verb), left (what goes before it), all, local (the number just before) or clause (up to the next comma).
    """

    names: tuple[str, ...]
    start: int
    end: int
    verb: int
    reach: str
    pronoun: bool = False
    denies: bool = False


def _name(sentence: Sentence, start: int, end: int) -> str:
    text = sentence.text[sentence.tokens[start].start : sentence.tokens[end - 1].end]
    return " ".join(CARRIED.sub("", text).split()).strip(" \"“”'‘’,")


def _actor(sentence: Sentence, start: int, end: int, speech: Speech, lemma: str = "say") -> str | None:
    """Return the name of the actor in a phrase, or None where it cannot be one."""
    start, end = trimmed(sentence, start, end, speech)
    if start >= end or not plausible(sentence, start, end, speech, lemma):
        return None
    person = proper(sentence, start, end, speech)
    return _name(sentence, *(person or (start, end)))


def _subject(sentence: Sentence, verb: int, speech: Speech, lemma: str) -> tuple[int, int, str] | None:
    """Return the subject left of the verb: its span and name; a name in apposition is preferred to a description."""
    end = _verb_group(sentence, verb)
    if end <= 0:
        return None
    closing = sentence.tokens[end - 1]
    if closing.raw == ")":
        end = next((k for k in range(end - 1, max(0, end - BRACKET), -1) if sentence.tokens[k].raw == "("), end)
    if closing.raw == "," and end > 1:
        return _apposition(sentence, end - 1, speech, lemma)
    if closing.low in ("who", "which"):
        end -= 2 if sentence.low(end - 2) == "," else 1
    start = left_phrase(sentence, end)
    name = _actor(sentence, start, end, speech, lemma)
    return (start, end, name) if name else None


def _apposition(sentence: Sentence, comma: int, speech: Speech, lemma: str) -> tuple[int, int, str] | None:
    """Read "Rami Rahman, head of the group, said" and "an aide to the president, Hassan Tukur, told"."""
    opening = next((k for k in range(comma - 1, max(-1, comma - 22), -1) if sentence.tokens[k].raw == ","), -1)
    if opening <= 0:
        return None
    start = left_phrase(sentence, opening)
    outer = _actor(sentence, start, opening, speech, lemma)
    inner_start, inner_end = trimmed(sentence, opening + 1, comma, speech)
    inner = sentence.tokens[inner_start:inner_end]
    if outer and 1 < len(inner) <= 4 and all(t.capital for t in inner) and not all(t.capital for t in sentence.tokens[start:opening]):
        return start, comma, _name(sentence, inner_start, inner_end)
    return (start, comma, outer) if outer else None


def _verb_group(sentence: Sentence, verb: int) -> int:
    """Return the index after the subject: auxiliaries and adverbs before the verb belong to it."""
    k = verb
    while k > 0 and (sentence.tokens[k - 1].word.function in ("auxiliaries", "adverbs") or sentence.low(k - 1).endswith("ly")) and sentence.low(k - 1) not in BE:
        k -= 1
    return k


def _verbal(sentence: Sentence, v: int, speech: Speech) -> str | None:
    """Return the lemma if token v is a finite verb of saying in the active voice."""
    token = sentence.tokens[v]
    lemma = speech.verbs.get(token.low)
    if lemma is None or (token.capital and not sentence.capitals) or (token.low.endswith("ing") and token.low != "saying"):
        return None
    before, after = sentence.low(v - 1), sentence.low(v + 1)
    if before in ("to", "not") or after in ("by", *speech.not_followed) or (v == 0 and not token.low.endswith("ed")):
        return None
    if token.low in speech.texts or token.word.noun is not None:
        previous = sentence.tokens[v - 1] if v else None
        if previous is None or previous.word.function in ("determiners", "prepositions", "conjunctions") or after in ("of", "by", "from", "on", "into", "about", ",", "") or not (previous.raw[0].isalnum() or (previous.raw == "," and v + 1 < len(sentence.tokens) and (sentence.tokens[v + 1].number or after in ("that", "the")))):
            return None
        if token.low.endswith("s") and after not in ("that", "the", "a", "at", "more", "some", "about") and not (v + 1 < len(sentence.tokens) and (sentence.tokens[v + 1].number or sentence.tokens[v + 1].capital)):
            return None
    k = v - 1
    while k >= 0 and sentence.tokens[k].word.function == "adverbs":
        k -= 1
    if sentence.low(k) in BE:
        return None
    if token.low == lemma and not (sentence.low(k).endswith("s") or sentence.low(k) in PLURAL):
        return None
    if lemma in ("speak", "talk") and after != "of":
        return None
    if lemma == "claim" and any(t.low in ("life", "lives") for t in sentence.tokens[v + 1 : v + 6]):
        return None
    if token.low.endswith("ed") and sentence.low(v + 1) in ("to", "in", "dead", "missing") and lemma in ("report", "list", "estimate", "confirm", "identify", "register"):
        return None
    return lemma


def _listener(sentence: Sentence, v: int, speech: Speech) -> str | None:
    """Return the agency that was told, in "X told Agency"."""
    end = right_phrase(sentence, v + 1)
    while end > v + 1 and (sentence.low(end - 1) in CALENDAR or sentence.tokens[end - 1].word.function in ("prepositions", "adverbs")):
        end -= 1
    for stop in range(end, v + 1, -1):
        words = [t.low for t in sentence.tokens[v + 1 : stop]]
        joined = " ".join(words[1:] if words and words[0] in ("the", "a", "an") else words)
        if joined in speech.agencies or " ".join(words) in speech.agencies:
            return None if joined in ("reporters", "journalists", "news conference", "press conference") else _name(sentence, v + 1, stop)
    words = [t.raw for t in sentence.tokens[v + 1 : end]]
    if words and all(w[0].isupper() for w in words) and any(w in OUTLETS for w in words):
        return _name(sentence, v + 1, end)
    return None


def _spoken(sentence: Sentence, v: int, lemma: str, speech: Speech) -> Voice | None:
    """Read the frame around one verb of saying."""
    tokens = sentence.tokens
    end = _verb_group(sentence, v)
    before = tokens[end - 1] if end else None
    denies = lemma in ("deny", "dispute")
    if before is not None and before.low in PRONOUNS:
        after_comma = end >= 2 and (tokens[end - 2].raw in ",\"”’'" and end > 2)
        return Voice((), end - 1, end, v, "left" if after_comma and _last(sentence, v) else "right", True, denies)
    inverted = _inverted(sentence, v, end, speech)
    if inverted:
        return Voice((inverted[1],), v + 1, inverted[0], v, "left", False, denies)
    if denies and (claim := _denied(sentence, v)):
        return Voice((claim,), end, v, v, "right", False, True)
    found = _subject(sentence, v, speech, lemma)
    if found is None:
        return None
    start, stop, name = found
    names = (name,)
    if lemma in ("tell", "brief", "inform") and (relay := _listener(sentence, v, speech)):
        names = (relay, name)
    if tokens[end - 1].low in ("who", "which"):
        return Voice(names, start, stop, v, "clause", False, denies)
    closes = start > 0 and (tokens[start - 1].raw in ",\"”’'—–" or start > 2) and _last(sentence, v)
    return Voice(names, start, stop, v, "left" if closes else "right", False, denies)


def _inverted(sentence: Sentence, v: int, end: int, speech: Speech) -> tuple[int, str] | None:
    """Read a speaker behind the verb: '"...," said the mayor', "12 died, said police"."""
    before = sentence.tokens[end - 1] if end else None
    if sentence.low(v) not in INVERTING or (before is not None and before.raw not in ",\"”’'?!"):
        return None
    stop = right_phrase(sentence, v + 1)
    closed = stop >= len(sentence.tokens) or sentence.tokens[stop].raw in ",.;:—–" or sentence.low(stop) in ("who", "in", "on", "at", "as", "and", "of")
    name = _actor(sentence, v + 1, stop, speech) if closed else None
    return (stop, name) if name else None


def _denied(sentence: Sentence, v: int) -> str | None:
    """Return what is denied where it is a report of others: "denied reports that"."""
    for k in range(v + 1, min(v + 4, len(sentence.tokens))):
        if sentence.low(k) in ("reports", "claims", "rumours", "rumors", "allegations") and sentence.low(k + 1) in ("that", "of"):
            return sentence.tokens[k].raw
    return None


def _last(sentence: Sentence, v: int) -> bool:
    """Tell whether the verb ends its sentence, but for a date, a listener or a citation."""
    rest = sentence.tokens[v + 1 :]
    for k, token in enumerate(rest):
        if token.low == "that" or token.number or token.word.function == "auxiliaries":
            return False
        if token.raw in ",.;" or token.low in ("citing", "quoting", "adding"):
            return True
        if k > 7:
            return False
    return True


def _phrases(sentence: Sentence, speech: Speech) -> Iterator[Voice]:
    """Yield the voices that a phrase such as "according to" opens."""
    for match in speech.before.finditer(sentence.text, sentence.start, sentence.end):
        v = next((k for k, t in enumerate(sentence.tokens) if t.start >= match.end()), None)
        if v is None or match.group().lower().startswith(("citing", "quoting", "cites")):
            continue
        stop = right_phrase(sentence, v)
        name = _actor(sentence, v, stop, speech)
        if name:
            yield Voice((name,), v, stop, v - 1, "local" if LOCAL.search(match.group()) else "all")


def _possessed(sentence: Sentence, speech: Speech) -> Iterator[Voice]:
    """Yield those whose own count is named: "the governments' estimates of", "the ministry's figures"."""
    for k, token in enumerate(sentence.tokens):
        if token.low in COUNTS and k >= 2 and sentence.low(k - 1) in ("'s", "’s", "'", "’"):
            end = k - 1
            start = left_phrase(sentence, end)
            name = _actor(sentence, start, end, speech)
            if name:
                yield Voice((name,), start, k, k, "all" if sentence.low(start - 1) == "by" else "clause")


def cited(sentence: Sentence, speech: Speech) -> tuple[str, int] | None:
    """Return who is cited in the sentence by one who passes it on ("citing figures provided by X"), with the token where the phrase begins."""
    for match in speech.citing.finditer(sentence.text, sentence.start, sentence.end):
        v = next((k for k, t in enumerate(sentence.tokens) if t.start >= match.end()), None)
        if v is None or sentence.tokens[v].low == "by":
            continue
        stop = right_phrase(sentence, v)
        name = _actor(sentence, v, stop, speech)
        if name:
            return name, v
    return None


def voices(sentence: Sentence, speech: Speech) -> list[Voice]:
    """Return the voices of a sentence in order."""
    out = [*_phrases(sentence, speech), *_possessed(sentence, speech)]
    for v, token in enumerate(sentence.tokens):
        if token.low in speech.verbs:
            lemma = _verbal(sentence, v, speech)
            voice = _spoken(sentence, v, lemma, speech) if lemma else None
            if lemma and voice is None and sentence.low(_verb_group(sentence, v) - 1) in ("and", "but"):
                voice = next((replace(w, verb=v) for w in reversed(out) if w.reach == "right" and w.verb < v), None)
            if voice is not None:
                out.append(voice)
    out.sort(key=lambda voice: voice.verb)
    return out
