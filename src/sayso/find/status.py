"""What is said of counted people: the verb, state or noun that gives their category."""

from __future__ import annotations

from functools import cache

from sayso.find.counted import Counted
from sayso.find.objects import as_nominal, as_object, as_recipient, coordinated, taken_up
from sayso.find.phrase import phrase_start
from sayso.find.predicate import predicate
from sayso.find.said import MIDDLE, NONE, STRONG, WEAK, Status
from sayso.find.sentence import Sentence
from sayso.find.walk import Predicate
from sayso.languages import grammar, words

SHARES = grammar("shares")
DEADLY = grammar("deadly")
LIVED = grammar("lived")
PRE_CATEGORIES = frozenset(
    ["killed", "injured", "detained", "released", "prosecuted", "suspected", "missing", "displaced", "affected", "returned", "repatriated"]
)
TOLL_REACH = 9
OPENING_REACH = 6


@cache
def _weak(language: str) -> frozenset[str]:
    return frozenset(words(language, "status")["weak"])


def premodified(sentence: Sentence, i: int, found: Counted) -> Status | None:
    """Return the status that a word inside the phrase gives: "12 | wounded soldiers"."""
    for k in range(i + 1, max(found.head, i)):
        for sense, _ in sentence.senses(k):
            if sense.category == "suspected" and found.noun is not None and found.noun.category == "injured":
                continue  # suspected cases of a disease
            if sense.category == "affected" and sense.voice == "subject":
                continue  # verbs that have an object: "four | received injuries"
            coming = sense.form == "gerund" and sense.category in ("returned", "displaced") and sense.voice == "subject"
            if sense.category in PRE_CATEGORIES and (sense.voice == "state" or sense.form == "past" or coming):
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
    return Status(
        found.noun.category,
        f"noun {found.noun.lemma}",
        WEAK if found.noun.category in ("active", "joined", "suspected") else MIDDLE,
        found.head,
    )


def _among(sentence: Sentence, start: int) -> Status | None:
    """Return what an opening says: "Among the dead were | two guards", "The dead were | six guards"."""
    if sentence.low(start - 1) not in ("were", "was", "are", "is"):
        return None
    if start > 2 and sentence.low(start - 3) in ("the", "those"):
        senses = sentence.tokens[start - 2].word.senses
        named = next((s for s in senses if s.category in PRE_CATEGORIES and (s.voice == "state" or s.form == "past")), None)
        if named:
            return Status(named.category, f"the {named.lemma}", STRONG, start - 2)
    for k in range(max(0, start - OPENING_REACH), start - 1):
        if sentence.low(k) == "among" and sentence.low(k + 1) in ("the", "those"):
            state = next(
                (s for n in (k + 2, k + 3) if n < start for s in sentence.tokens[n].word.senses if s.category in PRE_CATEGORIES), None
            )
            if state:
                return Status(state.category, f"among the {state.lemma}", STRONG, k)
            noun = sentence.noun(k + 2)
            return Status(noun.category, f"among the {noun.lemma}s", STRONG, k) if noun and noun.plural and noun.category else None
    return None


def _included(sentence: Sentence, start: int) -> Status | None:
    """Return what the subject of "include" is: "The captives include | 800 women"."""
    if sentence.low(start - 1) not in ("include", "includes", "included") or start < 2:
        return None
    k = start - 2
    token, noun = sentence.tokens[k], sentence.noun(k)
    state = next((s for s in token.word.senses if (s.voice == "state" or s.form == "past") and s.category in PRE_CATEGORIES), None)
    category = state.category if state else noun.category if noun else None
    return Status(category, f"among the {token.low}", STRONG, k) if category else None


def _toll(sentence: Sentence, start: int) -> Status | None:
    """Return killed where the number is a toll: "brought the death toll to | 61"."""
    reach = TOLL_REACH * (2 if sentence.low(start - 1) in ("to", "at") else 1)  # "the toll from the blast has risen to | 17"
    for k in range(start - 1, max(-1, start - reach), -1):
        low = sentence.low(k)
        if low == "strength" and sentence.low(k + 1) in ("of", "is", "was", "at", "to"):
            return Status("active", "strength of a force", STRONG, k)
        if low == "toll" or (low in ("deaths", "death") and sentence.low(k + 1) in ("count", "tally")):
            return Status("killed", "death toll", STRONG, k)
    return None


def _partitive(sentence: Sentence, start: int) -> bool:
    """Tell whether the number is the whole of a part before it ("400 of | the 3,417"): the verb speaks of the part."""
    return (
        sentence.low(start - 1) == "of"
        and start >= 2
        and (
            sentence.low(start - 2) in SHARES
            or ((first := sentence.tokens[start - 2].number) is not None and first.high != 1)
            or (sentence.low(start - 2) in ("group", "more") and any(t.number for t in sentence.tokens[max(0, start - 6) : start]))
        )
    )


def _predicated(found: Predicate | None, language: str) -> Status | None:
    if found is None or found.sense is None:
        return None
    weak = found.sense.category in _weak(language) and found.sense.lemma not in LIVED
    return Status(found.sense.category, f"{found.how} {found.sense.lemma}", WEAK - 1 if weak else STRONG, found.at)


def status(sentence: Sentence, i: int, found: Counted, language: str = "en") -> Status:
    """Return the status of the people that the number token i counts, by the strongest rule that applies."""
    start = phrase_start(sentence, i)
    own = of_noun(sentence, found, language)
    if own and (found.kind == "state" or _dead(own, found)):
        return own
    end = found.end + (sentence.low(start - 1) == "(" and sentence.low(found.end) == ")")
    verb = predicate(sentence, start, end, language)
    if verb is not None and not (verb.at == end and verb.how == "passive") and _partitive(sentence, start):
        verb = None  # the verb speaks of the part; a participle right behind the noun, of all
    after = _predicated(verb, language)
    direct = (
        _among(sentence, start)
        or _included(sentence, start)
        or as_object(sentence, start, i, language)
        or as_nominal(sentence, start, language)
    )
    if direct and after and verb and _state_wins(direct, after, verb, end):
        return after
    toll = _toll(sentence, start)
    if direct and direct.category in ("other", "affected") and toll:
        direct = toll
    if sentence.low(end) in ("prisoner", "captive", "hostage") and not direct:
        return Status("detained", f"taken {sentence.low(end)}", STRONG, end)
    if own and after and after.rule.endswith((" recover", " recover-fully")):
        return after
    if _fatal(sentence, end, direct):
        return Status("killed", "to death", STRONG, end)
    pre = premodified(sentence, i, found) if not (own and own.category == "killed") else None
    joined = coordinated(sentence, start, language) if found.people and not _own_clause(sentence, start, verb) else None
    strong = after if after and after.strength == STRONG else None
    given = as_recipient(sentence, start)
    options = (direct, strong, toll, joined, pre, own, given, after)
    best = next((o for o in options if o and o.category), None) or taken_up(sentence, end)
    return _settled(best, own, pre) if best else Status(None, "nothing said", NONE)


def _own_clause(sentence: Sentence, start: int, verb: Predicate | None) -> bool:
    """Tell whether the people are the subject of a clause of their own: "surrounded the house, and | 200 relatives kept vigil"."""
    return verb is not None and verb.how == "verb" and sentence.low(start - 2) == ","


def _fatal(sentence: Sentence, end: int, direct: Status | None) -> bool:
    """Tell whether the words behind the people make it their death: "beat 12 to death", "shot 12 dead", "two fatally"."""
    low, after = sentence.low(end), sentence.low(end + 1)
    if low == "alive":
        return direct is not None and direct.rule.endswith((" burn", " bury"))
    if low == "dead":
        return direct is not None and direct.rule.endswith(" shoot")
    if low in DEADLY:
        return not sentence.tokens[end + 1].raw[0].isalpha() if end + 1 < len(sentence.tokens) else True
    sentenced = any(t.low in ("sentenced", "condemned") for t in sentence.tokens[max(0, end - OPENING_REACH) : end])
    return low == "to" and after == "death" and not sentenced and not (direct and direct.category == "prosecuted")


def _dead(own: Status, found: Counted) -> bool:
    """Tell whether the noun alone says that they are dead, whatever is done with them; lives may also be saved."""
    return own.category == "killed" and found.noun is not None and found.noun.lemma != "life"


def _state_wins(direct: Status, after: Status, verb: Predicate, end: int) -> bool:
    """Tell whether a state after the people says more than the verb before them: "might hold 43 students missing", "sent 40 fleeing"."""
    says_little = direct.category in ("other", "active", "joined", "affected") or direct.rule.endswith((" hold", " find", " keep"))
    started = sense.form == "gerund" and verb.at == end if (sense := verb.sense) else False
    return after.strength == STRONG and (verb.how == "state" or started) and says_little


def _settled(option: Status, own: Status | None, pre: Status | None) -> Status:
    """Let a telling noun overrule a verb that says little: hostages who are held to be "included" stay detained."""
    if option.category in ("other", "affected", "active") and option.strength == STRONG:
        for better in (pre, own):
            if better and better.strength == MIDDLE and better is not option:
                return better
    return option
