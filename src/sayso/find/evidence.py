"""Whether a number counts people, and by which rule we know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sayso.find.counted import Counted
from sayso.find.numbers import MOVES, Number
from sayso.find.places import Place
from sayso.find.sentence import Sentence, Token
from sayso.find.status import MIDDLE, NONE, STRONG, Status, phrase_start
from sayso.languages import words

NEAR = 3
COUNTER_REACH = 9
PASSED = frozenset(["auxiliaries", "determiners", "adverbs", "prepositions"])
MODIFIERS = frozenset(["death", "it", "former", "latter", "total", "overall", "exact", "true", "actual", "official", "real", "pre-war", "whole"])
ABSTRACT = frozenset(["number", "numbers", "total", "figure", "count", "estimate", "estimates", "size"])
SPEAKING = frozenset(["spoke", "spoken", "speaks", "speak", "talk", "talked", "talks"])
EXCEEDING = frozenset("exceed exceeds exceeded reach reached reaches surpass surpassed top topped pass passed number numbered total totalled totaled".split())
VERBS = frozenset(["were", "was", "are", "have", "had", "remain", "remained", "is", "has"])


class Signs(NamedTuple):
    """The words of a language that show or deny that people are counted."""

    counters: frozenset[str]
    counting: frozenset[str]
    numbering: frozenset[str]
    homes: frozenset[str]
    others: frozenset[str]
    hints: frozenset[str]
    speech: frozenset[str]
    superlative: frozenset[str]
    not_proof: frozenset[str]
    proof: frozenset[str]
    sickness: frozenset[str]
    sick_nouns: frozenset[str]


@cache
def signs(language: str) -> Signs:
    """Return the signs of a language."""
    lists, people = words(language, "traps"), words(language, "people")
    names = ("counters", "counting", "numbering", "homes", "others", "people_hints", "speech", "superlative", "not_proof", "proof")
    return Signs(*(frozenset(lists[name]) for name in names), frozenset(people["sickness"]), frozenset(people["sick_nouns"]))


@dataclass(frozen=True, slots=True)
class Before:
    """What was counted before: how many sentences ago the last figure stood, its value, and whether in this sentence."""

    distance: int
    values: frozenset[tuple[int | None, int | None]]
    same_sentence: bool


NOTHING = Before(99, frozenset(), False)


def evidence(sentence: Sentence, i: int, number: Number, found: Counted, status: Status, before: Before, places: Sequence[Place], language: str = "en") -> str:  # noqa: PLR0913
    """Return the rule by which the number token i counts people, or an empty string."""
    lists = signs(language)
    if number.high == 1:
        return _one(sentence, i, found, status, before, lists)
    if found.kind in ("noun", "state", "of-noun"):
        return _noun(sentence, found, lists)
    if found.kind in ("others", "of-them"):
        shown = status.strength >= MIDDLE or before.distance <= NEAR or _people_word(sentence, i)
        return found.kind if shown else ""
    if found.kind == "thing":
        return ""
    return _bare(sentence, i, number, found, status, before, places, lists)


def _noun(sentence: Sentence, found: Counted, lists: Signs) -> str:
    noun = found.noun
    if noun is not None and noun.lemma in lists.sick_nouns and noun.lemma != "patient" and not any(t.low in lists.sickness for t in sentence.tokens):
        return ""
    return "counted noun" if noun is not None else "counted people by name"


def _people_word(sentence: Sentence, i: int) -> bool:
    return any(t.word.noun is not None and t.word.noun.plural and not t.word.noun.broad for t in sentence.tokens[max(0, i - 12) : i + 12])


def _proof(status: Status, lists: Signs) -> bool:
    """Tell whether the verb or state is one that only people suffer."""
    lemma = status.rule.rsplit(" ", 1)[-1]
    return status.strength == STRONG and status.category in lists.proof and lemma not in lists.not_proof


def _one(sentence: Sentence, i: int, found: Counted, status: Status, before: Before, lists: Signs) -> str:
    """Judge "one", which counts only with a case behind it."""
    after = sentence.low(found.end)
    if found.kind in ("noun", "bare") and sentence.low(i - 1) in ("no", "any", "every", "this", "that", "the", "which", "each", "some", "another", "number", "by", "day") or sentence.low(i + 1) in ("another", "by", "day", "-"):
        return ""
    if sentence.low(i - 1) in ("is", "was", "are", "were", "be", "as", "being", "no") or (sentence.low(i - 1) in (",", "—", "–") and status.strength < STRONG):
        return ""
    if after in lists.speech or any(t.low in lists.superlative for t in sentence.tokens[i + 1 : i + 5]):
        return ""
    if found.kind in ("of-noun", "of-them", "of-number"):
        return "one of them" if found.kind != "of-them" or before.distance <= NEAR or status.strength == STRONG else ""
    listed = before.same_sentence and sentence.low(phrase_start(sentence, i) - 1) in ("and", ",", "or")
    case = status.strength == STRONG and status.category not in ("other", "active", None)
    if found.kind == "noun":
        return "one with a case" if (case and not _habit(sentence, status)) or listed else ""
    if found.kind == "bare" and (_proof(status, lists) or (case and listed)):
        return "one with a case"
    return ""


def _subject(sentence: Sentence, start: int, number: Number) -> bool:
    """Tell whether people, or their number, are the subject: "cases rose from | 41 to | 57", "Uzbeks may exceed | 2,500"."""
    verb = sentence.low(start - 1)
    clause = _clause(sentence, start)
    counter = any(t.low in ("number", "toll", "tally") for t in clause)
    people = any(t.word.noun is not None and t.word.noun.plural and (counter or not t.word.noun.broad) for t in clause) or (counter and _named_people(clause))
    if verb == "with" and not counter:
        return _named_people(clause[:2]) or _named_people(clause[-2:-1])
    if verb in ("is", "was", "stands", "stood", "remains", "at"):
        return counter and people
    if verb in ("from", "to", "by") and any(MOVES.match(t.raw) for t in clause):
        return counter or people
    return verb in EXCEEDING and (people or counter or _named_people(clause))


def _clause(sentence: Sentence, start: int) -> list[Token]:
    """Return the tokens before an index back to the last comma or semicolon."""
    k = start
    while k > 0 and sentence.tokens[k - 1].raw not in ",;:":
        k -= 1
    return sentence.tokens[k:start]


def _named_people(clause: list[Token]) -> bool:
    return any(t.capital and t.low.endswith(("s", "yz")) and len(t.low) > 4 for t in clause[:2])


def _behind(sentence: Sentence, bracket: int, places: Sequence[Place]) -> bool:
    """Tell whether a bracket stands behind a place in a list of people by country: "Tunisia (6,000), Jordan (2,000)"."""
    people = any(t.word.noun is not None and t.word.noun.plural and not t.word.noun.broad for t in sentence.tokens)
    return people and (any(p.end == bracket for p in places) or any(t.low == "number" for t in sentence.tokens[:bracket]))


def _habit(sentence: Sentence, status: Status) -> bool:
    """Tell whether the verb is in the simple present, which tells no case: "one friend leaves, then more follow"."""
    token = sentence.tokens[status.trigger]
    return token.low.endswith("s") and any(s.form == "base" for s in token.word.senses) and not sentence.capitals


def _bare(sentence: Sentence, i: int, number: Number, found: Counted, status: Status, before: Before, places: Sequence[Place], lists: Signs) -> str:  # noqa: PLR0913
    """Judge a number without a noun beside it."""
    low = sentence.low(i + 1)
    start = phrase_start(sentence, i)
    if _proof(status, lists):
        return "verb of people"
    if found.kind == "of-number":
        return "part of a number" if before.distance <= NEAR or found.noun is not None else ""
    if sentence.low(i - 1) == "(" and low in (")", "+") and _behind(sentence, i - 1, places):
        return "bracket behind a place"
    if low in ("who", "whose"):
        return "relative clause of people"
    if counter := _counter(sentence, start, before, lists):
        return "population" if counter in lists.homes or counter in lists.others else "counter noun"
    if status.strength == STRONG and status.trigger == found.end and status.category not in ("other", "affected") and status.rule.startswith(("verb", "passive")):
        return "verb of people"
    if _subject(sentence, start, number):
        return "people are the subject"
    if sentence.low(start - 1) == "of" and sentence.low(start - 2) in SPEAKING and before.distance <= NEAR:
        return "spoken of"
    if low == "from" and before.distance <= 1 and any(p.start in (i + 2, i + 3) for p in places):
        return "list of origins"
    if number.low == number.high and (number.low, number.high) in before.values and sentence.low(i - 1) in ("the", "those", "these", "all", "other"):
        return "counted before"
    if number.loose:
        return "pair" if status.strength >= MIDDLE else ""
    if number.vague and found.end == i + 1 and (status.strength >= MIDDLE or (status.category and sentence.low(i + 1) in ("have", "had", "were", "are"))):
        return "vague subject"
    if number.vague and low in VERBS and before.distance <= 1:
        return "vague subject"
    if number.vague and status.category and status.trigger == i + 1:
        return "vague subject"
    if before.same_sentence and (sentence.low(0) == "of" or sentence.low(start - 1) in ("whom", "which", "them", "but", "including")):
        return "part of a figure before"
    return "number among figures" if _among(sentence, found, start, number, status, before) else ""


def _among(sentence: Sentence, found: Counted, start: int, number: Number, status: Status, before: Before) -> bool:  # noqa: PLR0913
    """Tell whether a bare number goes on counting the people of a figure shortly before it."""
    if not _free(sentence, found.end, start, number):
        return False
    after = sentence.low(found.end)
    if before.same_sentence:
        return sentence.low(start - 1) in ("and", ",", "or", "to", "from", "(", "but", ";", "—", "–", ":", "is", "be", "exceed", "than", "as", "with", "that", "while") or status.strength > NONE
    return (before.distance <= 1 and (status.strength > NONE or after in VERBS)) or (before.distance <= NEAR and after in VERBS and status.category is None)


def _free(sentence: Sentence, end: int, start: int, number: Number) -> bool:
    """Tell whether nothing ties a bare number to a time or place: it ends its clause, or a verb or "from" follows."""
    low, before = sentence.low(end), sentence.low(start - 1)
    if before in ("at", "on", "by", "in", "page", "since", "until", "before", "after", "under", "over", "-", "$", "/") and number.digits:
        return False
    after = sentence.tokens[end] if end < len(sentence.tokens) else None
    if after is None or after.raw in ".,;:)!?\"”—–" or low in ("and", "or", "but", "more", "others", "in", "at", "on", "from", "by", "of", "to", "who", "were", "was", "are", "is", "have", "had", "has", "remain", "remained", "overnight", "of", "as", "while", "with", "dead", "last", "this", "yesterday", "today", "since", "during", "a", "the"):
        return not (after is not None and after.raw in ":%")
    return bool(after.word.senses) or after.word.function == "adverbs"


def _counter(sentence: Sentence, start: int, before: Before, lists: Signs) -> str:
    """Return the noun of counting that stands before: "the number is", "a crowd of", "numbering in the"; empty where there is none."""
    k = start - 1
    if sentence.low(k) == "the" or sentence.low(k) == "in":
        k -= 1
    steps = unknown = 0
    while k >= 0 and steps < COUNTER_REACH:
        low = sentence.low(k)
        if low in lists.numbering and sentence.low(k - 1) not in ("the", "a", "this", "that", "total", "larger", "lower", "real", "true"):
            shown = before.distance <= 1 or any(t.low in lists.hints or (t.word.noun and not t.word.noun.broad) for t in sentence.tokens)
            return low if shown else ""
        if low in lists.counters:
            return low if _counts(sentence, k, steps, before, lists) else ""
        token = sentence.tokens[k]
        if low not in lists.counting and not (token.word.function in PASSED or token.word.noun or token.capital or low in MODIFIERS):
            unknown += 1
            if unknown > 1 or not low.isalpha():
                return ""
        k, steps = k - 1, steps + 1
    return ""


def _counts(sentence: Sentence, k: int, steps: int, before: Before, lists: Signs) -> bool:
    """Tell whether the noun of counting at k counts people here."""
    low, after = sentence.low(k), sentence.low(k + 1)
    if low in lists.homes and low != "population":
        return steps == 1 and after == ("to" if low == "home" else "of")
    direct = steps <= 1 and after == "of" and low not in ABSTRACT
    return direct or before.distance <= NEAR or any(t.low in lists.hints for t in sentence.tokens)
