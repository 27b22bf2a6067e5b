"""The verb or state that a phrase of people is the subject of."""

from __future__ import annotations

from functools import cache

from sayso.find.senses import predicated
from sayso.find.sentence import Sentence, Token
from sayso.find.walk import Predicate, Walk
from sayso.languages import Sense, grammar, words

REACH = 22
ASIDE_REACH = 16
BE = grammar("be_or_get")
HAVE = grammar("have")
AUXILIARY = BE | HAVE | grammar("modal")
RELATIVE = grammar("relative")
STATE_VERBS = grammar("state_verbs")
CONTRAST = grammar("contrast")
QUANTIFIED = grammar("quantified")
INTENDED = grammar("intended")
NEGATIVE = grammar("negative")
LOCATED = grammar("located")
EQUALS = grammar("equals")
AGES = frozenset([",", "and", "aged", "ages", "&"])
TENSED = grammar("tensed") | frozenset(["remain", "remains", "remained"])
MAIN_REACH = 9
GOVERNING = frozenset(["for", "to", "with", "by", "against", "from", "about", "between", "on", "near"])
SINGULAR = frozenset(["is", "was", "has"])
CLAUSES = RELATIVE | CONTRAST | grammar("clauses")


@cache
def _leading(language: str) -> frozenset[str]:
    return frozenset(words(language, "status")["leading"])


def predicate(sentence: Sentence, start: int, j: int, language: str = "en") -> Predicate | None:
    """Return the first verb or state that the people of tokens start to j are the subject of; a main verb wins over a relative clause."""
    before = sentence.low(start - 1)
    walk = Walk(sentence, j, language, moved=before in _leading(language), opened=before == ",")
    walk.singular = before not in GOVERNING or any(t.number and t.number.high == 1 for t in sentence.tokens[start:j])
    stop = min(len(sentence.tokens), j + REACH)
    while walk.at < stop:
        outcome = _step(walk)
        if outcome is False:
            break
        if isinstance(outcome, Predicate):
            if not _put_off(walk, outcome):
                return outcome if outcome.sense and not _says_less(walk, outcome.sense) else _best(walk)
            walk.kept.append(outcome)
            walk.relative, walk.aux = False, ""
        walk.at += 1
    return _best(walk)


def _put_off(walk: Walk, found: Predicate) -> bool:
    """Tell whether the verb is only that of a relative clause or of a participle, so that the main verb may yet come.

    "Two pilots | seized in May were freed", "six people | attending a wedding were killed".
    """
    if found.how == "clause" or (found.how == "verb" and found.sense is not None and found.sense.form == "past" and _main_verb(walk)):
        return True
    last = walk.kept[-1].sense if walk.kept else None
    if last and not walk.aux and found.sense and found.sense.form == "gerund":
        return True  # "two men seen | running were held"
    if walk.reduced and not walk.aux and last and found.sense and last.category == found.sense.category:
        return True
    first = not walk.aux and not walk.kept and not walk.moved and found.sense is not None
    walk.reduced = first and (found.how in ("passive", "state") or (found.sense is not None and found.sense.form == "gerund"))
    return walk.reduced


def _says_less(walk: Walk, sense: Sense) -> bool:
    """Tell whether a verb behind a participle says less than the participle, or is no main verb."""
    participle = bool(walk.kept) and walk.kept[-1].how != "clause"
    return participle and (walk.aux not in AUXILIARY or walk.aux == "to" or sense.category in ("other", "affected", "active"))


def _best(walk: Walk) -> Predicate | None:
    return next((p for p in walk.kept if p.sense), None)


def _step(walk: Walk) -> Predicate | bool:
    """Take one token: a predicate, True to go on, False to stop."""
    token = walk.sentence.tokens[walk.at]
    if token.raw in ",(—–-[":
        return _aside(walk, token)
    if token.raw in ";:.!?)]" or token.low in CONTRAST:
        return False
    if token.low in ("aged", "ages"):
        walk.at = _last_age(walk)
        return True
    if token.number:
        before = walk.sentence.tokens[walk.at - 1]
        date = token.raw.isdigit() and before.capital
        return walk.listing or before.low in ("and", "or", "of", "in", "on", "from", "for") or before.low in EQUALS or date
    return _denied(walk, predicated(walk, token)) or _function(walk, token)


def _denied(walk: Walk, found: Predicate | None) -> Predicate | None:
    """Return what a denied verb says: nothing but that they are there, or that they are missing ("have not been seen since")."""
    low = walk.sentence.low(walk.at)
    if walk.negated and low in LOCATED and (walk.aux in BE or walk.aux in ("", "to")):
        return Predicate(Sense("missing", "state", "", f"not {low}"), "state", walk.at)
    if found is None or found.sense is None or not walk.negated:
        return found
    return Predicate(Sense("other", found.sense.voice, found.sense.form, f"not {found.sense.lemma}"), found.how, found.at)


def _function(walk: Walk, token: Token) -> bool:
    """Take a word that is no predicate: note what it changes, and tell whether to go on."""
    low, kind = token.low, token.word.function
    if low in NEGATIVE or (low == "no" and walk.sentence.low(walk.at + 1) == "longer"):
        walk.negated = walk.sentence.low(walk.at + 1) != "only"
        walk.aux = walk.aux or ("were" if low in ("wasn't", "weren't", "isn't", "aren't") else "")
    elif low in RELATIVE:
        walk.relative, walk.preposition, walk.aux = True, False, ""
    elif low in AUXILIARY:
        if low in SINGULAR and not walk.singular and not walk.relative:
            return False  # "the funeral for | three fighters was held"
        _auxiliary(walk, low)
    elif low == "since" and walk.sentence.low(walk.at - 1) in HAVE:
        return True
    elif low in ("where", "when") or (low in ("after", "before", "since") and walk.moved):
        return walk.relative
    elif kind == "prepositions":
        walk.listing = walk.listing or low in ("among", "including")
        walk.preposition = walk.preposition or not walk.aux or walk.relative or walk.aux == "to"
    elif kind == "pronouns":
        return low.endswith("selves") or walk.sentence.low(walk.at - 1) in ("among", "of", "with")
    elif low in _leading(walk.language) or low in STATE_VERBS:
        walk.moved = True
    elif _unknown_verb(walk, token):
        # A verb that says nothing of our kinds: what follows is about something else.
        following = walk.sentence.low(walk.at + 1)
        if _main_verb(walk):
            return True
        return walk.aux in ("been", "to") or following in ("and", "as") or (walk.aux in BE and following == "to")
    return True


def _auxiliary(walk: Walk, low: str) -> None:
    if low == "to" and not walk.aux and not walk.moved:
        walk.preposition = True
    walk.future = walk.future or low in INTENDED
    walk.aux, walk.moved = low, walk.moved or low != "to"
    walk.preposition = walk.preposition and low == "to"


def _unknown_verb(walk: Walk, token: Token) -> bool:
    past = token.low.endswith("ed") and len(token.low) > 4 and not token.word.function and token.word.noun is None
    return past and not walk.preposition and not walk.relative


def _main_verb(walk: Walk) -> bool:
    """Tell whether a tensed verb shows that the verb at the walk's place is only a participle: "men | named in the writ are free"."""
    if walk.aux or walk.kept or walk.moved or walk.relative:
        return False
    for token in walk.sentence.tokens[walk.at + 1 : walk.at + 1 + MAIN_REACH]:
        if token.low in TENSED:
            return True
        if not token.raw[0].isalnum() or token.low in CLAUSES or token.word.function == "pronouns":
            return False
    return False


def _last_age(walk: Walk) -> int:
    """Return the index of the last of the ages at the walk's place ("ages 4, 6 and 9"), or the place itself."""
    tokens, k = walk.sentence.tokens, walk.at
    while k + 1 < len(tokens) and (
        tokens[k + 1].number
        or (tokens[k + 1].low in AGES and k + 2 < len(tokens) and tokens[k + 2].number is not None)
        or (tokens[k + 1].raw == "," and k + 2 < len(tokens) and tokens[k + 2].low in AGES)
    ):
        k += 1
    return k


def _aside(walk: Walk, token: Token) -> bool:
    """Jump over what stands between commas, dashes or brackets, if it closes soon; else stop."""
    tokens = walk.sentence.tokens
    if token.raw == "," and walk.opened and walk.sentence.low(walk.at + 1) in AUXILIARY:
        return True
    ages = _ages(walk)
    if ages:
        walk.at = ages
        return True
    closer = {"(": ")", "[": "]"}.get(token.raw, token.raw)
    closing = next((k for k in range(walk.at + 1, min(len(tokens), walk.at + ASIDE_REACH)) if tokens[k].raw == closer), None)
    if closing is not None and not (token.raw == "," and _new_clause(walk, closing)):
        walk.at = closing
        return True
    return token.raw == "," and walk.at + 1 < len(tokens) and _goes_on(walk)


def _ages(walk: Walk) -> int:
    """Return the index of the comma that closes an aside of mere numbers ("two girls, 12 and 14, have"), 0 where there is none."""
    tokens, k = walk.sentence.tokens, walk.at + 1
    while k < len(tokens) and k < walk.at + ASIDE_REACH and (tokens[k].number or tokens[k].low in AGES):
        k += 1
    return k - 1 if k > walk.at + 2 and tokens[k - 1].raw == "," and any(t.number for t in tokens[walk.at : k]) else 0


def _new_clause(walk: Walk, closing: int) -> bool:
    """Tell whether the second comma opens a clause or a count of its own rather than closing an aside."""
    tokens = walk.sentence.tokens
    if closing + 1 >= len(tokens):
        return True
    if tokens[walk.at + 1].number:
        return walk.sentence.low(walk.at + 3) not in ("them", "whom") and not _appositive(walk, closing)
    following = tokens[closing + 1]
    return following.number is not None or following.word.function in ("determiners", "pronouns")


def _appositive(walk: Walk, closing: int) -> bool:
    """Tell whether numbers between commas only say who the people are: "four victims, two men and two women, were taken"."""
    inside = walk.sentence.tokens[walk.at + 1 : closing]
    verbal = any(t.word.function in ("auxiliaries", "prepositions") or any(s.form for s in t.word.senses) for t in inside)
    return not verbal and walk.sentence.low(closing + 1) in AUXILIARY


def _goes_on(walk: Walk) -> bool:
    """Tell whether what follows a comma still speaks of the people: a list of them, "who", "all of them", a participle."""
    tokens = walk.sentence.tokens
    inner = tokens[walk.at + 1]
    if (inner.word.noun is not None and inner.word.noun.plural) or inner.low in QUANTIFIED:
        return True
    participle = not inner.word.noun and any(s.form == "past" for s in inner.word.senses)
    return participle and walk.at + 2 < len(tokens) and not walk.kept
