"""How a verb, state or noun that a walk meets is said of the people before it."""

from __future__ import annotations

from functools import cache

from sayso.find.meaning import acting, meaning
from sayso.find.sentence import Sentence, Token
from sayso.find.walk import Predicate, Walk
from sayso.languages import Sense, grammar, words

BE = grammar("be_or_get")
HAVE = grammar("have")
MODAL = grammar("modal")
TIMES = grammar("time_words")
FLEEING = grammar("fleeing")
HOMES = grammar("homes")
OBJECTS = grammar("objects")
REMAINING = frozenset(["remain", "remains", "remained", "became", "become"])
FLED_REACH = 6
TOWARD_REACH = 8
STATIVE = frozenset(["go", "return", "disappear", "flee"])
COMING = frozenset(["go", "come", "arrive", "return"])
WEAK_NOUNS = frozenset([None, "active", "joined", "injured"])


@cache
def pending(language: str) -> frozenset[str]:
    """Return the words by which a release or return is only agreed, sought or asked for."""
    return frozenset(words(language, "status")["pending"])


@cache
def _leads(language: str) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return the verbs that mean something by where they lead, each with its goals and what they make of the people."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for name, lists in words(language, "status")["toward"].items():
        for verb in lists["verbs"]:
            found.setdefault(verb, []).append((lists.get("category", name), frozenset(lists["to"])))
    return found


@cache
def _fight(language: str) -> frozenset[str]:
    return frozenset(words(language, "geography")["fight"])


def fighting(sentence: Sentence, language: str) -> bool:
    """Tell whether a fight is spoken of; "is" is the group only in capitals."""
    fight = _fight(language)
    return any(t.low in fight and (t.low != "is" or t.raw == "IS") for t in sentence.tokens)


def predicated(walk: Walk, token: Token) -> Predicate | None:
    """Return the predicate that the words at the walk's place make, or None where they make none."""
    led = _toward(walk, token) or _being(walk, token)
    if led:
        return led
    for sense, end in walk.sentence.senses(walk.at):
        how = "" if _leads_on(walk, sense, end) else _how(walk, token, sense, end)
        if how:
            used = _acting(walk, sense) if how == "agent" else _meant(walk, sense, end)
            return Predicate(used, "clause" if walk.relative else how, walk.at)
    return None


def _acting(walk: Walk, sense: Sense) -> Sense | None:
    """Return what is known of those who act: most often nothing."""
    here = acting(walk.sentence, walk.at, sense.lemma, walk.language)
    return Sense(here, "subject", sense.form, sense.lemma) if here else None


def _leads_on(walk: Walk, sense: Sense, end: int) -> bool:
    """Tell whether the verb only leads to what follows: "tried to march", "registered as having disappeared"."""
    following = walk.sentence.low(end)
    if sense.lemma == "try":
        return following == "to"
    return sense.category == "other" and sense.form == "past" and walk.aux in BE and following == "as"


def _meant(walk: Walk, sense: Sense, end: int) -> Sense:
    """Return the sense that a verb has here: escape, travel, fight and monitor depend on what else is said."""
    here = meaning(walk.sentence, walk.at, sense.lemma, walk.language)
    if here:
        return Sense(here, sense.voice, sense.form, sense.lemma)
    if sense.lemma == "escape" and any(t.low in FLEEING for t in walk.sentence.tokens[max(0, walk.at - FLED_REACH) : walk.at]):
        return Sense("displaced", "subject", sense.form, sense.lemma)
    if sense.voice == "travelled":
        return _travel(walk, sense, end)
    if sense.category == "released" and walk.future and any(t.low in pending(walk.language) for t in walk.sentence.tokens[: walk.at]):
        return Sense("detained", sense.voice, sense.form, sense.lemma)
    if sense.voice == "fought":
        present = sense.form == "gerund" or (sense.form == "base" and not walk.aux)
        return Sense("active" if present else "joined", "fought", sense.form, sense.lemma)
    return sense


def _toward(walk: Walk, token: Token) -> Predicate | None:
    """Read a verb of moving by where it leads: rushed to a hospital, appeared in a court."""
    category = led(walk.sentence, token.low, range(walk.at + 1, walk.at + TOWARD_REACH), walk.language)
    if category is None:
        return None
    return Predicate(Sense(category, "subject", "past", token.low), "clause" if walk.relative else "verb", walk.at)


def led(sentence: Sentence, verb: str, ahead: range, language: str) -> str | None:
    """Return the category that a verb gives by where it leads, if one of its goals stands among the tokens ahead."""
    for category, goals in _leads(language).get(verb, ()):
        if any(sentence.low(k) in goals for k in ahead):
            return category
    return None


def _being(walk: Walk, token: Token) -> Predicate | None:
    """Read a noun in the predicate: "are believed to be captives"."""
    noun = token.word.noun
    being = walk.aux in BE or walk.sentence.low(walk.at - 1) in REMAINING
    if not being or noun is None or noun.category in WEAK_NOUNS or not (noun.plural or walk.relative) or walk.preposition:
        return None
    return Predicate(Sense(str(noun.category), "state", "", noun.lemma), "clause" if walk.relative else "state", walk.at)


def _how(walk: Walk, token: Token, sense: Sense, end: int) -> str:
    """Return how the sense is predicated here: passive, verb or state; agent where the people do it to others; empty where not at all."""
    if sense.voice in ("nominal", "state"):
        return _state(walk, token, end) if sense.voice == "state" else ""
    if sense.voice == "object":
        return "" if _acts_alone(walk, token, sense, end) else _object(walk, sense, end)
    if sense.form == "gerund":
        return "verb" if walk.aux in BE or not (walk.preposition or walk.aux) else ""
    if sense.form == "base":
        noun = token.word.noun is not None and not walk.aux
        return "" if noun or (walk.preposition and walk.aux in ("", "to")) else "verb"
    return "" if walk.aux in BE and sense.lemma not in STATIVE else "verb"


def _acts_alone(walk: Walk, token: Token, sense: Sense, end: int) -> bool:
    """Tell whether the people themselves do what may also be done to them: "are sheltering in", "have evacuated"."""
    twin = any(s.voice == "subject" and s.lemma == sense.lemma and s.form == sense.form for s in token.word.senses)
    active = sense.form in ("gerund", "base") or walk.aux in HAVE
    return twin and active and not _object_follows(walk.sentence, end)


def _object(walk: Walk, sense: Sense, end: int) -> str:
    """Return how a verb with an object is said of the people: passive, agent, or not at all."""
    if sense.form == "gerund":
        return "agent" if walk.aux in BE else ""
    if sense.form == "base":
        return "agent" if walk.aux in MODAL and walk.aux != "to" else ""
    if walk.aux in BE or walk.aux in HAVE:
        return "passive" if walk.aux in BE else "agent"
    if walk.aux == "to":
        return ""
    if _object_follows(walk.sentence, end):
        return "" if walk.preposition else "agent"
    described = end < len(walk.sentence.tokens) and _is_noun(walk.sentence.tokens[end])
    return "" if walk.preposition and (walk.moved or described) else "passive"


def _object_follows(sentence: Sentence, k: int) -> bool:
    """Tell whether an object follows the verb, so that the people before it are those who act."""
    if k >= len(sentence.tokens):
        return False
    token, noun = sentence.tokens[k], sentence.tokens[k].word.noun
    if token.low in OBJECTS or (token.low == "at" and sentence.low(k + 1) == "least"):
        return True
    if token.low in ("more", "up", "some"):
        return sentence.tokens[min(k + 2, len(sentence.tokens) - 1)].number is not None
    return (
        token.number is not None
        or token.word.never
        or _plural_thing(token)
        or (noun is not None and noun.plural and not token.word.function)
    )


def _plural_thing(token: Token) -> bool:
    low = token.low
    return low.endswith("s") and low[0] == token.raw[0] and len(low) > 3 and not token.word.function and not token.word.senses


def _state(walk: Walk, token: Token, end: int) -> str:
    beside = walk.aux in BE or walk.moved or not walk.preposition or end - walk.at > 1
    if not beside or (token.word.function == "adverbs" and end - walk.at == 1):
        return ""
    nothing_follows = end >= len(walk.sentence.tokens) or not _is_noun(walk.sentence.tokens[end])
    return "state" if nothing_follows else ""


def _is_noun(token: Token) -> bool:
    return (
        token.number is None
        and token.raw[0].isalpha()
        and token.low not in TIMES
        and not token.word.function
        and not token.low.endswith(("ly", "ed"))
        and not token.word.senses
    )


def _travel(walk: Walk, sense: Sense, end: int) -> Sense:
    """Read a verb of leaving: from their homes is displaced, towards a fight is joined, else nothing of note."""
    tokens = walk.sentence.tokens
    category = "other"
    if any(t.low in HOMES for t in tokens[end : end + 4]):
        category = "returned" if sense.lemma in COMING else "displaced"
    elif fighting(walk.sentence, walk.language):
        category = "joined"
    return Sense(category, "travelled", sense.form, sense.lemma)
