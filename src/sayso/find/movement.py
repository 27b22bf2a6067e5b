"""Where people are from when their own phrase does not say it: the road they took, the list, the heading, the state that counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sayso.find.attribution import Discourse
from sayso.find.draft import Draft
from sayso.find.origin import bracketed
from sayso.find.places import Atlas, Place
from sayso.find.runs import Codes
from sayso.find.sentence import Sentence
from sayso.languages import grammar, words

MOVED = frozenset(["joined", "returned", "repatriated", "prevented"])
ACTING = grammar("acting")
OWN = grammar("own")
LEAVING = grammar("leaving")
FEW = grammar("few")
ROAD = 12
SECTION = 40
HEADING = 4
SENT = 6
NUMBERED = 16
LABEL = 2
HAILING = 5
HOMELAND = grammar("homeland")
ANYBODY = grammar("anybody")


class Lists(NamedTuple):
    """The words of a language by which countries send people."""

    sending: frozenset[str]
    sent: frozenset[str]


@cache
def _lists(language: str = "en") -> Lists:
    found = words(language, "geography")
    return Lists(frozenset(found["sending"]), frozenset(found["sent"]))


def beyond(draft: Draft, places: Sequence[Place], atlas: Atlas, discourse: Discourse) -> Codes:
    """Return the origin of people who left, came back or fight, from what stands around their phrase."""
    if draft.category not in MOVED and draft.category != "active":
        return _citizens(draft, atlas, discourse) if _homeland(draft) else Codes()
    found = _sent(draft, places) or _road(draft, places) or _listed(draft, places) or _citizens(draft, atlas, discourse)
    return found or (_heading(draft, atlas, discourse) if draft.category in MOVED else Codes())


def _road(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read the road: "travelled from France", "have left the Ferghana Valley", "came back to Ireland", "Kazakhstan flew home 600"."""
    sentence, at = draft.sentence, draft.status.trigger
    if draft.category not in MOVED or at < 0:
        return Codes()
    target = next((p for p in places if p.start > at and not p.people and _before(sentence, p) == "to"), None)
    if target is not None and draft.category == "repatriated":
        return Codes((target.code,), "place they were brought to")
    for p in (p for p in places if not p.people):
        if draft.category == "repatriated" and (0 <= at - p.end <= 2 or (p.start == 0 and p.end < at)):
            return Codes((p.code,), "state that brings its own home")
        if not at < p.start <= at + ROAD:
            continue
        before = _before(sentence, p)
        left = before == "from" or (before in LEAVING and p.start - at <= 4)
        if draft.category == "joined" and left and sentence.low(p.end) != "(":
            return Codes((p.code,), "place they left", frozenset([p.start]))
        if draft.category in ("returned", "repatriated") and before == "to":
            return Codes((p.code,), "place they came back to")
    return _speaking_state(draft, places)


def _before(sentence: Sentence, place: Place) -> str:
    """Return the word before a place, its article and how many it is: "left the five Central Asian republics"."""
    at = place.start - 1
    at -= sentence.low(at) in FEW
    at -= sentence.low(at) == "the"
    return sentence.low(at)


def _sent(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read the country that a clause has as its subject: "Tunisia has sent 3,000 fighters", "Austria is the source of 300"."""
    sentence, noun, start = draft.sentence, draft.counted.noun, draft.start
    lists = _lists()
    if draft.category == "returned" or (noun is not None and noun.lemma not in lists.sent | ANYBODY):
        return Codes()
    for p in (p for p in places if not p.people and p.end < start <= p.end + SENT):
        words = [t.low for t in sentence.tokens[p.end : start] if t.word.function not in ("auxiliaries", "adverbs", "determiners")]
        if words in (["accounts", "for"], ["accounted", "for"], ["source", "of"]) or (len(words) == 1 and words[0] in lists.sending):
            return Codes((p.code,), "country that they come from", frozenset([p.start]))
    return Codes()


def _speaking_state(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read whose people a state's own officials count: "Danish intelligence says that 125 people have left"."""
    names = " ".join(draft.names)
    if any(t.low == "foreign" for t in draft.sentence.tokens[draft.index : draft.counted.end]):
        return Codes()
    for p in places:
        stretch = draft.sentence.tokens[p.start : p.end + 3]
        owner = p.people or draft.sentence.low(p.end) in ("'s", "’s")
        if owner and any(t.low in ACTING for t in stretch) and draft.sentence.tokens[p.start].raw in names:
            return Codes((p.code,), "state that counts its own")
    return Codes()


def _listed(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read the place that a list or a possessor gives: "Germany (760)", "Western Europe's 5,000 fighters", "Tajikistan: 1,300 joined"."""
    found = bracketed(draft, places)
    if found:
        return found
    sentence = draft.sentence
    numbered = _numbered(draft, places)
    if numbered:
        return numbered
    for p in reversed(places):
        after = sentence.low(p.end)
        if p.end == draft.start - 1 and (after in ("'s", "’s") or (after == ":" and p.start <= LABEL) or (after == "with" and p.people)):
            return Codes((p.code,), "place before the number", frozenset([p.start]))
        hailing = draft.counted.kind == "bare" and sentence.low(p.start - 1) == "from" and 0 < draft.start - p.end <= HAILING
        if hailing and sentence.noun(p.start - 2):
            return Codes((p.code,), "place that those counted are from", frozenset([p.start]))
        opens = p.start == 1 and sentence.low(0) == "in" and draft.counted.kind == "bare" and p.end < draft.start
        if opens or (p.start == 0 and after == ":"):
            return Codes((p.code,), "place that opens the sentence", frozenset([p.start]))
    return Codes()


def _numbered(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read whose number stands in brackets behind its phrase: "the number of Tunisian nationals who went (39)"."""
    sentence = draft.sentence
    if sentence.low(draft.start - 1) != "(" and draft.counted.kind != "bare":
        return Codes()
    opening = (p for p in places if p.people and 0 < draft.start - p.end <= NUMBERED)
    found = next((p for p in opening if sentence.low(p.start - 1) == "of" and sentence.low(p.start - 2) == "number"), None)
    return Codes((found.code,), "people whose number it is", frozenset([found.start])) if found else Codes()


def _citizens(draft: Draft, atlas: Atlas, discourse: Discourse) -> Codes:
    """Read whose citizens are meant by "their citizens", or whose number "the number is", from the sentence before."""
    noun, sentence = draft.counted.noun, draft.sentence
    if _homeland(draft):
        return _country(draft, atlas, discourse)
    phrase = sentence.tokens[draft.index : draft.counted.end]
    theirs = noun is not None and noun.lemma in OWN and any(t.low in ("their", "its") for t in phrase)
    if not theirs and draft.rule not in ("counter noun", "people are the subject"):
        return Codes()
    before = [p for p in atlas.of(sentence) if p.end <= draft.start]
    here = before if theirs else [p for p in before if p.people and not _officials(draft, p)]
    if here:
        return Codes((here[-1].code,), "state named before")
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        other = discourse.sentence(index)
        people = [p for p in atlas.of(other) if p.people and (other.low(p.end - 1).endswith("s") or other.noun(p.end))]
        if people:
            return Codes((people[0].code,), "people of the sentence before")
    return Codes()


def _homeland(draft: Draft) -> bool:
    """Tell whether the phrase speaks of those "of the country"."""
    sentence, end, noun = draft.sentence, draft.counted.head + 1, draft.counted.noun
    own = noun is not None and noun.lemma in OWN
    return own and sentence.low(end) == "of" and sentence.low(end + 1) in ("the", "this", "that") and sentence.low(end + 2) in HOMELAND


def _country(draft: Draft, atlas: Atlas, discourse: Discourse) -> Codes:
    """Return the country that is spoken of before: the last one in the sentence, else the one that opens the sentence before."""
    here = [p for p in atlas.of(draft.sentence) if p.end <= draft.start]
    if here:
        return Codes((here[-1].code,), "state named before")
    opening = [p for p in atlas.of(discourse.sentence(draft.sentence.index - 1)) if p.start <= LABEL] if draft.sentence.index else []
    return Codes((opening[0].code,), "state that opens the sentence before") if opening else Codes()


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
