"""Who is counted: the noun of people that a number belongs to, if any."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.find.sentence import Sentence, Token
from sayso.languages import Noun, grammar

REACH = 9
SKIPPED = grammar("skipped")
ANAPHORA = grammar("anaphora")
PRONOUNS = grammar("counted_pronouns")
AGENTIVE = ("ers", "ors", "ists", "ians", "eers", "ees", "ants", "ites", "crats", "nauts", "folk", "ans")
SHORTEST = 4
OWNER_REACH = 4
TIMES = grammar("time_words")
AGED = re.compile(r"[\w-]+-year-olds?")
MODEL = re.compile(r"[A-Z]+[a-z]*-?\d")
QUOTES = frozenset("\"'“”‘’«»")
STATES = grammar("states")
FINITE = grammar("finite")
Demonym = Callable[[Sentence, int], int]


@dataclass(slots=True)
class Counted:
    """The phrase that a number counts.

    `kind` is noun ("12 soldiers"), state ("12 dead"), of-noun ("12 of the soldiers"), of-number ("760 of the 3,244"), of-them,
    others ("two others"), maybe (a word that looks like people), bare (nothing beside it) or thing (not people).
    `head` is the index of the noun, `end` the index after the phrase, `inner` the index of the number that this one is a part of.
    """

    kind: str
    end: int
    head: int = -1
    noun: Noun | None = None
    inner: int = -1

    @property
    def people(self) -> bool:
        """Tell whether the words beside the number are enough to know that people are counted."""
        return self.kind in ("noun", "state", "of-noun", "others", "of-them")


def counted(sentence: Sentence, i: int, demonym: Demonym) -> Counted:
    """Return what the number token i counts; `demonym` tells how many tokens from an index on name a people."""
    tokens = sentence.tokens
    number = tokens[i].number
    one = number is not None and number.high == 1
    j = i + 1
    while j < len(tokens) and (tokens[j].raw in QUOTES or tokens[j].raw == "+" or tokens[j].low in ("-strong", "-odd")):
        j += 1
    if sentence.low(j) in ("or", "and") and sentence.low(j + 1) in ("so", "more", "thereabouts", "fewer"):
        j += 2
    if sentence.low(j) == "-" and sentence.low(j + 1) == "strong":
        return Counted("noun", j + 2, j + 1)
    if sentence.low(j) == "out" and sentence.low(j + 1) == "of":
        j += 1
    if sentence.low(j) == "of":
        return _of(sentence, j + 1, demonym)
    return _phrase(sentence, j, demonym, one=one)


def _of(sentence: Sentence, j: int, demonym: Demonym) -> Counted:
    """Read what follows "of": a pronoun, another number, or people."""
    tokens = sentence.tokens
    if sentence.low(j) in ("all", "both"):
        j += 1
    if sentence.low(j) in PRONOUNS or (
        sentence.low(j) in ANAPHORA and (j + 1 >= len(tokens) or not tokens[j + 1].raw[0].isalpha() or tokens[j + 1].word.noun is None)
    ):
        return Counted("of-them", j + 1)
    begun = j
    while (
        j < len(tokens)
        and (
            tokens[j].low in SKIPPED
            or tokens[j].low
            in ("nearly", "about", "around", "more", "than", "over", "an", "estimated", "at", "least", "original", "group", "of", "total")
        )
        and j - begun < 6
    ):
        j += 1
    owned = next((k + 1 for k in range(j, min(j + OWNER_REACH, len(tokens) - 1)) if tokens[k].low in ("'s", "’s")), 0)
    if owned and tokens[owned].number:
        j = owned
    if j < len(tokens) and tokens[j].number:
        whole = _phrase(sentence, j + 1, demonym, one=False)
        if whole.kind == "thing":
            return whole
        return Counted("of-number", whole.end, whole.head, whole.noun, inner=j)
    if sentence.low(j) in ("latter", "former"):
        return Counted("of-them", j + 1)
    found = _phrase(sentence, begun, demonym, one=False, after_of=True)
    return Counted("of-noun", found.end, found.head, found.noun) if found.people else Counted("thing", found.end)


def _phrase(sentence: Sentence, j: int, demonym: Demonym, *, one: bool, after_of: bool = False) -> Counted:
    """Read the noun phrase from token j: the first plural noun of people before the phrase ends."""
    begun, stop = j, min(len(sentence.tokens), j + REACH)
    while j < stop:
        token = sentence.tokens[j]
        length = demonym(sentence, j)
        if AGED.fullmatch(token.low):
            return Counted("noun", j + 1, j)
        if length and not (token.word.noun and token.word.noun.collective):
            if _ends_with_name(sentence, j + length, one=one):
                return Counted("noun", j + length, j + length - 1)
            j += length
            continue
        found = _at(sentence, j, one=one, after_of=after_of, first=j == begun)
        if found:
            return found
        plain = not (token.raw.isupper() and sentence.capitals)
        if _verb_phrase(sentence, j):
            break
        if not _modifies(token, j == begun, after_of=after_of, plain=plain) and not _adjectives_joined(sentence, j, begun):
            break
        j += 1
    bare = j == begun or _only_more(sentence, begun, j) or _soft(sentence, begun, j)
    return Counted("bare", begun) if bare else Counted("thing", j)


def _verb_phrase(sentence: Sentence, j: int) -> bool:
    """Tell whether a verb of more than one word begins at j: "two | taken prisoner"."""
    if not sentence.tokens[j].word.phrases:
        return False
    return any(end > j + 1 and sense.voice in ("object", "subject") for sense, end in sentence.senses(j))


def _at(sentence: Sentence, j: int, *, one: bool, after_of: bool, first: bool) -> Counted | None:
    """Return what the word at j makes of the phrase: its head, a thing, or nothing yet."""
    token = sentence.tokens[j]
    if token.word.noun and not (token.word.function and token.word.noun.broad):
        return _head(sentence, j, one=one, after_of=after_of)
    if token.low == "others" and not after_of:
        return Counted("others", j + 1, j)
    if token.word.never or MODEL.match(token.raw):
        return Counted("thing", j)
    if one or not _plural_thing(token, not first):
        return _named_group(sentence, j) if not one else None
    return Counted("maybe", j + 1, j) if token.low.endswith(AGENTIVE) and len(token.low) > SHORTEST else Counted("thing", j)


def _named_group(sentence: Sentence, j: int) -> Counted | None:
    """Read a capitalised plural that no list knows, such as the followers of a movement: "six Houthis"."""
    token = sentence.tokens[j]
    plural = token.capital and token.low.endswith("s") and len(token.low) > SHORTEST and not token.word.senses and not token.word.function
    return Counted("maybe", j + 1, j) if plural and not sentence.capitals and not sentence.titled and _head_like(sentence, j + 1) else None


def _ends_with_name(sentence: Sentence, end: int, *, one: bool) -> bool:
    """Tell whether a phrase may end with the name of a people: "12 Iraqis", "three Kyrgyz", not "12 Syrian | and Iraqi soldiers"."""
    token = sentence.tokens[end - 1]
    if token.low.endswith("s") and _plural_name(token):
        return True
    if not _head_like(sentence, end):
        return False
    return one or _plural_name(token) or sentence.low(end) not in ("and", "or", ",", "/", "-")


def _adjectives_joined(sentence: Sentence, j: int, begun: int) -> bool:
    """Tell whether "and" only joins two adjectives of the phrase: "3,800 primary and secondary school teachers"."""
    if sentence.low(j) not in ("and", "or") or j == begun or j + 1 >= len(sentence.tokens):
        return False
    left, right = sentence.tokens[j - 1], sentence.tokens[j + 1]
    plain = not left.word.senses and not left.word.noun and not right.word.function and not right.number and not right.word.senses
    return plain and left.raw[0].islower() and right.raw[0].islower() and right.word.noun is None


def _only_more(sentence: Sentence, begun: int, end: int) -> bool:
    return all(sentence.low(k) in ("more", "other", "further", "additional") for k in range(begun, end))


def _soft(sentence: Sentence, begun: int, end: int) -> bool:
    """Tell whether the words after the number are only adverbs and verbs, so that no other noun is counted."""
    inside = sentence.tokens[begun:end]
    return all(t.word.senses or t.word.function or t.low in FINITE or t.low.endswith(("ly", "ed", "ing")) for t in inside)


def _head(sentence: Sentence, j: int, *, one: bool, after_of: bool) -> Counted | None:
    """Return the phrase if the noun at j is its head: a plural (or a singular after "one") that no other noun follows."""
    token = sentence.tokens[j]
    noun = sentence.noun(j)
    assert noun is not None
    following = sentence.tokens[j + 1] if j + 1 < len(sentence.tokens) else None
    if following is not None and (following.low in ("'s", "’s") or _longer(following, noun)):
        return None
    if noun.plural or one or (after_of and noun.collective):
        if token.low in STATES and following is not None and following.word.noun is not None:
            return None
        return Counted("state" if token.low in STATES and not after_of else "noun", j + 1, j, noun)
    return None


def _longer(following: Token, noun: Noun) -> bool:
    """Tell whether the phrase goes on with a further noun: police | officers, aid | workers, police | cars."""
    word = following.word
    if following.number or word.function or not following.raw[0].isalpha():
        return False
    if following.low in STATES or following.low == "ages":
        return False
    if word.noun and (word.noun.plural or not noun.plural) and not following.capital:
        return noun.collective or not noun.plural or not word.senses
    if noun.collective or not noun.plural:
        return word.never or _plural_thing(following, True)
    return word.never and not word.senses


def _plural_name(token: Token) -> bool:
    return token.low.endswith(("s", "sh", "ch", "ese", "men", "women", "yz", "oi", "ss", "iss", "ek", "ik")) and not token.low.endswith(
        ("ik", "ek")
    )


def _head_like(sentence: Sentence, j: int) -> bool:
    """Tell whether a phrase may end before token j: no noun or adjective of it follows."""
    if j >= len(sentence.tokens):
        return True
    token = sentence.tokens[j]
    return bool(
        not token.raw[0].isalpha()
        or token.word.function
        or token.number
        or (token.word.senses and token.word.noun is None)
        or token.low.endswith("ed")
    )


def _plural_thing(token: Token, inside: bool) -> bool:
    """Tell whether a word that is no person looks like a plural noun."""
    low, word = token.low, token.word
    said = any(s.form != "base" and s.voice != "nominal" for s in word.senses)
    if (token.capital and inside) or said or word.function or word.noun or len(low) < 4:
        return False
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "ous"))


def _modifies(token: Token, first: bool, *, after_of: bool, plain: bool) -> bool:
    """Tell whether a word may stand between the number and the noun; `plain` says that its capitals mean something."""
    if token.number or token.raw == "%" or token.low in FINITE:
        return False
    if any(s.form == "past" and s.voice == "subject" and s.lemma in ("sustain", "receive") for s in token.word.senses):
        return False
    if token.low in TIMES or any(s.form == "past" and s.voice != "object" and not token.low.endswith("ed") for s in token.word.senses):
        return False
    if plain and token.raw.isupper() and len(token.raw) > 1 and token.raw.isalpha():
        return True
    if not token.raw[0].isalnum():
        return token.raw in QUOTES or token.raw in "-–/"
    if token.low in ("other", "more", "further", "additional", "such", "all", "'s", "’s", "so-called", "former"):
        return True
    if token.word.function == "adverbs":
        return True
    if token.word.function == "determiners":
        return (first and after_of) or token.low in ("other", "such")
    return not token.word.function
