"""Where what is said of counted people holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from sayso.find.draft import Draft
from sayso.find.places import Place
from sayso.find.runs import Codes, begun, codes, joined
from sayso.find.sentence import Sentence
from sayso.find.spots import Lists, described, is_spot, modifies, place_lists, serves, sets_scene
from sayso.languages import grammar

CLOSE = 5
DATELINE = 7
HOME = 9
ROAD = 6
APPOSED = 7
MOST_BETWEEN = 3
MOVING = frozenset(["displaced", "joined", "returned", "repatriated", "other", "active", "prevented"])
LOCAL = grammar("local")
HAILING = frozenset(["the", "and", ","])
FREED = frozenset(["displaced", "released", "repatriated"])
ABROAD = frozenset(["active", "joined", "returned", "repatriated", "prevented"])
AT_HOME = frozenset(["detained", "prosecuted", "released", "prevented", "displaced", "injured"])


def location(draft: Draft, places: Sequence[Place], used: frozenset[int], stops: frozenset[int], language: str = "en") -> Codes:
    """Return where the status holds: the place that sets the scene, the nearest after the number in its clause, the nearest before it.

    `used` are the tokens of places already read as origins, `stops` those of the other counts in the sentence.
    """
    for options, rule in _options(draft, places, used, stops, place_lists(language)):
        if options:
            k = begun(draft.sentence, places, _end_of_road(draft, places, _finer(draft.sentence, places, options[0])), used)
            return codes(joined(draft.sentence, places, k), rule)
    return Codes()


def _finer(sentence: Sentence, places: Sequence[Place], k: int) -> int:
    """Return the town that an adjective or a possessor belongs to: "the Peruvian city of Arequipa", "Niger's Diffa region"."""
    if k + 1 >= len(places):
        return k
    place, following = places[k], places[k + 1]
    between = [t.low for t in sentence.tokens[place.end : following.start]]
    same = ":" not in place.code and following.code.startswith(f"{place.code}:") and not following.people
    owned = (len(between) <= MOST_BETWEEN and between[:1] in (["'s"], ["’s"])) or (
        place.people and 0 < len(between) <= 3 and between[-1] == "of"
    )
    return k + 1 if same and owned else k


def _end_of_road(draft: Draft, places: Sequence[Place], k: int) -> int:
    """Return where a road ends that begins at the k-th place: "were evacuated from Aleppo to Idlib"."""
    sentence, place = draft.sentence, places[k]
    if k + 1 >= len(places) or sentence.low(place.start - 1) != "from" or draft.category not in MOVING:
        return k
    between = [
        t.low for t in sentence.tokens[place.end : places[k + 1].start] if t.low not in ("the", "neighbouring", "neighboring", "nearby")
    ]
    return k + 1 if between in (["to"], ["into"]) else k


def _options(
    draft: Draft, places: Sequence[Place], used: frozenset[int], stops: frozenset[int], lists: Lists
) -> tuple[tuple[list[int], str], ...]:
    """Return the places that could be it, by how well they stand, the best first."""
    sentence, i, end = draft.sentence, draft.index, draft.counted.end
    free = [k for k, p in enumerate(places) if p.start not in used]
    strong = [k for k in free if is_spot(sentence, places[k], lists) and not _hailing(draft, places[k])]
    plain = [k for k in strong if not modifies(sentence, places[k], lists)] or strong
    after = [k for k in plain if places[k].start > i]
    before = [k for k in plain if places[k].start < i]
    bounded = [k for k in after if not _broken(sentence, end, places[k].start, stops)]
    names = [k for k in free if not places[k].people and not serves(sentence, places[k], lists)]
    return (
        ([k for k in names if places[k].end == draft.start], "place just before the number"),
        ([k for k in bounded[:1] if places[k].start - end <= CLOSE], "place right after the number"),
        (
            [k for k in before[:1] if sets_scene(sentence, places[k]) and not _dateline(sentence, places[k])],
            "place that opens the sentence",
        ),
        (bounded[:1], "place after the number"),
        ([k for k in before if not _dateline(sentence, places[k])][-1:], "place before the number"),
        (before[:1] if draft.category not in ABROAD else [], "place that opens the sentence"),
        ([k for k in names if 0 < i - places[k].end <= APPOSED and sentence.low(places[k].end) == ","][-1:], "place in apposition"),
        ([k for k in names if i < places[k].start < end][:1], "place in the phrase"),
        (
            [k for k in after[:1] if sentence.low(places[k].start - 1) != "to" and not _apart(sentence, end, places[k].start)],
            "place later in the sentence",
        ),
        ([k for k in names if k not in strong and _acts(sentence, places[k], lists)][-1:], "country that speaks or acts"),
        ([k for k in names if draft.category in AT_HOME and places[k].start == 0], "state that acts at home"),
        ([k for k in names if _hosts(draft, places[k], lists)], "country that hosts them"),
    )


def setting(sentence: Sentence, places: Sequence[Place], language: str = "en") -> Codes:
    """Return the place that a sentence without a count sets for its neighbours: the last one where something is."""
    lists = place_lists(language)
    spots = [k for k, p in enumerate(places) if not p.people and (is_spot(sentence, p, lists) or sentence.low(p.end) in ("'s", "’s"))]
    spots = [k for k in spots if not described(sentence, places[k])] or spots
    if not spots:
        return Codes()
    return codes(joined(sentence, places, begun(sentence, places, spots[-1])), "place of a neighbouring sentence")


def _hosts(draft: Draft, place: Place, lists: Lists) -> bool:
    """Tell whether a country takes the counted in: "Turkey hosts 3.6 million Syrians", "Kenya is home to"."""
    tokens, between = draft.sentence.tokens, range(place.end, draft.start)
    if 2 <= len(between) <= HOME and [t.low for t in tokens[draft.start - 2 : draft.start]] == ["home", "to"]:
        return True
    words = list(islice((tokens[k].low for k in between if tokens[k].word.function not in ("auxiliaries", "adverbs")), 3))
    return 0 < len(words) <= 2 and words[0] in lists.hosting


def _hailing(draft: Draft, place: Place) -> bool:
    """Tell whether a place is where others than the counted are from: "thousands, including foreign fighters from Europe"."""
    sentence, k = draft.sentence, place.start - 1
    while k > max(draft.counted.end, place.start - ROAD) and (sentence.low(k) in HAILING or sentence.tokens[k].capital):
        k -= 1
    other = sentence.noun(k - 1) is not None and k - 1 > draft.counted.head
    return sentence.low(k) == "from" and other and draft.category not in FREED


def _dateline(sentence: Sentence, place: Place) -> bool:
    """Tell whether a name only heads a report: "BEIRUT (AP) -", "KABUL, Afghanistan —", "Sagaing:"."""
    opening = sentence.tokens[: place.end + DATELINE]
    return (
        place.start <= 3
        and any(t.raw in "—–-:" for t in opening[place.end :])
        and not any(t.word.function == "prepositions" for t in opening[: place.end])
    )


def _acts(sentence: Sentence, place: Place, lists: Lists) -> bool:
    """Tell whether the name is a possessor or opens that of a local body: "Nigeria's army", "Ottawa Hospital", "Baghdad police"."""
    following = sentence.low(place.end)
    return following in ("'s", "’s") or following in lists.sites or following in LOCAL


def _broken(sentence: Sentence, start: int, end: int, stops: frozenset[int]) -> bool:
    """Tell whether another count or a new clause stands between."""
    return any(start <= stop < end for stop in stops) or any(t.raw == ";" for t in sentence.tokens[start:end])


def _apart(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a semicolon stands between."""
    return any(t.raw == ";" for t in sentence.tokens[start:end])
