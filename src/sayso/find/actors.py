"""The name of an actor beside a verb of saying or after "according to"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.sentence import Sentence, Token
from sayso.find.speech import Speech
from sayso.languages import grammar

PREPOSITIONS_INSIDE = grammar("prepositions_inside")
STOP_WORDS = grammar("stop_words")
CALENDAR = grammar("calendar")
CAPITAL_OPENERS = grammar("capital_openers")


LONGEST = 4
ATTRIBUTIVE = grammar("attributive")
GIVEN = grammar("given")
TALLYING = frozenset(["record", "register", "count", "list"])


def _is_verb(token: Token) -> bool:
    word = token.word
    if token.low in ("'s", "’s"):
        return False
    return bool(
        word.function == "auxiliaries"
        or (word.senses and word.noun is None and not token.capital and any(s.form in ("past", "base") for s in word.senses))
    )


def _past(token: Token) -> bool:
    """Tell whether a word looks like a past verb that no list knows."""
    low = token.low
    return (
        token.raw[0].islower()
        and low.endswith("ed")
        and len(low) > 4
        and "-" not in low
        and low not in ATTRIBUTIVE
        and token.word.noun is None
    )


def left_phrase(sentence: Sentence, end: int, floor: int = 0) -> int:
    """Return the index where the noun phrase that ends before token `end` begins."""
    k = end
    tokens = sentence.tokens
    while k > floor:
        token = tokens[k - 1]
        if token.raw == ":" and any(t.low in ("titled", "entitled", "called") for t in tokens[max(floor, k - 9) : k]):
            k -= 1
            continue
        if (
            (token.number and token.number.high != 1)
            or token.low in STOP_WORDS
            or token.word.function in ("pronouns",)
            or (not token.raw[0].isalnum() and token.raw not in "'’\"“”‘-–&" and token.low not in ("'s", "’s"))
        ):
            break
        if token.raw in '"“”':
            break
        if token.low in ("and", "or") and (k - 2 < floor or k == end or _is_verb(tokens[k - 2]) or not tokens[k - 2].raw[0].isalnum()):
            break
        if (
            (
                _is_verb(token)
                and not (token.low in ATTRIBUTIVE and k - 2 >= floor and tokens[k - 2].low in GIVEN)
                and not (token.low == "think" and sentence.low(k).startswith("tank"))
            )
            or _past(token)
            or (token.word.function == "prepositions" and token.low not in PREPOSITIONS_INSIDE and not token.raw.isupper())
        ):
            break
        k -= 1
    return k


def right_phrase(sentence: Sentence, start: int) -> int:
    """Return the index after the noun phrase that begins at token `start`."""
    k, tokens = start, sentence.tokens
    while k < len(tokens) and k < start + 16:
        token = tokens[k]
        if (
            token.low in STOP_WORDS
            or (token.word.function == "pronouns" and k > start)
            or not (token.raw[0].isalnum() or token.raw in "'’&-–(\"“*" or token.low in ("'s", "’s"))
        ):
            break
        if token.raw in '("“' or (
            token.number
            and k > start
            and tokens[k - 1].low not in ("in", "of", "from")
            and not (len(token.raw) == 4 and token.raw.isdigit())
        ):
            break
        if k > start and (_is_verb(token) or (token.word.function == "prepositions" and token.low not in PREPOSITIONS_INSIDE)):
            break
        if k > start and token.low in ("and", "or") and not _name_follows(tokens, k + 1):
            break
        k += 1
    return k


def _name_follows(tokens: Sequence[Token], k: int) -> bool:
    return (
        k < len(tokens)
        and (tokens[k].capital or tokens[k].word.function == "determiners" or tokens[k].word.noun is not None)
        and not any(_is_verb(t) for t in tokens[k : k + 4])
    )


def trimmed(sentence: Sentence, start: int, end: int, speech: Speech) -> tuple[int, int]:
    """Return the phrase without dates at its ends, a leading prepositional phrase, and adverbs."""
    tokens = sentence.tokens
    while end > start and (
        tokens[end - 1].low in CALENDAR
        or tokens[end - 1].word.function in ("adverbs", "prepositions", "conjunctions", "determiners", "auxiliaries")
        or tokens[end - 1].low in ("last", "late", "early", "this", "morning", "evening", "afternoon", "night")
    ):
        end -= 1
    while start < end and (
        tokens[start].word.function in ("adverbs", "conjunctions")
        or tokens[start].raw in "\"“”'‘’-–—"
        or tokens[start].low in ("meanwhile", "however")
    ):
        start += 1
    if start < end and tokens[start].word.function == "prepositions":
        start = _after_opening(tokens, start, end, speech)
    return start, end


def _after_opening(tokens: Sequence[Token], start: int, end: int, speech: Speech) -> int:
    """Skip an opening such as "On Tuesday" or "In a statement" that runs into the actor without a comma."""
    for k in range(start + 1, end):
        before = tokens[k - 1].low
        fresh = tokens[k].word.function == "determiners" or (tokens[k].capital and not tokens[k - 1].capital)
        if before in CALENDAR or (fresh and k > start + 1 and tokens[k - 1].word.function not in ("prepositions", "determiners")):
            return k
    return next((k for k in range(start + 2, end) if tokens[k].low in speech.speakers), end)


def proper(sentence: Sentence, start: int, end: int, speech: Speech) -> tuple[int, int] | None:
    """Return the span of a person's name inside the phrase: two or more capitalised words after titles, at the phrase's end."""
    tokens = sentence.tokens
    k = end
    while k > start and (
        (tokens[k - 1].capital and tokens[k - 1].raw[0].isalpha())
        or (tokens[k - 1].low in ("al", "bin", "ibn", "van", "von", "de", "der", "abu") and k < end)
    ):
        k -= 1
    if sentence.capitals:
        return None
    first = k
    for length in (4, 3, 2, 1):
        joined = " ".join(t.low for t in tokens[first : first + length])
        if joined in speech.titles and end - (first + length) >= 1:
            first += length
            break
    while end - first > 2 and tokens[first].low in speech.titles:
        first += 1
    if end - first >= 2 and first > start and (tokens[first - 1].low in speech.titles or tokens[first - 1].low in speech.speakers):
        return first, end
    if end - first == 1 and first > start and tokens[first - 1].low in speech.titles:
        return first, end
    return None


def _person(tokens: Sequence[Token]) -> bool:
    """Tell whether a phrase ends in a noun of a person: "a nurse", "two witnesses"."""
    noun = tokens[-1].word.noun if tokens else None
    return noun is not None and not noun.broad and noun.category is None


def _only_opens(tokens: Sequence[Token], speech: Speech) -> bool:
    """Tell whether the first word of a sentence is capitalised only because it opens it."""
    first = tokens[0]
    if first.low in CAPITAL_OPENERS or first.word.noun is not None:
        return True
    alone = len(tokens) == 1 or tokens[1].capital or tokens[1].low in ("'s", "’s", "and", "of", "on", "in")
    return first.low not in speech.speakers and not alone


def plausible(sentence: Sentence, start: int, end: int, speech: Speech, lemma: str = "say") -> bool:
    """Tell whether the phrase can be one who says something: a name, a speaker, a body, a text."""
    tokens = sentence.tokens[start:end]
    if not tokens:
        return False
    end = next((k for k, t in enumerate(tokens) if t.low in PREPOSITIONS_INSIDE and k), len(tokens))
    head = tokens[:end]
    text = any(t.low in speech.texts for t in head)
    body = any(t.low in speech.bodies or t.low in speech.speakers for t in head) or _person(head)
    if sentence.capitals:
        named = len(tokens) <= LONGEST and any(not (t.word.noun or t.word.senses or t.word.function) for t in tokens)
    else:
        named = any(
            t.capital and t.low not in CALENDAR and not (k == 0 and start == 0 and _only_opens(tokens, speech)) for k, t in enumerate(head)
        )
    if lemma in speech.text_only and not text and not ((named or body) and lemma in TALLYING):
        return False
    return text or body or (named and (lemma not in speech.body_only or len(tokens) < 8))
