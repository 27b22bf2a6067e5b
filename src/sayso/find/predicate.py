"""The verb or state that a phrase of people is the subject of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from sayso.find.sentence import Sentence, Token
from sayso.languages import Sense, words

REACH = 22
BE = frozenset("is are was were be been being am 're got get gets".split())
HAVE = frozenset("have has had having 've".split())
MODAL = frozenset("will would can could may might shall should must do does did to".split())
RELATIVE = frozenset(["who", "that", "which", "whose"])
STATE_VERBS = frozenset("left leaving leave leaves remain remains remained remaining stay stayed go went gone reported listed found declared confirmed presumed feared pronounced making made become became still lay lie lying".split())
TIMES = frozenset("last this next earlier later late early today yesterday tonight overnight monday tuesday wednesday thursday friday saturday sunday so this in near".split())
WATCHERS = frozenset(["police", "intelligence", "security", "counterterrorism", "terror", "terrorism", "extremist", "extremism", "extremists"])
FLEEING = frozenset(["civilians", "residents", "villagers", "families", "inhabitants", "locals", "people"])
HOMES = frozenset(["home", "homes", "houses", "villages", "village"])


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said after the people: the sense, how it is said (passive, verb, state, clause), and where."""

    sense: Sense | None
    how: str
    at: int


@dataclass(slots=True)
class _Walk:
    """The state of a walk to the right of a phrase."""

    sentence: Sentence
    at: int
    language: str
    aux: str = ""
    moved: bool = False
    relative: bool = False
    preposition: bool = False
    listing: bool = False
    kept: list[Predicate] = field(default_factory=list)


@cache
def _leading(language: str) -> frozenset[str]:
    return frozenset(words(language, "status")["leading"])


@cache
def _fight(language: str) -> frozenset[str]:
    return frozenset(words(language, "geography")["fight"])


def predicate(sentence: Sentence, j: int, language: str = "en") -> Predicate | None:
    """Return the first verb or state that the people before token j are the subject of; a main verb wins over a relative clause."""
    walk = _Walk(sentence, j, language)
    stop = min(len(sentence.tokens), j + REACH)
    while walk.at < stop:
        outcome = _step(walk)
        if outcome is False:
            break
        if isinstance(outcome, Predicate):
            if outcome.how != "clause":
                return outcome if outcome.sense else _best(walk)
            walk.kept.append(outcome)
            walk.relative, walk.aux = False, ""
        walk.at += 1
    return _best(walk)


def _best(walk: _Walk) -> Predicate | None:
    return next((p for p in walk.kept if p.sense), None)


def _step(walk: _Walk) -> Predicate | bool:
    """Take one token: a predicate, True to go on, False to stop."""
    token = walk.sentence.tokens[walk.at]
    if token.raw in ",(—–-[":
        return _aside(walk, token)
    if token.raw in ";:.!?)]" or token.low in ("but", "while", "whereas", "because", "although", "though"):
        return False
    if token.number:
        return walk.listing or walk.sentence.low(walk.at - 1) in ("and", "or", "of", "in", "on", "from", "for") or token.raw.isdigit() and walk.sentence.tokens[walk.at - 1].capital
    found = _sense(walk, token)
    if found is not None:
        return found
    return _function(walk, token)


def _function(walk: _Walk, token: Token) -> Predicate | bool:
    low, kind = token.low, token.word.function
    if low in RELATIVE:
        walk.relative, walk.preposition, walk.aux = True, False, ""
        return True
    if low in BE or low in HAVE or low in MODAL:
        if low == "to" and not walk.aux and not walk.moved:
            walk.preposition = True
        walk.aux, walk.moved = low, walk.moved or low != "to"
        walk.preposition = walk.preposition and low == "to"
        return True
    if low in ("where", "when", "after", "before", "since") and not walk.relative and (low in ("where", "when") or walk.moved):
        return False
    if low in ("among", "including"):
        walk.listing = True
    if kind == "prepositions":
        if walk.aux and not walk.relative and walk.aux not in ("to",):
            return True
        walk.preposition = True
        return True
    if kind == "pronouns":
        return walk.sentence.low(walk.at - 1) in ("among", "of", "with")
    if low in _leading(walk.language) or low in STATE_VERBS:
        walk.moved = True
        return True
    if low.endswith("ed") and kind == "" and token.word.noun is None and not walk.preposition and not walk.relative and len(low) > 4:
        # A verb that says nothing of our kinds: what follows is about something else.
        return walk.aux in ("been", "to") or walk.sentence.low(walk.at + 1) in ("and", "as") or bool(walk.aux in BE and walk.sentence.low(walk.at + 1) == "to")
    return True


def _aside(walk: _Walk, token: Token) -> bool:
    """Jump over what stands between commas, dashes or brackets, if it closes soon; else stop."""
    tokens = walk.sentence.tokens
    closer = {"(": ")", "[": "]"}.get(token.raw, token.raw)
    for k in range(walk.at + 1, min(len(tokens), walk.at + 16)):
        if tokens[k].raw == closer:
            following = tokens[k + 1] if k + 1 < len(tokens) else None
            inner = tokens[walk.at + 1]
            if token.raw == "," and (following is None or following.number or inner.number or following.word.function in ("determiners", "pronouns")):
                break
            walk.at = k
            return True
    if token.raw == "," and walk.at + 1 < len(tokens):
        inner = tokens[walk.at + 1]
        if inner.word.noun is not None and inner.word.noun.plural:
            return True
        if inner.low == "who" or inner.low == "whose" or inner.low in ("all", "most", "many", "both"):
            return True
        if inner.word.senses and not inner.word.noun and walk.at + 2 < len(tokens) and any(s.form == "past" for s in inner.word.senses) and not walk.kept:
            return True
    return False


def _sense(walk: _Walk, token: Token) -> Predicate | None:
    """Return the predicate that the words at the walk's place make, or None where they make none."""
    led = _toward(walk, token) or _being(walk, token)
    if led:
        return led
    for sense, end in walk.sentence.senses(walk.at):
        if sense.lemma == "try" and walk.sentence.low(end) == "to" or sense.category == "other" and sense.form == "past" and walk.aux in BE and walk.sentence.low(end) == "as":
            continue
        how = _how(walk, token, sense, end)
        if how:
            used: Sense | None = sense
            if how == "agent":
                return Predicate(None, "clause" if walk.relative else "agent", walk.at)
            if sense.lemma == "monitor":
                used = watched(walk.sentence, sense)
            elif sense.lemma == "escape" and any(t.low in FLEEING for t in walk.sentence.tokens[max(0, walk.at - 6) : walk.at]):
                used = Sense("displaced", "subject", sense.form, sense.lemma)
            elif sense.voice == "travelled":
                used = _travel(walk, sense, end)
            elif sense.voice == "fought":
                used = Sense("active" if sense.form == "gerund" else "joined", "fought", sense.form, sense.lemma)
            return Predicate(used, "clause" if walk.relative else how, walk.at)
    return None


def _toward(walk: _Walk, token: Token) -> Predicate | None:
    """Read a verb of moving by where it leads: rushed to a hospital, appeared in a court."""
    for category, lists in words(walk.language, "status")["toward"].items():
        if token.low in lists["verbs"] and any(walk.sentence.low(k) in lists["to"] for k in range(walk.at + 1, walk.at + 8)):
            return Predicate(Sense(category, "subject", "past", token.low), "clause" if walk.relative else "verb", walk.at)
    return None


def _being(walk: _Walk, token: Token) -> Predicate | None:
    """Read a noun in the predicate: "are believed to be captives"."""
    noun = token.word.noun
    if walk.aux not in BE or noun is None or noun.category in (None, "active", "joined", "injured") or not (noun.plural or walk.relative) or walk.preposition:
        return None
    return Predicate(Sense(str(noun.category), "state", "", noun.lemma), "clause" if walk.relative else "state", walk.at)


def watched(sentence: Sentence, sense: Sense) -> Sense:
    """Return the sense of monitoring: suspects where police or intelligence watch, else people in quarantine."""
    if any(t.low in WATCHERS for t in sentence.tokens):
        return Sense("suspected", sense.voice, sense.form, sense.lemma)
    return sense


def _how(walk: _Walk, token: Token, sense: Sense, end: int) -> str:
    """Return how the sense is predicated here: passive, verb or state; agent where the people do it to others; empty where not at all."""
    if sense.voice == "nominal":
        return ""
    if sense.voice == "state":
        return _state(walk, token, end)
    if sense.voice == "object":
        return _object(walk, sense, end)
    if sense.form == "gerund":
        return "verb" if walk.aux in BE or not (walk.preposition or walk.aux) else ""
    if sense.form == "base":
        if walk.preposition and walk.aux in ("", "to"):
            return ""
        if token.word.noun and not walk.aux:
            return ""
        return "verb"
    if walk.aux in BE and sense.lemma not in ("go", "return", "disappear", "flee"):
        return ""
    return "verb"


def _object(walk: _Walk, sense: Sense, end: int) -> str:
    if sense.form == "gerund":
        return "agent" if walk.aux in BE else ""
    if sense.form == "base":
        return "agent" if walk.aux in MODAL and walk.aux != "to" else ""
    if walk.aux in BE:
        return "passive"
    if walk.aux in HAVE:
        return "agent"
    if walk.aux == "to":
        return ""
    if _object_follows(walk.sentence, end):
        return "" if walk.preposition else "agent"
    if walk.preposition and (walk.moved or (end < len(walk.sentence.tokens) and _is_noun(walk.sentence.tokens[end]))):
        return ""
    return "passive"


def _object_follows(sentence: Sentence, k: int) -> bool:
    """Tell whether an object follows the verb, so that the people before it are those who act."""
    if k >= len(sentence.tokens):
        return False
    token = sentence.tokens[k]
    if token.low in ("the", "a", "an", "his", "her", "their", "its", "him", "them", "it", "more", "at", "up", "some", "another") and not (token.low == "at" and sentence.low(k + 1) != "least"):
        return token.low not in ("more", "up", "some") or bool(sentence.tokens[min(k + 2, len(sentence.tokens) - 1)].number)
    if token.word.never or (token.low.endswith("s") and token.raw[0].islower() and not token.word.function and not token.word.senses and len(token.low) > 3):
        return True
    return bool(token.number) or (bool(token.word.noun) and token.word.noun is not None and token.word.noun.plural and not token.word.function)


def _state(walk: _Walk, token: Token, end: int) -> str:
    beside = walk.aux in BE or walk.moved or not walk.preposition
    if not beside or token.word.function == "adverbs":
        return ""
    nothing_follows = end >= len(walk.sentence.tokens) or not _is_noun(walk.sentence.tokens[end])
    return "state" if nothing_follows else ""


def _is_noun(token: Token) -> bool:
    return token.number is None and token.raw[0].isalpha() and token.low not in TIMES and not token.word.function and not token.low.endswith(("ly", "ed")) and not token.word.senses


def _travel(walk: _Walk, sense: Sense, end: int) -> Sense | None:
    """Read a verb of leaving: from their homes is displaced, towards a fight is joined, else nothing of note."""
    tokens = walk.sentence.tokens
    if any(t.low in HOMES for t in tokens[end : end + 4]):
        return Sense("displaced" if sense.lemma not in ("go", "come", "arrive", "return") else "returned", "travelled", sense.form, sense.lemma)
    if any(t.low in _fight(walk.language) for t in tokens):
        return Sense("joined", "travelled", sense.form, sense.lemma)
    return Sense("other", "travelled", sense.form, sense.lemma)
