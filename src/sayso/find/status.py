"""What is said of counted people: the verb, state or noun that gives their category."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.find.counted import Counted
from sayso.find.predicate import Predicate, predicate, watched
from sayso.find.sentence import Sentence
from sayso.languages import Sense, words

STRONG, MIDDLE, WEAK, NONE = 3, 2, 1, 0
LEFT_SKIP = frozenset(
    "a an the at least more than nearly about some another further additional estimated many over around roughly approximately other these those all both almost "
    "his her their its perhaps fewer less no not only just close above below exceeding most maximum minimum upwards excess up extra combined between among those first last initial".split()
)
JOINING = frozenset(["and", "or", ",", "including", "plus", "both", "with", "nor", "&"])
BE = frozenset("is are was were be been being am 're".split())
PRE_CATEGORIES = frozenset(["killed", "injured", "detained", "released", "prosecuted", "suspected", "missing", "displaced", "affected", "returned", "repatriated"])
TOLL_REACH = 9
TOWARD_REACH = 14
TIMES = frozenset("a week weeks month months day days year years ago last this earlier on monday tuesday wednesday thursday friday saturday sunday yesterday the past hours hour".split())


@dataclass(frozen=True, slots=True)
class Status:
    """A category with the rule that gave it, how strong the evidence is, and the token that triggered it."""

    category: str | None
    rule: str
    strength: int = NONE
    trigger: int = -1


@cache
def _weak(language: str) -> frozenset[str]:
    return frozenset(words(language, "status")["weak"])


@cache
def _pending(language: str) -> frozenset[str]:
    return frozenset(words(language, "status")["pending"])


def phrase_start(sentence: Sentence, i: int) -> int:
    """Return the index where the phrase of the number at i begins, with its articles and bounds."""
    k = i
    while k > 0:
        low = sentence.low(k - 1)
        if low in LEFT_SKIP or (low == "of" and sentence.low(k - 2) in ("total", "excess", "upwards", "maximum", "minimum", "estimate", "estimates", "average")):
            k -= 1
        elif low in ("total", "estimate", "estimates", "average") and sentence.low(k) == "of" or (low == "to" and sentence.low(k - 2) in ("up", "close")):
            k -= 1
        elif (low == "in" and sentence.low(k) == "excess") or (low == "well" and sentence.low(k) in ("over", "above", "under")):
            k -= 1
        elif low == "as" and sentence.low(k - 2) in ("many", "much", "few", "little") and sentence.low(k - 3) == "as":
            k -= 3
        else:
            break
    return k


def _ending_at(sentence: Sentence, end: int, reach: int = 3) -> Iterator[tuple[int, Sense]]:
    """Yield the senses of words or phrases that end just before a token."""
    for k in range(end - 1, max(-1, end - 1 - reach), -1):
        for sense, stop in sentence.senses(k):
            if stop == end:
                yield k, sense


def _passive_before(sentence: Sentence, k: int) -> bool:
    """Tell whether the verb at k stands in the passive: a form of be before it, adverbs apart."""
    k -= 1
    while k >= 0 and sentence.tokens[k].word.function == "adverbs":
        k -= 1
    return sentence.low(k) in BE


def as_object(sentence: Sentence, start: int, i: int, language: str) -> Status | None:
    """Return the status that a verb just before the phrase gives to its object: "killing | 12 people"."""
    led = _led(sentence, start, i, language)
    if led:
        return led
    for end in range(start, i + 1):
        for k, sense in _ending_at(sentence, end):
            if sense.voice != "object" or (sense.form == "past" and _passive_before(sentence, k)) or sentence.tokens[k].capital and k and not (sentence.capitals or sentence.titled):
                continue
            if sense.form == "base" and sentence.low(k - 1) in ("to", "will", "would", "could", "may", "might") and _not_yet(sentence, k, language):
                return Status("detained" if sense.category == "released" else "affected", f"not yet {sense.lemma}", STRONG, k)
            category = _sent(sentence, sense, language)
            return Status(category, f"object of {sense.lemma}", STRONG, k)
    return None


def _sent(sentence: Sentence, sense: Sense, language: str) -> str:
    """Return the category of an object, for verbs that depend on what else is said: sent to a war, monitored by police."""
    if sense.lemma == "monitor":
        return watched(sentence, sense).category
    if sense.lemma in ("send", "dispatch"):
        lists = words(language, "geography")
        if any(t.word.noun is not None and t.word.noun.lemma in lists["serving"] for t in sentence.tokens):
            return sense.category
        return "joined" if any(t.low in lists["fight"] for t in sentence.tokens) else "other"
    return sense.category


def _among(sentence: Sentence, start: int) -> Status | None:
    """Return what an opening says: "Among the dead were | two guards"."""
    if sentence.low(start - 1) not in ("were", "was", "are", "is"):
        return None
    for k in range(max(0, start - 6), start - 1):
        if sentence.low(k) == "among" and sentence.low(k + 1) in ("the", "those"):
            state = next((s for n in (k + 2, k + 3) if n < start for s in sentence.tokens[n].word.senses if s.category in PRE_CATEGORIES), None)
            return Status(state.category, f"among the {state.lemma}", STRONG, k) if state else None
    return None


def _led(sentence: Sentence, start: int, i: int, language: str) -> Status | None:
    """Return what a verb of taking just before the phrase says by where it leads: "took | three men to a hospital"."""
    verb = sentence.low(start - 1)
    for category, lists in words(language, "status")["toward"].items():
        if verb in lists["verbs"] and any(sentence.low(k) in lists["to"] for k in range(i + 1, i + TOWARD_REACH)):
            return Status(category, f"led away: {verb}", STRONG, start - 1)
    return None


def as_nominal(sentence: Sentence, start: int, language: str) -> Status | None:
    """Return the status that a noun of action gives: "the deaths of | 12 people"."""
    if sentence.low(start - 1) not in ("of", "for", "among"):
        return None
    end = start - 1
    while end > start - 7 and (sentence.low(end - 1) in TIMES or (end > 0 and sentence.tokens[end - 1].number)):
        end -= 1
    for k, sense in _ending_at(sentence, end):
        if sense.voice == "nominal" and sense.category != "other" and (sentence.low(start - 1) == "of" or sense.category == "suspected"):
            category = sense.category
            if category in ("released", "returned") and _not_yet(sentence, k, language):
                category = "detained"
            return Status(category, f"noun of action {sense.lemma}", STRONG, k)
    noun = sentence.tokens[start - 2].word.noun if start >= 2 and sentence.low(start - 1) == "of" else None
    if noun is not None and noun.category == "killed":
        return Status("killed", f"noun of action {noun.lemma}", MIDDLE, start - 2)
    return None


def _not_yet(sentence: Sentence, k: int, language: str) -> bool:
    """Tell whether a release is only agreed, sought or asked for."""
    return any(t.low in _pending(language) for t in sentence.tokens[max(0, k - 14) : k]) and not any(t.low in ("led", "after", "following", "since") for t in sentence.tokens[max(0, k - 4) : k])


def coordinated(sentence: Sentence, start: int) -> Status | None:
    """Return the status of a verb whose first object has no number: "killed a woman and | two children"."""
    if sentence.low(start - 1) not in JOINING:
        return None
    for k in range(start - 2, max(-1, start - 10), -1):
        token = sentence.tokens[k]
        if token.number or token.raw in ";:." or token.word.function in ("auxiliaries", "pronouns"):
            return None
        for sense, _ in sentence.senses(k):
            if sense.voice == "object" and sense.form and not token.word.noun:
                return None if _passive_before(sentence, k) else Status(sense.category, f"joined object of {sense.lemma}", STRONG, k)
    return None


def premodified(sentence: Sentence, i: int, found: Counted) -> Status | None:
    """Return the status that a word inside the phrase gives: "12 | wounded soldiers"."""
    for k in range(i + 1, max(found.head, i)):
        for sense, _ in sentence.senses(k):
            if sense.category in PRE_CATEGORIES and (sense.voice == "state" or sense.form == "past"):
                return Status(sense.category, f"described as {sense.lemma}", MIDDLE, k)
    return None


def of_noun(sentence: Sentence, found: Counted, language: str = "en") -> Status | None:
    """Return the status that the counted noun itself carries: "12 hostages"."""
    if found.noun is None:
        return None
    if found.noun.lemma == "victim":
        kind = words(language, "people")["victims"].get(sentence.low(found.head - 1))
        return Status(kind, "kind of victim", MIDDLE, found.head) if kind else None
    if found.noun.category is None:
        state = next((s for s in sentence.tokens[found.head].word.senses if s.voice == "state" and s.category in PRE_CATEGORIES), None)
        return Status(state.category, f"counted as {state.lemma}", STRONG, found.head) if state and found.noun.collective else None
    return Status(found.noun.category, f"noun {found.noun.lemma}", WEAK if found.noun.category in ("active", "joined", "suspected") else MIDDLE, found.head)


def _toll(sentence: Sentence, start: int) -> Status | None:
    """Return killed where the number is a toll: "brought the death toll to | 61"."""
    for k in range(start - 1, max(-1, start - TOLL_REACH), -1):
        low = sentence.low(k)
        if low == "toll" or (low in ("deaths", "death") and sentence.low(k + 1) in ("count", "tally")):
            return Status("killed", "death toll", STRONG, k)
    return None


def _partitive(sentence: Sentence, start: int) -> bool:
    """Tell whether the number is the whole of a part before it ("400 of | the 3,417"): the verb speaks of the part."""
    return sentence.low(start - 1) == "of" and start >= 2 and ((first := sentence.tokens[start - 2].number) is not None and first.high != 1 or sentence.low(start - 2) in ("group", "more") and any(t.number for t in sentence.tokens[max(0, start - 6) : start]))


def _predicated(found: Predicate | None, language: str) -> Status | None:
    if found is None or found.sense is None:
        return None
    weak = found.sense.category in _weak(language)
    return Status(found.sense.category, f"{found.how} {found.sense.lemma}", WEAK - 1 if weak else STRONG, found.at)


def status(sentence: Sentence, i: int, found: Counted, language: str = "en") -> Status:
    """Return the status of the people that the number token i counts, by the strongest rule that applies."""
    start = phrase_start(sentence, i)
    verb = predicate(sentence, found.end, language) if not _partitive(sentence, start) else None
    after = _predicated(verb, language)
    direct = _among(sentence, start) or as_object(sentence, start, i, language) or as_nominal(sentence, start, language)
    if direct and after and after.strength == STRONG and verb is not None and verb.how == "state" and (direct.category in ("other", "active", "joined", "affected") or direct.rule.endswith((" hold", " find", " keep"))):
        return after
    pre = premodified(sentence, i, found)
    own = of_noun(sentence, found, language)
    if own and found.kind == "state":
        return own
    if pre and own and own.category == "killed":
        pre = None
    for option in (direct, after if after and after.strength == STRONG else None, _toll(sentence, start), coordinated(sentence, start) if found.people else None, pre, own, after):
        if option and option.category:
            return _settled(option, own, pre)
    return Status(None, "nothing said", NONE)


def _settled(option: Status, own: Status | None, pre: Status | None) -> Status:
    """Let a telling noun overrule a verb that says little: hostages who are held to be "included" stay detained."""
    if option.category in ("other", "affected", "active") and option.strength == STRONG:
        for better in (pre, own):
            if better and better.strength == MIDDLE and better is not option:
                return better
    return option
