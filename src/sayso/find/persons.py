"""People told of one by one: the phrase of one person, and which of a document's persons it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.find.counted import Counted
from sayso.find.fates import Victims
from sayso.find.sentence import Sentence
from sayso.languages import grammar

REACH = 7
OLDEST = 115
AGED = "-year-old"
LONGEST_NAME = 4
BEFORE_NUMBER = 2
TOWARDS = frozenset(["by", "with", "for", "to"])
"""Prepositions behind which a person may stand in such a pair."""
PRONOUNS = frozenset(["he", "she"])
STATES = grammar("states")
ANYBODY = frozenset(["person", "victim", "patient"])


@dataclass(frozen=True, slots=True)
class Person:
    """The phrase of one person: its tokens, its noun, the age that it gives, and how it opens."""

    start: int
    people: Counted
    opening: str
    age: str = ""

    @property
    def lemma(self) -> str:
        """The noun of the phrase, empty for a name."""
        return self.people.noun.lemma if self.people.noun else ""


def person(sentence: Sentence, i: int, lists: Victims, *, headline: bool) -> Person | None:
    """Return the phrase of one person that a token opens: "a 25-year-old man", "another victim, 31,", "Doe, 17,", in headlines "teen"."""
    return _described(sentence, i, lists, headline=headline) or _named(sentence, i) or _joined(sentence, i)


def _described(sentence: Sentence, i: int, lists: Victims, *, headline: bool) -> Person | None:
    opening = sentence.low(i)
    bare = headline and (i == 0 or sentence.low(i - 1) in lists.headline)
    if opening not in lists.one and AGED not in opening and not bare:
        return None
    j = i + (opening in lists.one)
    if sentence.low(j) in lists.ordinals:
        opening, j = sentence.low(j), j + 1
    age = ""
    for k in range(j, min(len(sentence.tokens), j + REACH)):
        age = age or sentence.low(k).partition(AGED)[0] * (AGED in sentence.low(k))
        if _heads(sentence, k, lists):
            end, later = _aged(sentence, k + 1)
            return Person(i, Counted("noun", end, k, sentence.noun(k)), opening, age or later)
        if not _may_precede(sentence, k):
            return None
    return None


def _heads(sentence: Sentence, k: int, lists: Victims) -> bool:
    """Tell whether the phrase ends in this noun."""
    noun, goes_on = sentence.noun(k), _goes_on(sentence, k)
    if noun is not None and (noun.household or (noun.category and sentence.low(k - 1) in lists.owned)):
        return False
    if AGED in sentence.low(k):
        return not goes_on and not _nounish(sentence, k + 1)
    return noun is not None and not noun.plural and not goes_on and noun.lemma not in lists.no_victims


def _may_precede(sentence: Sentence, k: int) -> bool:
    """Tell whether a word may stand between the article and the noun of a person."""
    token, noun = sentence.tokens[k], sentence.noun(k)
    if token.number or not token.raw[0].isalnum() or token.word.function:
        return False
    if noun is not None and noun.plural:
        return noun.collective and _goes_on(sentence, k)
    return not token.word.senses or noun is not None or token.low.endswith("ed") or token.low in ("slain", "dead")


def _nounish(sentence: Sentence, k: int) -> bool:
    if k >= len(sentence.tokens):
        return False
    token = sentence.tokens[k]
    return token.raw[0].isalpha() and not token.word.function and not token.word.senses


def _goes_on(sentence: Sentence, k: int) -> bool:
    """Tell whether a further noun follows, of which this one only is a modifier: murder | suspect; or the person owns what follows."""
    if k + 1 >= len(sentence.tokens):
        return False
    following = sentence.tokens[k + 1]
    if following.low in STATES:
        return False
    noun = sentence.noun(k + 1)
    said = following.word.senses and (noun is None or noun.broad or noun.category is not None)
    plain = not following.word.function and not said and (not following.capital or sentence.titled)
    return following.low in ("'s", "’s") or (noun is not None and plain)


def _aged(sentence: Sentence, end: int) -> tuple[int, str]:
    """Return the end of a phrase with the age that follows it between commas, and the age: "a woman, 31,"."""
    if AGED in sentence.low(end + 1) and sentence.low(end) == ",":
        return _after_name(sentence, end + 2), sentence.low(end + 1).partition(AGED)[0]
    number = sentence.tokens[end + 1].number if sentence.low(end) == "," and end + 1 < len(sentence.tokens) else None
    if number is None or not number.digits or number.low > OLDEST or sentence.low(end + 2) not in (",", "", ".", "and", "of"):
        return end, ""
    return end + 2 + (sentence.low(end + 2) == ","), str(number.low)


def _after_name(sentence: Sentence, end: int) -> int:
    """Return the index after a name, and after the comma that closes it."""
    first = end
    while end < len(sentence.tokens) and end - first <= LONGEST_NAME and sentence.tokens[end].capital:
        end += 1
    return end + (sentence.low(end) == ",")


def _named(sentence: Sentence, i: int) -> Person | None:
    """Read a name with an age: "Jane Doe, 17, was"; the name itself is not kept."""
    tokens = sentence.tokens
    if sentence.titled or not tokens[i].capital or (i and tokens[i - 1].capital):
        return None
    end = i
    while end < len(tokens) and end - i <= LONGEST_NAME and tokens[end].capital and tokens[end].raw[0].isalpha():
        end += 1
    beyond, age = _aged(sentence, end)
    return Person(i, Counted("noun", beyond, end - 1), "", age) if age else None


def _joined(sentence: Sentence, i: int) -> Person | None:
    """Read a pronoun or a name before others who are counted: "she and three others", "Jane Doe and two children"."""
    tokens = sentence.tokens
    end = i
    while end < len(tokens) and end - i <= LONGEST_NAME and tokens[end].capital and tokens[end].raw[0].isalpha():
        end += 1
    name = end > i and not sentence.titled and not (i and tokens[i - 1].capital) and tokens[end - 1].word.noun is None
    placed = i > 0 and tokens[i - 1].word.function == "prepositions" and sentence.low(i - 1) not in TOWARDS
    if sentence.low(i) in PRONOUNS:
        end = i + 1
    elif not name or placed:  # "on Tuesday and three others", "in Dover and two others"
        return None
    counted = any(t.number for t in tokens[end + 1 : end + 1 + BEFORE_NUMBER])
    return Person(i, Counted("noun", end, end - 1), "") if sentence.low(end) == "and" and counted else None


@dataclass(slots=True)
class Register:
    """Tells the persons of one document apart, by age or else by noun; forgotten with the document."""

    known: list[tuple[str, str]] = field(default_factory=list)

    def number(self, found: Person, lists: Victims, here: set[int]) -> int:
        """Return which of the document's persons a phrase means, from 1 on; `here` are those that its sentence has told of already."""
        new = found.opening in lists.beside or found.opening in lists.ordinals
        for at, (age, lemma) in enumerate(self.known, 1):
            same = bool(age) and age == found.age
            if _alike(found.lemma, lemma) and (same or not (new or age or at in here)):
                self.known[at - 1] = (found.age or age, lemma or found.lemma)
                return at
        self.known.append((found.age, found.lemma))
        return len(self.known)


def _alike(one: str, other: str) -> bool:
    """Tell whether two nouns may mean the same person."""
    return one == other or not one or not other or bool(ANYBODY & {one, other})
