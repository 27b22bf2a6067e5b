"""Whether a number counts people, and by which rule we know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.find.counters import NEAR, behind_place, counter, subject
from sayso.find.draft import Draft
from sayso.find.places import Place
from sayso.find.said import MIDDLE, NONE, STRONG
from sayso.find.sentence import Sentence
from sayso.find.signs import Signs, signs
from sayso.languages import grammar

WINDOW = 12
PEOPLE_ONLY = frozenset(
    [
        "killed",
        "injured",
        "detained",
        "released",
        "prosecuted",
        "suspected",
        "missing",
        "displaced",
        "joined",
        "returned",
        "repatriated",
        "prevented",
    ]
)
BE = grammar("be")
VERBS = grammar("group_verbs")
SPEAKING = grammar("speaking")
DEFINITE = grammar("definite_group")
CLUBS = grammar("clubs")
SEVERITY = grammar("severity")
SUMMING = grammar("summing")
SAYING = frozenset(["said", "says", "say", "claimed", "reported", "counted", "claim"])
NOT_ONE = grammar("not_one")
JOINING = grammar("going_on")
TYING = grammar("tying")
FREEING = VERBS | frozenset(
    "and or but more others in at on from by of to who overnight as while with dead last this yesterday today since during a the".split()
)


@dataclass(frozen=True, slots=True)
class Before:
    """What was counted before: how many sentences ago the last figure stood, its value, and whether in this sentence."""

    distance: int
    values: frozenset[tuple[int | None, int | None]]
    same_sentence: bool


NOTHING = Before(99, frozenset(), False)


def evidence(draft: Draft, before: Before, places: Sequence[Place], language: str = "en") -> str:
    """Return the rule by which a draft counts people, or an empty string."""
    lists, kind = signs(language), draft.counted.kind
    if draft.number.high == 1:
        return _one(draft, before, lists)
    if kind in ("noun", "state", "of-noun"):
        return _noun(draft, lists)
    if kind in ("others", "of-them"):
        return kind if draft.status.strength >= MIDDLE or before.distance <= NEAR or _people_near(draft) else ""
    if kind == "maybe":
        lemma = draft.status.rule.rsplit(" ", 1)[-1]
        likely = draft.status.category in PEOPLE_ONLY or lemma in lists.taking_people
        return "looks like people" if likely and (draft.status.strength == STRONG or lemma in lists.taking_people) else ""
    return "" if kind == "thing" else _bare(draft, before, places, lists)


def _noun(draft: Draft, lists: Signs) -> str:
    noun = draft.counted.noun
    if noun is None:
        return "counted people by name"
    if noun.lemma == "member" and _club(draft):
        return ""
    sick = noun.lemma in lists.sick_nouns and noun.lemma != "patient"
    return "" if sick and not any(t.low in lists.sickness for t in draft.sentence.tokens) else "counted noun"


def _club(draft: Draft) -> bool:
    """Tell whether members are states: "NATO's 28 members", "the 193 members of the United Nations"."""
    sentence, k = draft.sentence, draft.start - 1
    owned = sentence.low(k) in ("'s", "’s") and sentence.low(k - 1) in CLUBS
    end = draft.counted.end
    return owned or (sentence.low(end) == "of" and any(sentence.low(n) in CLUBS for n in range(end + 1, end + 4)))


def _people_near(draft: Draft) -> bool:
    return any(t.people for t in draft.sentence.tokens[max(0, draft.index - WINDOW) : draft.index + WINDOW])


def _proof(draft: Draft, lists: Signs) -> bool:
    """Tell whether the verb or state is one that only people suffer."""
    status = draft.status
    return status.strength == STRONG and status.category in lists.proof and status.rule.rsplit(" ", 1)[-1] not in lists.not_proof


def _one(draft: Draft, before: Before, lists: Signs) -> str:
    """Judge "one", which counts only with a case behind it."""
    status, kind = draft.status, draft.counted.kind
    if _no_case(draft, lists):
        return ""
    if kind in ("of-noun", "of-them", "of-number"):
        return "one of them" if kind != "of-them" or before.distance <= NEAR or status.strength == STRONG else ""
    listed = before.same_sentence and draft.joint in ("and", ",", "or")
    lived = status.rule == "verb survive"
    case = lived or (status.strength == STRONG and status.category not in ("other", "active", None))
    if kind == "state" or (kind == "noun" and ((case and not _habit(draft)) or listed)):
        return "one with a case"
    if kind != "bare":
        return ""
    if draft.start == 0 and draft.sentence.low(draft.index + 1) == "," and case and before.distance <= 1:
        return "one with a case"
    among = before.same_sentence and (_how_badly(draft) or _elsewhere(draft) or (case and status.rule.startswith("object of")))
    return "one with a case" if _proof(draft, lists) or (case and listed) or among else ""


def _how_badly(draft: Draft) -> bool:
    """Tell whether only the severity of a wound follows: "five were hurt, | two seriously"."""
    sentence, end = draft.sentence, draft.counted.end
    closed = end + 1 >= len(sentence.tokens) or not sentence.tokens[end + 1].raw[0].isalpha() or sentence.low(end + 1) in FREEING
    return sentence.low(end) in SEVERITY and closed


def _elsewhere(draft: Draft) -> bool:
    """Tell whether a place sets the number beside the one before it: "two people on the bus and | one in a taxi"."""
    return draft.joint == "and" and draft.sentence.low(draft.index + 1) in ("in", "at", "near", "on", "from")


def _no_case(draft: Draft, lists: Signs) -> bool:
    """Tell whether the words around "one" rule a case out: "no one", "one another", "one of the most", "one diplomat said"."""
    sentence, i = draft.sentence, draft.index
    left, right = sentence.low(i - 1), sentence.low(i + 1)
    if (draft.counted.kind in ("noun", "bare") and left in NOT_ONE) or right in ("another", "by", "day", "-"):
        return True
    aside = left in (",", "—", "–") and draft.status.strength < STRONG and draft.counted.kind != "of-them" and not _how_badly(draft)
    if left in BE | {"as", "no"} or aside:
        return True
    return sentence.low(draft.counted.end) in lists.speech or any(t.low in lists.superlative for t in sentence.tokens[i + 1 : i + 5])


def _habit(draft: Draft) -> bool:
    """Tell whether the verb is in the simple present, which tells no case: "one friend leaves, then more follow"."""
    token = draft.sentence.tokens[draft.status.trigger]
    return token.low.endswith("s") and any(s.form == "base" for s in token.word.senses) and not draft.sentence.capitals


def _bare(draft: Draft, before: Before, places: Sequence[Place], lists: Signs) -> str:
    """Judge a number without a noun beside it: by its verb, by what counts before it, by the figures it stands among."""
    if _proof(draft, lists):
        return "verb of people"
    if _on_board(draft.sentence, draft.counted.end):
        return "people on board"
    if draft.status.rule == "capacity":
        return ""
    if draft.counted.kind == "of-number":
        return "part of a number" if before.distance <= NEAR or draft.counted.noun is not None else ""
    if draft.status.rule.rsplit(" ", 1)[-1] in lists.people_states and draft.status.rule.startswith(("state", "verb")):
        return "state of people"
    if before.same_sentence and _how_badly(draft):
        return "how badly"
    if before.same_sentence and _sum(draft):
        return "sum of figures"
    if draft.joint == "(" and behind_place(draft, places):
        return "bracket behind a place"
    if draft.sentence.low(draft.index + 1) in ("who", "whose"):
        return "relative clause of people"
    if _said_to_be_people(draft) or _in_all(draft, places):
        return "people in the predicate"
    noun = counter(draft, before.distance, lists)
    if noun:
        return "population" if noun in lists.homes or noun in lists.others else "counter noun"
    by_verb = _by_verb(draft, before, places)
    if not by_verb and behind_place(draft, places):
        return "bracket behind a place"
    return by_verb or _by_figures(draft, before)


def _on_board(sentence: Sentence, end: int) -> bool:
    """Tell whether the number is of those on board: "all 107 aboard", "28 of the 700 on board"."""
    return sentence.low(end) in ("aboard", "onboard") or (sentence.low(end) == "on" and sentence.low(end + 1) == "board")


def _sum(draft: Draft) -> bool:
    """Tell whether the phrase of the number sums up the figures before it: "making | a total of 113"."""
    inside = draft.sentence.tokens[draft.start : draft.index]
    return any(t.low == "total" for t in inside) and draft.joint in SUMMING


def _said_to_be_people(draft: Draft) -> bool:
    """Tell whether the predicate names people: "of those on board, 149 were Germans", "40 of these are women"."""
    sentence, k = draft.sentence, draft.counted.end
    if sentence.low(k) not in BE:
        return False
    while sentence.low(k + 1) in ("all", "mostly", "also", "still", "ethnic", "the"):
        k += 1
    if k + 1 >= len(sentence.tokens):
        return False
    token, noun = sentence.tokens[k + 1], sentence.noun(k + 1)
    named = token.capital and token.low.endswith("s") and len(token.low) > WINDOW // 3
    return named or (noun is not None and noun.people)


def _in_all(draft: Draft, places: Sequence[Place]) -> bool:
    """Tell whether the number stands in apposition to people: "the returnees, 120 in all", "some 25,000, mostly Hazaras"."""
    sentence, end = draft.sentence, draft.counted.end
    if sentence.low(end) == "in" and sentence.low(end + 1) in ("all", "total"):
        return draft.joint in (",", "(", "—", "–") and _people_near(draft)
    return (
        sentence.low(end) == ","
        and sentence.low(end + 1) in ("mostly", "mainly", "largely")
        and any(p.people and p.start == end + 2 for p in places)
    )


def _by_verb(draft: Draft, before: Before, places: Sequence[Place]) -> str:
    """Judge a bare number by the verb that follows it or stands before it."""
    status, sentence, i = draft.status, draft.sentence, draft.index
    own = status.strength == STRONG and status.trigger == draft.counted.end and status.category not in ("other", "affected")
    tried = own and status.category == "prosecuted" and status.rule.startswith("state")
    if tried or (own and status.rule.startswith(("verb", "passive"))) or _did(draft):
        return "verb of people"
    if subject(draft, places):
        return "people are the subject"
    if draft.joint == "of" and sentence.low(draft.start - 2) in SPEAKING and before.distance <= NEAR:
        return "spoken of"
    if sentence.low(i + 1) == "from" and before.distance <= 1 and any(p.start in (i + 2, i + 3) for p in places):
        return "list of origins"
    return "vague subject" if draft.number.vague and _vague(draft, before) else ""


def _did(draft: Draft) -> bool:
    """Tell whether only auxiliaries stand before what people alone do: "about 100 have come home", "250 are thought to have returned"."""
    status, end = draft.status, draft.counted.end
    if status.strength != STRONG or status.category not in ("returned", "joined", "prosecuted") or status.trigger - end > WINDOW // 2:
        return False
    between = draft.sentence.tokens[end : status.trigger]
    auxiliary = all(t.word.function in ("auxiliaries", "adverbs") or t.low == "to" for t in between)
    return auxiliary and status.rule.startswith(("verb", "passive"))


def _vague(draft: Draft, before: Before) -> bool:
    """Tell whether a vague number is the subject of a verb: "Thousands fled", "Dozens are still missing"."""
    status, low, following = draft.status, draft.sentence.low(draft.index + 1), draft.index + 1
    if draft.counted.end == following and (status.strength >= MIDDLE or (status.category and low in VERBS)):
        return True
    return (low in VERBS and before.distance <= 1) or (status.category is not None and status.trigger == following)


def _by_figures(draft: Draft, before: Before) -> str:
    """Judge a bare number by the figures shortly before it."""
    number, left = draft.number, draft.sentence.low(draft.index - 1)
    if number.low == number.high and (number.low, number.high) in before.values and left in DEFINITE:
        return "counted before"
    if number.loose:
        return "pair" if draft.status.strength >= MIDDLE else ""
    if before.same_sentence and (draft.sentence.low(0) == "of" or draft.joint in ("whom", "which", "them", "but", "including")):
        return "part of a figure before"
    return "number among figures" if _free(draft) and _goes_on(draft, before) else ""


def _goes_on(draft: Draft, before: Before) -> bool:
    """Tell whether a free number goes on counting the people of a figure shortly before it."""
    status, after = draft.status, draft.sentence.low(draft.counted.end)
    if draft.joint in SAYING and before.distance <= 1:
        return True
    if before.same_sentence:
        return draft.joint in JOINING or status.strength > NONE
    if before.distance <= 1 and (status.strength > NONE or after in VERBS):
        return True
    return before.distance <= NEAR and after in VERBS and status.category is None


def _free(draft: Draft) -> bool:
    """Tell whether nothing ties a bare number to a time or place: it ends its clause, or a verb or "from" follows."""
    if draft.joint in TYING and draft.number.digits:
        return False
    tokens, end = draft.sentence.tokens, draft.counted.end
    if end >= len(tokens):
        return True
    after = tokens[end]
    if after.raw in '.,;)!?"”—–' or after.low in FREEING:
        return True
    return bool(after.word.senses) or after.word.function == "adverbs"
