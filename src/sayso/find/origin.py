"""Where counted people are from, as their own phrase says it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sayso.find.draft import Draft
from sayso.find.places import Place, country
from sayso.find.runs import Codes, codes, joined, unique
from sayso.find.sentence import Sentence
from sayso.languages import grammar, words

BE = grammar("be")
MOSTLY = grammar("mostly")
BETWEEN = MOSTLY | frozenset(
    [
        "the",
        "originally",
        ",",
        "who",
        "came",
        "come",
        "hailing",
        "coming",
        "neighbouring",
        "neighboring",
        "and",
        "elsewhere",
        "others",
        "of",
    ]
)
FROM_REACH = 9
HELD_REACH = 9
MOST_BEFORE = 4
RETURNING = frozenset(["back", "home", "away", "here", "there"])
PREDICATE_REACH = 30


class Lists(NamedTuple):
    """The words of a language by which people are told to be from somewhere."""

    taken: frozenset[str]
    nationality: frozenset[str]
    serving: frozenset[str]
    services: frozenset[str]
    areas: frozenset[str]
    citizenship: frozenset[str]
    holding: frozenset[str]
    coming: frozenset[str]
    ranks: frozenset[str]


@cache
def _lists(language: str) -> Lists:
    found = words(language, "geography")
    return Lists(*(frozenset(found[name]) for name in Lists._fields))


def origin(draft: Draft, places: Sequence[Place], stops: frozenset[int], language: str = "en") -> Codes:
    """Return where the counted people are from: "Tajik nationals", "people from Kyrgyzstan", "were Tajik nationals".

    `stops` are the tokens of the other counts in the sentence, over which no predicate reaches.
    """
    lists = _lists(language)
    if draft.sentence.low(draft.start - 1) == "but" and draft.sentence.low(draft.start - 2) == "all":
        return Codes()
    inside = _inside(draft, places, lists)
    if inside:
        return inside
    after = _from(draft, places, lists) if draft.category != "repatriated" else []
    if after:
        return codes(after, "from a place")
    opening = _opening(draft, places)
    if opening:
        return opening
    if draft.joint == "of" and draft.start >= 2 and draft.sentence.tokens[draft.start - 2].number is not None:
        return Codes()
    told = _breakdown(draft, places) or _citizenship(draft, places, stops, lists) or _predicate(draft, places, stops)
    return told or _came(draft, places, stops, lists) or _service(draft, places, lists)


def _inside(draft: Draft, places: Sequence[Place], lists: Lists) -> Codes:
    """Read a nationality or place inside the phrase; "ethnic Kyrgyz from Osh" is the finer one."""
    found = draft.counted
    end = max(found.end, found.head + 1) + (found.kind == "of-them")
    first = next((k for k, p in enumerate(places) if draft.index < p.start < end), None)
    if first is None:
        return Codes()
    run = joined(draft.sentence, places, first)
    finer = _from(draft, places, lists) if len(run) == 1 and draft.category != "repatriated" else []
    if len(finer) == 1 and ":" in finer[0].code and country(finer[0].code) == run[0].code:
        return codes(finer, "from a place")
    return codes(run, "nationality in the phrase") if run[0].people else Codes(unique(run), "place in the phrase")


def _opening(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read the people that a clause opens with: "Of the Tajiks, | 147 have returned; of the Kyrgyz, | 44"."""
    sentence = draft.sentence
    for p in places:
        opens = sentence.low(p.start - 1) == "the" and sentence.low(p.start - 2) in ("of", "among")
        if p.people and opens and p.end == draft.start - 1 and draft.joint == ",":
            return codes([p], "people that open the clause")
    return Codes()


def _from(draft: Draft, places: Sequence[Place], lists: Lists) -> list[Place]:
    """Read "people from X", "citizens of X", "fighters, mostly from X"."""
    sentence, found = draft.sentence, draft.counted
    for k, place in enumerate(places):
        if place.people or not found.end < place.start <= found.end + FROM_REACH:
            continue
        between = [t.low for t in sentence.tokens[found.end : place.start]]
        if (
            _leads_from(between, lists, _covered(places, found.end, place.start, sentence))
            and sentence.low(found.end - 1) not in lists.taken
            and sentence.low(draft.start - 1) not in lists.taken
        ):
            return joined(sentence, places, k)
        if between[0] == "of" and set(between) <= {"of", "the"} and found.head >= 0 and sentence.low(found.head) in lists.nationality:
            return joined(sentence, places, k)
    return []


def _covered(places: Sequence[Place], start: int, end: int, sentence: Sentence) -> frozenset[str]:
    """Return the words that name places or peoples between two tokens: "the northern Indian state of Gujarat"."""
    return frozenset(t.low for p in places if start <= p.start and p.end <= end for t in sentence.tokens[p.start : p.end])


def _leads_from(between: Sequence[str], lists: Lists, covered: frozenset[str]) -> bool:
    """Tell whether the words before a place lead to it from the people: "originally from the town of"."""
    if "from" not in between:
        return False
    at = between.index("from")
    return all(w in BETWEEN for w in between[:at]) and all(w in BETWEEN or w in lists.areas or w in covered for w in between[at + 1 :])


def _citizenship(draft: Draft, places: Sequence[Place], stops: frozenset[int], lists: Lists) -> Codes:
    """Read "men with Swiss passports", "teenagers of Albanian origin", "holding Dutch citizenship"."""
    sentence, end = draft.sentence, draft.counted.end
    for k, place in enumerate(places):
        if not place.people or not end <= place.start <= end + HELD_REACH or any(end <= stop < place.start for stop in stops):
            continue
        run = joined(sentence, places, k)
        if sentence.low(run[-1].end) in lists.citizenship and any(
            sentence.low(n) in lists.holding for n in range(max(end, place.start - 3), place.start)
        ):
            return codes(run, "citizenship or descent")
    return Codes()


def _came(draft: Draft, places: Sequence[Place], stops: frozenset[int], lists: Lists) -> Codes:
    """Read "twelve of the fighters were from Bosnia", "forty recruits came from Tajikistan"."""
    sentence, end = draft.sentence, draft.counted.end
    at = next((n for n in range(end, min(end + HELD_REACH, len(sentence.tokens))) if sentence.low(n) == "from"), -1)
    if at < 1 or any(end <= stop < at for stop in stops):
        return Codes()
    before = [t.low for t in sentence.tokens[end:at] if t.low not in MOSTLY and (t.word.function != "adverbs" or t.low in RETURNING)]
    people = sentence.noun(at - 1) is not None and any(w in BE for w in before)
    if not before or not (people or before[-1] in BE | lists.coming) or len(before) > MOST_BEFORE:
        return Codes()
    for k, place in enumerate(places):
        if place.start > at and not place.people:
            between = [t.low for t in sentence.tokens[at : place.start]]
            known = _leads_from(between, lists, _covered(places, at, place.start, sentence))
            return codes(joined(sentence, places, k), "where they were or came from") if known else Codes()
    return Codes()


def _breakdown(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read a list of nationalities behind the phrase: "people, including Arabs, Turks and Kurds", "fighters, mostly Tajiks"."""
    sentence, k = draft.sentence, draft.counted.end
    while sentence.low(k) in (",", "—", "–", "-", "("):
        k += 1
    if k == draft.counted.end or sentence.low(k) not in MOSTLY | {"including"}:
        return Codes()
    first = next((n for n, p in enumerate(places) if p.start in (k + 1, k + 2) and p.people), None)
    run = joined(sentence, places, first) if first is not None else []
    return codes(run, "list of nationalities") if len(run) > 1 or (run and sentence.low(k) != "including") else Codes()


def _predicate(draft: Draft, places: Sequence[Place], stops: frozenset[int]) -> Codes:
    """Read "the four suspects ... were Tajik nationals", "66 journalists, all but 10 of them Syrian"."""
    sentence, end = draft.sentence, draft.counted.end
    for k, place in enumerate(places):
        if not place.people or not end <= place.start <= end + PREDICATE_REACH or any(end <= stop < place.start for stop in stops):
            continue
        following = sentence.tokens[place.end] if place.end < len(sentence.tokens) else None
        if following is not None and following.raw not in ".,;)" and following.word.noun is None:
            continue
        if _said_of(draft, place):
            return codes(joined(sentence, places, k), "nationality in the predicate")
    return Codes()


def _said_of(draft: Draft, place: Place) -> bool:
    """Tell whether a nationality is what a form of be, or an apposition, says of the counted."""
    tokens, end = draft.sentence.tokens, draft.counted.end
    before = [t.low for t in tokens[max(end, place.start - 3) : place.start]]
    if not before:
        return False
    if before[-1] in BE or (before[-1] in MOSTLY and any(w in BE for w in before)):
        return True
    if before[-1] == "them" and "all" not in before and "both" not in before:
        return False
    return before[-1] in ("all", "mostly", "mainly", "them") and any(t.raw == "," for t in tokens[end : place.start])


def _service(draft: Draft, places: Sequence[Place], lists: Lists) -> Codes:
    """Read whose soldiers or police they are from the army or police named beside them: "a Lebanese army patrol"."""
    noun, end = draft.counted.noun, draft.counted.end
    served = [p for p in places if _serves(draft.sentence, p, lists)]
    own = next((p for p in served if end <= p.start <= end + 2 and draft.sentence.low(end) in ("of", "from")), None)
    if own is not None:
        return codes([own], "nationality of the service")
    if noun is None or noun.lemma not in lists.serving:
        return Codes()
    near = {p.code for p in served}
    return Codes(tuple(near), "nationality of the service") if len(near) == 1 else Codes()


def _serves(sentence: Sentence, place: Place, lists: Lists) -> bool:
    """Tell whether a nationality is that of an army or police: "the Afghan National Police"."""
    if sentence.low(place.end) in lists.ranks:
        return sentence.low(place.end + 1) in lists.services
    return place.people and sentence.low(place.end) in lists.services


def bracketed(draft: Draft, places: Sequence[Place]) -> Codes:
    """Return the place that a number in brackets stands behind: "Germany (760)", "Germany (about 1000)"."""
    opening = next((k for k in (draft.index - 1, draft.index - 2) if draft.sentence.low(k) == "("), None)
    place = next((p for p in places if p.end == opening), None)
    return Codes((place.code,), "place before the bracket", frozenset([place.start])) if place else Codes()
