"""Where counted people are from, and where what is said of them holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sayso.find.counted import Counted
from sayso.find.places import Place, country
from sayso.find.sentence import Sentence
from sayso.languages import words

JOINERS = frozenset(["and", ",", "or", "/", "&", "-", "–", "and/or", "both", "as", "well"])
BE = frozenset(["is", "are", "was", "were", "be", "been"])
CLOSE = 5
APPOSED = 7
SPOT_REACH = 6


class Lists(NamedTuple):
    """The words of a language that tell places of origin and of action apart."""

    where: frozenset[str]
    sites: frozenset[str]
    taken: frozenset[str]
    nationality: frozenset[str]
    serving: frozenset[str]
    services: frozenset[str]
    reached: frozenset[str]


@cache
def _lists(language: str) -> Lists:
    found = words(language, "geography")
    return Lists(*(frozenset(found[name]) for name in ("where", "sites", "taken", "nationality", "serving", "services", "reached")))


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes of places with the rule that gave them, and the tokens that were read."""

    codes: tuple[str, ...] = ()
    rule: str = ""
    used: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.codes)


def _joined(sentence: Sentence, places: Sequence[Place], k: int) -> list[Place]:
    """Return the run of places from the k-th on that commas and "and" join: "Syria and Iraq"."""
    run = [places[k]]
    for nxt in places[k + 1 :]:
        between = [t.low for t in sentence.tokens[run[-1].end : nxt.start]]
        if len(between) <= 3 and all(w in JOINERS or w in ("the", "neighbouring", "neighboring", "in", "from") for w in between) and between and nxt.people == run[0].people:
            run.append(nxt)
        else:
            break
    return run


def _unique(run: Sequence[Place]) -> tuple[str, ...]:
    """Return the codes of a run; a town followed by its own country is one place."""
    out: list[str] = []
    for place in run:
        if any(country(place.code) == country(c) and ":" not in place.code for c in out):
            continue
        if place.code not in out:
            out.append(place.code)
    return tuple(out)


def origin(sentence: Sentence, i: int, found: Counted, places: Sequence[Place], stops: frozenset[int], language: str = "en") -> Codes:  # noqa: PLR0913
    """Return where the counted people are from, as their phrase says it: "Tajik nationals", "people from Kyrgyzstan", "were Tajik nationals".

    `stops` are the tokens of the other counts in the sentence, over which no predicate reaches.
    """
    lists = _lists(language)
    inside = [k for k, p in enumerate(places) if i < p.start < max(found.end, found.head + 1) + (found.kind == "of-them")]
    if inside:
        run = _joined(sentence, places, inside[0])
        finer = _from(sentence, found, places, lists) if len(run) == 1 else []
        if len(finer) == 1 and ":" in finer[0].code and country(finer[0].code) == run[0].code:
            return _codes(finer, "from a place")
        return _codes(run, "nationality in the phrase") if run[0].people else Codes(_unique(run), "place in the phrase")
    after = _from(sentence, found, places, lists)
    if after:
        return _codes(after, "from a place")
    if sentence.low(i - 1) in ("the", "these", "those") and sentence.low(i - 2) == "of" and i >= 3 and sentence.tokens[i - 3].number is not None:
        return Codes()
    return _breakdown(sentence, found, places) or _predicate(sentence, found, places, stops) or _service(sentence, found, places, lists)


def bracketed(sentence: Sentence, i: int, places: Sequence[Place]) -> Codes:
    """Return the place that a number in brackets stands behind: "Germany (760)"."""
    if sentence.low(i - 1) != "(" and not (sentence.low(i - 2) == "(" and sentence.tokens[i - 1].word.function):
        return Codes()
    opening = i - 1 if sentence.low(i - 1) == "(" else i - 2
    place = next((p for p in places if p.end == opening), None)
    return Codes((place.code,), "place before the bracket", frozenset([place.start])) if place else Codes()


def _breakdown(sentence: Sentence, found: Counted, places: Sequence[Place]) -> Codes:
    """Read a list of nationalities behind the phrase: "people, including Arabs, Turks and Kurds", "fighters, mostly Tajiks"."""
    k = found.end
    while sentence.low(k) in (",", "—", "–", "-", "("):
        k += 1
    if k == found.end or sentence.low(k) not in ("including", "mostly", "mainly", "all", "largely", "both"):
        return Codes()
    first = next((n for n, p in enumerate(places) if p.start in (k + 1, k + 2) and p.people), None)
    if first is None:
        return Codes()
    run = _joined(sentence, places, first)
    return _codes(run, "list of nationalities") if len(run) > 1 or sentence.low(k) != "including" else Codes()


def _service(sentence: Sentence, found: Counted, places: Sequence[Place], lists: Lists) -> Codes:
    """Read whose soldiers or police they are from the army or police named beside them: "a Lebanese army patrol"."""
    if found.noun is None or found.noun.lemma not in lists.serving:
        return Codes()
    near = [p for p in places if p.people and sentence.low(p.end) in lists.services]
    return Codes((near[0].code,), "nationality of the service") if len({p.code for p in near}) == 1 else Codes()


def _codes(run: Sequence[Place], rule: str) -> Codes:
    return Codes(_unique(run), rule, frozenset(p.start for p in run))


def _from(sentence: Sentence, found: Counted, places: Sequence[Place], lists: Lists) -> list[Place]:
    """Read "people from X", "citizens of X", "fighters, mostly from X"."""
    end = found.end
    for k, place in enumerate(places):
        if place.people or not end < place.start <= end + 6:
            continue
        between = [t.low for t in sentence.tokens[end : place.start]]
        plain = [w for w in between if w not in ("the", "originally", "mostly", "mainly", "largely", ",", "all", "who", "came", "come", "hailing", "coming", "neighbouring", "neighboring", "and", "elsewhere", "others", "of")]
        if plain == ["from"] and sentence.low(end - 1) not in lists.taken:
            return _joined(sentence, places, k)
        if between[:1] == ["of"] and set(between) <= {"of", "the"} and found.head >= 0 and sentence.low(found.head) in lists.nationality:
            return _joined(sentence, places, k)
    return []


def _predicate(sentence: Sentence, found: Counted, places: Sequence[Place], stops: frozenset[int]) -> Codes:
    """Read "the four suspects ... were Tajik nationals", "66 journalists, all but 10 of them Syrian"."""
    for k, place in enumerate(places):
        if not place.people or not found.end <= place.start <= found.end + 30:
            continue
        before = [t.low for t in sentence.tokens[max(found.end, place.start - 3) : place.start]]
        following = sentence.tokens[place.end] if place.end < len(sentence.tokens) else None
        noun = following is None or following.raw in ".,;)" or (following.word.noun is not None)
        verb_between = any(found.end <= stop < place.start for stop in stops)
        if noun and not verb_between and before and (before[-1] in BE or (before[-1] in ("a", "all", "mostly", "both", "also") and any(w in BE for w in before)) or (before[-1] in ("all", "mostly", "mainly", "them") and "," in [t.raw for t in sentence.tokens[found.end : place.start]])):
            return _codes(_joined(sentence, places, k), "nationality in the predicate")
    return Codes()


def location(sentence: Sentence, i: int, found: Counted, places: Sequence[Place], used: frozenset[int], stops: frozenset[int], language: str = "en") -> Codes:  # noqa: PLR0913
    """Return where the status holds: the place that sets the scene, the nearest after the number in its clause, the nearest before it."""
    lists = _lists(language)
    free = [k for k, p in enumerate(places) if p.start not in used]
    strong = [k for k in free if _is_spot(sentence, places[k], lists)]
    plain = [k for k in strong if not _modifies(sentence, places[k])] or strong
    after = [k for k in plain if places[k].start > i]
    before = [k for k in plain if places[k].start < i]
    bounded = [k for k in after if not _broken(sentence, found.end, places[k].start, stops)]
    scene = [k for k in before[:1] if _sets_scene(sentence, places[k])]
    near = [k for k in bounded[:1] if places[k].start - found.end <= CLOSE]
    weak = [k for k in free if k not in strong and (_possesses(sentence, places[k]) or _acts(sentence, places[k], lists))]
    apposed = [k for k in free if 0 < i - places[k].end <= APPOSED and sentence.low(places[k].end) == "," and not places[k].people]
    inside = [k for k in free if i < places[k].start < found.end and not places[k].people]
    for choice, rule in (
        (near, "place right after the number"), (scene, "place that opens the sentence"), (bounded[:1], "place after the number"),
        (before[-1:], "place before the number"), (apposed[-1:], "place in apposition"), (inside[:1], "place in the phrase"),
        (after[:1], "place later in the sentence"), (weak[-1:], "country that speaks or acts"),
    ):  # fmt: skip
        if choice:
            k = choice[0]
            while k > 0 and _adjacent(sentence, places[k - 1], places[k]) and places[k - 1].start not in used:
                k -= 1
            return _codes(_joined(sentence, places, k), rule)
    return Codes()


def setting(sentence: Sentence, places: Sequence[Place], language: str = "en") -> Codes:
    """Return the place that a sentence without a count sets for its neighbours: the last one where something is."""
    lists = _lists(language)
    spots = [k for k, p in enumerate(places) if not p.people and (_is_spot(sentence, p, lists) or _possesses(sentence, p))]
    if not spots:
        return Codes()
    k = spots[-1]
    while k > 0 and (_adjacent(sentence, places[k - 1], places[k])):
        k -= 1
    return _codes(_joined(sentence, places, k), "place of a neighbouring sentence")


def _sets_scene(sentence: Sentence, place: Place) -> bool:
    """Tell whether the sentence opens with the place: "In Lebanon, ...", "KABUL, Afghanistan - ..."."""
    return place.start <= 3 and not place.people and (sentence.low(place.end) in (",", "(", "—", "–", "-") or sentence.low(0) in ("in", "at", "near", "across", "outside"))


def _acts(sentence: Sentence, place: Place, lists: Lists) -> bool:
    """Tell whether the name opens that of a local body: "Ottawa Hospital", "Baghdad police"."""
    return not place.people and (sentence.low(place.end) in lists.sites or sentence.low(place.end) in ("police", "mayor", "officials", "authorities", "residents"))


def _possesses(sentence: Sentence, place: Place) -> bool:
    return not place.people and sentence.low(place.end) in ("'s", "’s")


def _adjacent(sentence: Sentence, left: Place, right: Place) -> bool:
    between = [t.low for t in sentence.tokens[left.end : right.start]]
    return left.people == right.people and 0 < len(between) <= 2 and all(w in JOINERS for w in between)


def _broken(sentence: Sentence, start: int, end: int, stops: frozenset[int]) -> bool:
    """Tell whether another count or a new clause stands between."""
    return any(start <= stop < end for stop in stops) or any(t.raw == ";" for t in sentence.tokens[start:end])


def _modifies(sentence: Sentence, place: Place) -> bool:
    """Tell whether a name only says which: "the Moscow attack", "the Kerman bombings"."""
    if place.people or place.end >= len(sentence.tokens):
        return False
    token = sentence.tokens[place.end]
    return token.raw[0].islower() and not token.word.function and not any(s.form in ("past", "gerund") for s in token.word.senses) and token.low not in ("'s", "’s", "said", "says", "ago", "told") and not token.low.endswith(("ed", "ly"))


def _is_spot(sentence: Sentence, place: Place, lists: Lists) -> bool:
    """Tell whether a name says where something is: after a preposition, or an adjective of a site."""
    following = sentence.low(place.end)
    if place.people:
        if place.code.startswith("ethnic:"):
            return False
        return following in lists.sites or (following in lists.where and sentence.low(place.end + 1) in lists.sites)
    if _sets_scene(sentence, place) or sentence.capitals:
        return True
    if sentence.low(place.start - 1) in lists.reached:
        return True
    k = place.start - 1
    while k >= 0 and place.start - k <= SPOT_REACH:
        token = sentence.tokens[k]
        if token.low in lists.where:
            return True
        if not (token.word.function in ("determiners", "conjunctions") or token.capital or token.raw in ",/-–" or token.low in lists.sites or token.low.endswith(("ern", "ing", "held", "led", "est"))):
            return False
        k -= 1
    return False
