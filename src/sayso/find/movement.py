"""Where people are from when their own phrase does not say it: the road they took, the list, the heading, the state that counts."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.attribution import Discourse
from sayso.find.draft import Draft
from sayso.find.origin import bracketed
from sayso.find.places import Atlas, Place
from sayso.find.runs import Codes
from sayso.languages import grammar

MOVED = frozenset(["joined", "returned", "repatriated", "prevented"])
ACTING = grammar("acting")
OWN = grammar("own")
LEAVING = grammar("leaving")
ROAD = 12
SECTION = 40
HEADING = 4


def beyond(draft: Draft, places: Sequence[Place], atlas: Atlas, discourse: Discourse) -> Codes:
    """Return the origin of people who left, came back or fight, from what stands around their phrase."""
    if draft.category not in MOVED and draft.category != "active":
        return Codes()
    found = _road(draft, places) or _listed(draft, places) or _citizens(draft, atlas, discourse)
    return found or (_heading(draft, atlas, discourse) if draft.category in MOVED else Codes())


def _road(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read the road: "travelled from France", "have left the Ferghana Valley", "came back to Ireland", "Kazakhstan flew home 600"."""
    sentence, at = draft.sentence, draft.status.trigger
    if draft.category not in MOVED or at < 0:
        return Codes()
    for p in (p for p in places if not p.people):
        if draft.category == "repatriated" and (0 <= at - p.end <= 2 or (p.start == 0 and p.end < at)):
            return Codes((p.code,), "state that brings its own home")
        if not at < p.start <= at + ROAD:
            continue
        before = sentence.low(p.start - 2) if sentence.low(p.start - 1) == "the" else sentence.low(p.start - 1)
        left = before == "from" or (before in LEAVING and p.start - at <= 2)
        if draft.category == "joined" and left:
            return Codes((p.code,), "place they left", frozenset([p.start]))
        if draft.category in ("returned", "repatriated") and before == "to":
            return Codes((p.code,), "place they came back to")
    return _speaking_state(draft, places)


def _speaking_state(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read whose people a state's own officials count: "Danish intelligence says that 125 people have left"."""
    names = " ".join(draft.names)
    for p in places:
        stretch = draft.sentence.tokens[p.start : p.end + 3]
        if p.people and any(t.low in ACTING for t in stretch) and draft.sentence.tokens[p.start].raw in names:
            return Codes((p.code,), "state that counts its own")
    return Codes()


def _listed(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read the place that a list or a possessor gives: "Germany (760)", "Western Europe's 5,000 fighters", "Tajikistan: 1,300 joined"."""
    found = bracketed(draft, places)
    if found:
        return found
    sentence = draft.sentence
    for p in reversed(places):
        after = sentence.low(p.end)
        if p.end == draft.start - 1 and (after in ("'s", "’s", ":") or (after == "with" and p.people)):
            return Codes((p.code,), "place before the number", frozenset([p.start]))
        opens = p.start == 1 and sentence.low(0) == "in" and draft.counted.kind == "bare" and p.end < draft.start
        if opens or (p.start == 0 and after == ":"):
            return Codes((p.code,), "place that opens the sentence", frozenset([p.start]))
    return Codes()


def _citizens(draft: Draft, atlas: Atlas, discourse: Discourse) -> Codes:
    """Read whose citizens are meant by "their citizens", or whose number "the number is", from the sentence before."""
    noun, sentence = draft.counted.noun, draft.sentence
    phrase = sentence.tokens[draft.index : draft.counted.end]
    theirs = noun is not None and noun.lemma in OWN and any(t.low in ("their", "its") for t in phrase)
    if not theirs and draft.rule not in ("counter noun", "people are the subject"):
        return Codes()
    before = [p for p in atlas.of(sentence) if p.end <= draft.start]
    here = before if theirs else [p for p in before if p.people and not _officials(draft, p)]
    if here:
        return Codes((here[-1].code,), "state named before")
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        people = [p for p in atlas.of(discourse.sentence(index)) if p.people]
        if people:
            return Codes((people[0].code,), "people of the sentence before")
    return Codes()


def _officials(draft: Draft, place: Place) -> bool:
    """Tell whether a nationality only says whose officials speak: "Western officials", "the Kyrgyz committee"."""
    return any(draft.sentence.low(k) in ACTING for k in range(place.end, place.end + 2))


def _heading(draft: Draft, atlas: Atlas, discourse: Discourse) -> Codes:
    """Read the country that the section is about from its heading."""
    for index in range(draft.sentence.index - 1, max(-1, draft.sentence.index - 1 - SECTION), -1):
        start, end = discourse.span(index)
        if end - start > SECTION:
            continue
        sentence = discourse.sentence(index)
        words = [t for t in sentence.tokens if t.raw[0].isalpha() and t.word.function != "determiners"]
        if not 0 < len(words) <= HEADING or sentence.tokens[-1].raw in ".!?":
            continue
        places = [p for p in atlas.of(sentence) if not p.people]
        if places and sum(p.end - p.start for p in places) >= len(words):
            return Codes((places[0].code,), "heading of the section")
        if sentence.tokens[0].raw == "#":
            return Codes()
    return Codes()
