"""Which names of places say where something is."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sayso.find.places import Place
from sayso.find.sentence import Sentence
from sayso.languages import grammar, words

SPOT_REACH = 6
CLAUSE = 8
ACTING = grammar("acting")
HAPPENINGS = grammar("happenings")
LEAVING = grammar("leaving")
SAYING = grammar("saying")


class Lists(NamedTuple):
    """The words of a language by which something is told to be somewhere."""

    where: frozenset[str]
    sites: frozenset[str]
    reached: frozenset[str]
    hosting: frozenset[str]
    bound: frozenset[str]
    adjectives: frozenset[str]
    services: frozenset[str]
    ranks: frozenset[str]
    nationality: frozenset[str]


@cache
def place_lists(language: str) -> Lists:
    """Return the lists of a language."""
    found = words(language, "geography")
    return Lists(*(frozenset(found[name]) for name in Lists._fields))


def sets_scene(sentence: Sentence, place: Place) -> bool:
    """Tell whether the sentence opens with the place: "In Lebanon, ...", "KABUL, Afghanistan - ..."."""
    opens = sentence.low(place.end) in (",", "(", "—", "–", "-", ":") or sentence.low(0) in ("in", "at", "near", "across", "outside")
    return place.start <= 3 and not place.people and opens


def modifies(sentence: Sentence, place: Place, lists: Lists) -> bool:
    """Tell whether a name only says which: "the Moscow attack", "the Kerman bombings"."""
    if place.people or place.end >= len(sentence.tokens):
        return False
    token = sentence.tokens[place.end]
    verb = any(s.form in ("past", "gerund") for s in token.word.senses) or token.low.endswith(("ed", "ly")) or token.low in SAYING
    return token.raw[0].islower() and not token.word.function and not verb and token.low not in lists.sites


def is_spot(sentence: Sentence, place: Place, lists: Lists) -> bool:
    """Tell whether a name says where something is: after a preposition, or an adjective of a site."""
    following = sentence.low(place.end)
    if following in ("border", "frontier") and "near" in (sentence.low(place.start - 1), sentence.low(place.start - 2)):
        return False  # on either side of it
    if place.people:
        site = following in lists.sites or (following in lists.where and sentence.low(place.end + 1) in lists.sites)
        return site and not place.code.startswith("ethnic:")
    if sets_scene(sentence, place) or (sentence.capitals and following not in ACTING) or sentence.low(place.start - 1) in lists.reached:
        return True
    return not serves(sentence, place, lists) and _led_to(sentence, place, lists)


def described(sentence: Sentence, place: Place) -> bool:
    """Tell whether a place stands in a clause that describes somebody: "the Observatory, which watches events in Syria,"."""
    before = (sentence.low(k) for k in range(place.start - CLAUSE, place.start))
    return any(pair in ((",", "which"), (",", "who")) for pair in pairwise(before))


def serves(sentence: Sentence, place: Place, lists: Lists) -> bool:
    """Tell whether a country's name is the adjective of its forces or of what they do: "the US air strike", "UK nationals"."""
    following = [sentence.low(k) for k in range(place.end, place.end + 2)]
    if sentence.tokens[place.start].raw in lists.adjectives and not HAPPENINGS.isdisjoint(following):
        return True
    service = following[0] in lists.services or (following[0] in lists.ranks and following[1] in lists.services)
    return following[0] in lists.nationality or (":" not in place.code and service)


def _led_to(sentence: Sentence, place: Place, lists: Lists) -> bool:
    """Tell whether a preposition of places leads to the name."""
    site = False
    for k in range(place.start - 1, max(-1, place.start - 1 - SPOT_REACH), -1):
        token = sentence.tokens[k]
        if token.low == "of" and sentence.low(k - 1) in lists.sites:
            site = True  # "the county of": what leads to it may stand before
            continue
        if token.low in lists.where:
            before = sentence.low(k - 1)
            if token.low == "from" and before in ("them", "whom", "others", "those", "mostly", "mainly", "originally"):
                return False  # where some of them are from
            if token.low == "to" and before in lists.bound:
                return False
            return site or token.low != "for" or before in LEAVING
        passed = token.word.function in ("determiners", "conjunctions") or token.capital or token.raw in ",/-–" or token.low in lists.sites
        if not passed and not token.low.endswith(("ern", "ing", "held", "led", "est")):
            return site
    return site
