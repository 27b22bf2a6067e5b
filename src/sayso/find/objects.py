"""What a verb or noun before a phrase of people says of them: "killing | 12", "the deaths of | 12"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.find.meaning import meaning
from sayso.find.said import MIDDLE, STRONG, Status
from sayso.find.senses import fighting, led, pending
from sayso.find.sentence import Sentence
from sayso.languages import Sense, grammar, words

JOINING = grammar("joining")
BE = grammar("be")
HAVE = frozenset(["have", "has", "had"])
FORCE_REACH = 5
TIMES = grammar("time_spans")
INTENDED = grammar("intended")
QUOTES = frozenset("\"'“”‘’")
LOST = grammar("lost")
AID = grammar("aid")
CAPACITY = grammar("capacity")
HOMES = grammar("homes")
DESTROYING = grammar("destroying")
SENTENCES = grammar("sentences")
LABEL_REACH = 5
EXPERTS = grammar("experts")
COUNTED_UP = grammar("counted_up")
AID_REACH = 9
THEM_REACH = 14
NOT_VERBS = frozenset(["determiners", "prepositions"])
TOWARD_REACH = 14
JOINED_REACH = 10
PENDING_REACH = 14


def _ending_at(sentence: Sentence, end: int, reach: int = 3) -> Iterator[tuple[int, Sense]]:
    """Yield the senses of words or phrases that end just before a token; a quotation mark between is passed over."""
    while end > 1 and sentence.tokens[end - 1].raw in QUOTES:
        end -= 1
    for k in range(max(0, end - reach), end):  # the longest first: "fatally shot" before "shot"
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
    if sentence.low(start - 1) in HAVE and _force(sentence, i, language):
        return Status("active", "force that somebody has", MIDDLE, start - 1)
    for end in range(start, i + 1):
        for k, sense in _ending_at(sentence, end):
            if not _governs(sentence, k, sense):
                continue
            if sense.form == "base" and sentence.low(k - 1) in INTENDED and _not_yet(sentence, k, language):
                category = {"released": "detained", "other": "other", "active": "active"}.get(sense.category, "affected")
                return Status(category, f"not yet {sense.lemma}", STRONG, k)
            category = _sent(sentence, k, sense, language)
            if category:
                return Status(category, f"object of {sense.lemma}", STRONG, k)
    return None


def _force(sentence: Sentence, i: int, language: str) -> bool:
    """Tell whether the people of a number are of a force, in what the verb has as its object: "has | 9,800 soldiers in the country"."""
    serving = words(language, "geography")["serving"]
    for k in range(i + 1, min(len(sentence.tokens), i + FORCE_REACH)):
        noun = sentence.noun(k)
        if noun is not None and noun.people:
            return noun.lemma in serving and not any(
                s.form == "past" for s in (sentence.tokens[k + 1].word.senses if k + 1 < len(sentence.tokens) else ())
            )
    return False


def _governs(sentence: Sentence, k: int, sense: Sense) -> bool:
    """Tell whether the verb at k is active and no part of a name."""
    name = sentence.tokens[k].capital and k > 0 and not (sentence.capitals or sentence.titled)
    if sense.form == "base" and k and sentence.tokens[k - 1].word.function in NOT_VERBS and sentence.low(k - 1) != "to":
        return False
    return sense.voice == "object" and not name and not (sense.form == "past" and _passive_before(sentence, k))


def _sent(sentence: Sentence, k: int, sense: Sense, language: str) -> str:
    """Return the category of an object, for verbs that depend on what else is said; empty where the verb says nothing of it."""
    here = meaning(sentence, k, sense.lemma, language)
    if here:
        return here
    if sense.lemma == "claim":
        return "killed" if any(t.low in ("victims", "victim", "lives", "life") for t in sentence.tokens[k : k + 8]) else ""
    if sense.lemma in ("reach", "hit", "strike") and any(t.low in COUNTED_UP for t in sentence.tokens[:k]):
        return ""
    if sense.lemma == "lose":
        serving = words(language, "geography")["serving"]
        nouns = [sentence.noun(n) for n in range(k, min(k + 8, len(sentence.tokens)))]
        return "killed" if any(n is not None and (n.lemma in LOST or n.lemma in serving) for n in nouns) else "other"
    if sense.lemma in ("send", "dispatch"):
        lists = words(language, "geography")
        if any(t.word.noun is not None and t.word.noun.lemma in lists["serving"] for t in sentence.tokens):
            return sense.category
        if fighting(sentence, language):
            return "joined"
        return "active" if any(n is not None and n.lemma in EXPERTS for n in map(sentence.noun, range(k + 1, k + 9))) else "other"
    return sense.category


def _led(sentence: Sentence, start: int, i: int, language: str) -> Status | None:
    """Return what a verb of taking just before the phrase says by where it leads: "took | three men to a hospital"."""
    verb = sentence.low(start - 1)
    category = led(sentence, verb, range(i + 1, i + TOWARD_REACH), language)
    return Status(category, f"led away: {verb}", STRONG, start - 1) if category else None


def as_nominal(sentence: Sentence, start: int, language: str) -> Status | None:
    """Return the status that a noun of action gives: "the deaths of | 12 people"."""
    if sentence.low(start - 1) == "to" and sentence.low(start - 2) in ("injuries", "injury", "wounds"):
        return Status("injured", "injuries to", STRONG, start - 2)
    if sentence.low(start - 1) == "to" and sentence.low(start - 2) in SENTENCES:
        return Status("prosecuted", "sentences to", STRONG, start - 2)
    if sentence.low(start - 1) == ":" and 1 < start < LABEL_REACH:
        return _labelled(sentence, start)
    if sentence.low(start - 1) not in ("of", "for", "among"):
        return None
    if sentence.low(start - 1) == "for" and sentence.low(start - 2) in CAPACITY:
        return Status("other", "capacity", STRONG, start - 2)
    if sentence.low(start - 1) == "of" and sentence.low(start - 2) in HOMES and any(t.low in DESTROYING for t in sentence.tokens):
        return Status("affected", "homes destroyed", STRONG, start - 2)
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


def _labelled(sentence: Sentence, start: int) -> Status | None:
    """Return what a label of one word says of the people behind its colon: "Displacement: | 4,500 people"."""
    token = sentence.tokens[start - 2]
    senses = (s for s in token.word.senses if s.category != "other" and (s.voice in ("nominal", "state") or s.form == "past"))
    sense = next(senses, None)
    alone = start == 2 or not sentence.tokens[start - 3].raw[0].isalnum()
    return Status(sense.category, f"label {sense.lemma}", STRONG, start - 2) if sense and alone else None


def as_recipient(sentence: Sentence, start: int) -> Status | None:
    """Return affected where something is handed out to the people, or cut: "rations to | 90,000 people"."""
    if sentence.low(start - 1) not in ("to", "for", "among"):
        return None
    given = any(t.low in AID for t in sentence.tokens[max(0, start - AID_REACH) : start - 1])
    return Status("affected", "given aid", MIDDLE, start - 1) if given else None


def taken_up(sentence: Sentence, end: int) -> Status | None:
    """Return what a later verb does to them, where nothing else is said: "dragged nine men off a bus and shot | them"."""
    for k in range(end, min(len(sentence.tokens) - 1, end + THEM_REACH)):
        if sentence.tokens[k].raw in ";:":
            return None
        if sentence.low(k + 1) == "them":
            sense = next((s for s in sentence.tokens[k].word.senses if s.voice == "object" and s.form), None)
            return Status(sense.category, f"{sense.lemma} them", MIDDLE, k) if sense and sense.category != "other" else None
    return None


def _not_yet(sentence: Sentence, k: int, language: str) -> bool:
    """Tell whether a release is only agreed, sought or asked for."""
    return any(t.low in pending(language) for t in sentence.tokens[max(0, k - PENDING_REACH) : k]) and not any(
        t.low in ("led", "after", "following", "since") for t in sentence.tokens[max(0, k - 4) : k]
    )


def coordinated(sentence: Sentence, start: int, language: str) -> Status | None:
    """Return the status of a verb whose first object has no number: "killed a woman and | two children"."""
    if sentence.low(start - 1) not in JOINING:
        return None
    for k in range(start - 2, max(-1, start - JOINED_REACH), -1):
        token = sentence.tokens[k]
        if (
            (token.number and not sentence.tokens[k + 1].word.never)
            or token.raw in ";:."
            or token.word.function in ("auxiliaries", "pronouns")
        ):
            return None
        for sense, _ in sentence.senses(k):
            plain = not token.word.noun or (sense.form == "gerund" and sentence.tokens[k - 1].word.function != "determiners")
            if sense.voice == "object" and sense.form and plain:
                category = _sent(sentence, k, sense, language)
                return None if _passive_before(sentence, k) else Status(category, f"joined object of {sense.lemma}", STRONG, k)
    return None
