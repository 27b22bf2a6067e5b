"""Where counted people are from, as their own phrase says it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sayso.find.draft import Draft
from sayso.find.places import Place, country
from sayso.find.runs import Codes, codes, joined, unique
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
FROM_REACH = 6
PREDICATE_REACH = 30


class Lists(NamedTuple):
    """The words of a language by which people are told to be from somewhere."""

    taken: frozenset[str]
    nationality: frozenset[str]
    serving: frozenset[str]
    services: frozenset[str]


@cache
def _lists(language: str) -> Lists:
    found = words(language, "geography")
    return Lists(*(frozenset(found[name]) for name in ("taken", "nationality", "serving", "services")))


def origin(draft: Draft, places: Sequence[Place], stops: frozenset[int], language: str = "en") -> Codes:
    """Return where the counted people are from: "Tajik nationals", "people from Kyrgyzstan", "were Tajik nationals".

    `stops` are the tokens of the other counts in the sentence, over which no predicate reaches.
    """
    lists = _lists(language)
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
    return _breakdown(draft, places) or _predicate(draft, places, stops) or _service(draft, places, lists)


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
        if [w for w in between if w not in BETWEEN] == ["from"] and sentence.low(found.end - 1) not in lists.taken:
            return joined(sentence, places, k)
        if between[0] == "of" and set(between) <= {"of", "the"} and found.head >= 0 and sentence.low(found.head) in lists.nationality:
            return joined(sentence, places, k)
    return []


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
    return before[-1] in ("all", "mostly", "mainly", "them") and any(t.raw == "," for t in tokens[end : place.start])


def _service(draft: Draft, places: Sequence[Place], lists: Lists) -> Codes:
    """Read whose soldiers or police they are from the army or police named beside them: "a Lebanese army patrol"."""
    noun = draft.counted.noun
    if noun is None or noun.lemma not in lists.serving:
        return Codes()
    near = {p.code for p in places if p.people and draft.sentence.low(p.end) in lists.services}
    return Codes(tuple(near), "nationality of the service") if len(near) == 1 else Codes()


def bracketed(draft: Draft, places: Sequence[Place]) -> Codes:
    """Return the place that a number in brackets stands behind: "Germany (760)", "Germany (about 1000)"."""
    opening = next((k for k in (draft.index - 1, draft.index - 2) if draft.sentence.low(k) == "("), None)
    place = next((p for p in places if p.end == opening), None)
    return Codes((place.code,), "place before the bracket", frozenset([place.start])) if place else Codes()
