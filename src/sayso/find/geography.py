"""Origin and location of drafts: from their own words, from the figure they lean on, from those counted again."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.again import again
from sayso.find.attribution import Discourse
from sayso.find.draft import Draft, Drafts
from sayso.find.lean import bracketed
from sayso.find.movement import MOVED, beyond
from sayso.find.origin import origin
from sayso.find.places import Atlas, Place
from sayso.find.runs import Codes, codes
from sayso.find.scene import scene, summed
from sayso.find.spots import described
from sayso.find.where import location, setting
from sayso.languages import grammar

ACTING = grammar("acting")
MORE = grammar("more")
LOCALS = grammar("locals")
SEAT = 8
NAME = 8
NEAR = 2
CARRIED = 3
STEPS = (-1, -2, 1)
CARRYING = frozenset(["killed", "injured", "detained", "released", "missing", "displaced", "prosecuted", "repatriated", "active"])
EVENTS = CARRYING | {"affected", "other", "prevented"}
LEANING = frozenset(["of-them", "bare", "state", "of-number"])


def place(draft: Draft, drafts: Drafts, atlas: Atlas, discourse: Discourse) -> None:
    """Fill origin and location of a draft, with its first one the origins of its sentence."""
    here = drafts.here(draft)
    if draft is here[0]:
        _origins(here, drafts, atlas, discourse)
    _location(draft, here, drafts, atlas, discourse)
    if not draft.location and draft.category in CARRYING and not summed(draft):
        _neighbour(draft, atlas, discourse)
    if not draft.location and (lead := scene(draft, drafts, atlas, discourse)):
        draft.set("location", lead.codes, lead.rule)


def _origins(here: Sequence[Draft], drafts: Drafts, atlas: Atlas, discourse: Discourse) -> None:
    """Fill the origins of the drafts of one sentence, so that a place used as an origin is nobody's location."""
    stops = frozenset(d.index for d in here)
    for draft in here:
        places = atlas.of(draft.sentence)
        found = origin(draft, places, stops - {draft.index}) or beyond(draft, places, atlas, discourse)
        if found:
            draft.set("origin", found.codes, found.rule)
            draft.used = found.used
        else:
            _inherited_origin(draft, drafts, atlas, discourse)


def _inherited_origin(draft: Draft, drafts: Drafts, atlas: Atlas, discourse: Discourse) -> None:
    parent = drafts.parent(draft)
    if parent is not None and bracketed(parent) and bracketed(draft):
        parent = None
    among = _among(draft, atlas, discourse)
    if among:
        draft.set("origin", among.codes, among.rule)
    elif parent is not None and parent.origin and (draft.whole is not None or draft.counted.kind in LEANING):
        draft.set("origin", parent.origin, "from the figure it leans on")
    elif (same := again(draft, drafts)) is not None and same.origin:
        draft.set("origin", same.origin, "those counted before")
    elif (like := _more_of(draft, drafts)) is not None and like.origin:
        draft.set("origin", like.origin, "more of those counted before")


def _among(draft: Draft, atlas: Atlas, discourse: Discourse) -> Codes:
    """Return the people that the sentence before speaks of, where this one counts some "among those"."""
    sentence = draft.sentence
    if sentence.low(0) != "among" or sentence.low(1) not in ("those", "these", "them") or not sentence.index:
        return Codes()
    before = discourse.sentence(sentence.index - 1)
    peoples = [p for p in atlas.of(before) if p.people and any(before.noun(k) for k in (p.end, p.end + 1))]
    return codes(peoples[-1:], "people of the sentence before") if peoples else Codes()


def _more_of(draft: Draft, drafts: Drafts) -> Draft | None:
    """Return the figure just before of which more are counted: "six Syrian rebels ...; another 30 rebels"."""
    earlier = next(drafts.before(draft, 1), None)
    if earlier is None or draft.sentence.index - earlier.sentence.index > 1 or draft.counted.noun is None:
        return None
    added = any(draft.sentence.low(k) in MORE for k in (draft.start - 1, draft.start, draft.index - 1, draft.index + 1))
    return earlier if added and earlier.counted.noun == draft.counted.noun else None


def _speaking(draft: Draft, places: Sequence[Place], discourse: Discourse) -> frozenset[int]:
    """Return the places that only say who speaks: "officials in Washington", "the Observatory, which watches Syria, reported"."""
    voices = [v for v in discourse.voices(draft.sentence.index) if v.names and not v.pronoun]
    spans = [(v.start, v.end, v.verb < v.start) for v in voices]
    inside = [
        p for p in places for start, end, cited in spans if start < p.start < end and _tells_who(draft, p, p.start < start + NAME, cited)
    ]
    return frozenset(p.start for p in inside if not any(draft.sentence.low(k) in LOCALS for k in range(max(0, p.start - SEAT), p.start)))


def _tells_who(draft: Draft, place: Place, near: bool, cited: bool) -> bool:
    """Tell whether a place is a speaker's seat, describes him in a clause, or says whose officials are cited."""
    officials = cited and place.people and draft.sentence.low(place.end) in ACTING
    return officials or described(draft.sentence, place) or (near and _seated(draft, place))


def _seated(draft: Draft, place: Place) -> bool:
    """Tell whether a place is where somebody sits: "in Washington", "at the Hague"."""
    before = place.start - 2 if draft.sentence.low(place.start - 1) == "the" else place.start - 1
    scene = draft.sentence.low(place.end) == "," and draft.sentence.low(place.end + 1) == "where"
    return draft.sentence.low(before) in ("in", "at", "from") and not scene


def _location(draft: Draft, here: Sequence[Draft], drafts: Drafts, atlas: Atlas, discourse: Discourse) -> None:
    places = atlas.of(draft.sentence)
    used = frozenset(s for d in here for s in d.used)
    if draft.category in MOVED:
        used |= {p.start for p in places if draft.sentence.low(p.start - 1) == "from"}
    stops = frozenset(d.index for d in here if d is not draft)
    spot = location(draft, places, used | _speaking(draft, places, discourse), stops)
    if spot:
        draft.set("location", spot.codes, spot.rule)
    elif draft.category in EVENTS and not summed(draft):
        _carried(draft, drafts)


def _carried(draft: Draft, drafts: Drafts) -> None:
    """Take the place from a figure just before, or from those counted before."""
    for earlier in drafts.before(draft, CARRIED):
        distance = draft.sentence.index - earlier.sentence.index
        same_event = draft.category in CARRYING or draft.whole is not None
        if earlier.location and (distance == 0 or (distance <= NEAR and same_event)):
            draft.set("location", earlier.location, "place of the figure before")
            return
    same = again(draft, drafts)
    if same is not None and same.location:
        draft.set("location", same.location, "place of those counted before")


def _neighbour(draft: Draft, atlas: Atlas, discourse: Discourse) -> None:
    """Take the place that a sentence beside sets."""
    for step in STEPS:
        index = draft.sentence.index + step
        if 0 <= index < discourse.count:
            sentence = discourse.sentence(index)
            found = setting(sentence, atlas.of(sentence))
            if found:
                draft.set("location", found.codes, found.rule)
                return
