"""Which words are verbs of saying in the active voice, and which only look like them."""

from __future__ import annotations

from sayso.find.actors import left_phrase
from sayso.find.sentence import Sentence, Token
from sayso.find.speech import Speech
from sayso.languages import grammar

BE = grammar("be")
PLURAL = grammar("plural")
OPENERS = grammar("complement")
NOUN_FOLLOWERS = grammar("noun_followers")
RECEIVED = grammar("received")
LISTED = grammar("listed")
HAVE = grammar("have")
SET_AT = grammar("reset") | {"number"}
PARTICIPLES = grammar("spoken_participles")
SAME = grammar("same_past")
CHANNELS = grammar("channels")
TENSED = grammar("tensed")


def verbal(sentence: Sentence, v: int, speech: Speech) -> str | None:
    """Return the lemma if token v is a finite verb of saying in the active voice."""
    token = sentence.tokens[v]
    lemma = speech.verbs.get(token.low)
    if lemma is None or (token.capital and not sentence.capitals) or (token.low.endswith("ing") and token.low != "saying"):
        return None
    before, after = sentence.low(v - 1), sentence.low(v + 1)
    if (
        before in ("to", "not")
        or (after == "by" and sentence.low(v + 2) not in CHANNELS)
        or sentence.low(v + 1) in TENSED
        or after in speech.not_followed
        or (v == 0 and not token.low.endswith("ed"))
    ):
        return None
    if (token.low in speech.texts or token.word.noun is not None) and _noun(sentence, v):
        return None
    return None if _passive(sentence, v, lemma) or _means_else(sentence, v, lemma) else lemma


def _noun(sentence: Sentence, v: int) -> bool:
    """Tell whether a word that may be a noun is one here: "the reports of", "claims by"."""
    token, after = sentence.tokens[v], sentence.low(v + 1)
    if v == 0 or after in NOUN_FOLLOWERS:
        return True
    previous, following = sentence.tokens[v - 1], sentence.tokens[v + 1]
    if previous.word.function in ("determiners", "prepositions", "conjunctions"):
        return True
    if not previous.raw[0].isalnum():
        return not (previous.raw == "," and (following.number is not None or after in ("that", "the")))
    return token.low.endswith("s") and after not in OPENERS and following.number is None and not following.capital


def _passive(sentence: Sentence, v: int, lemma: str) -> bool:
    """Tell whether a form of be stands before the verb, or its subject does not fit a plural."""
    k = v - 1
    while k >= 0 and sentence.tokens[k].word.function == "adverbs":
        k -= 1
    low = sentence.low(k)
    if low in BE or (sentence.low(v) in PARTICIPLES and low not in HAVE):
        return True
    # "put" is its own past; behind a comma the subject stands before an aside
    if sentence.low(v) != lemma or lemma in SAME or (low == "," and sentence.low(v + 1) != ","):
        return False
    return not any(_plural(t) for t in sentence.tokens[left_phrase(sentence, k + 1) : k + 1])


def _plural(token: Token) -> bool:
    """Tell whether a word of a subject is plural."""
    noun = token.word.noun
    return (token.low.endswith("s") and token.raw[0].isalnum()) or token.low in PLURAL or (noun is not None and noun.plural)


def _means_else(sentence: Sentence, v: int, lemma: str) -> bool:
    """Tell whether the verb says something else here: "claimed 12 lives", "spoke to", "reported missing"."""
    after = sentence.low(v + 1)
    if lemma in ("speak", "talk"):
        return after != "of"
    if lemma == "point":
        return after != "out"
    if lemma == "set":
        return not any(t.low in SET_AT for t in sentence.tokens[v + 1 : v + 4])
    if lemma == "claim":
        return any(t.low in ("life", "lives") for t in sentence.tokens[v + 1 : v + 6])
    return sentence.low(v).endswith("ed") and after in RECEIVED and lemma in LISTED


def closes(sentence: Sentence, v: int) -> bool:
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
