"""Origin and location of drafts: from their own words, from the figure they lean on, from those counted again."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.draft import Draft
from sayso.find.places import Atlas, Place
from sayso.find.where import Codes, location, origin

NEAR = 2
EVENTS = frozenset(["killed", "injured", "detained", "released", "missing", "displaced", "affected", "prosecuted", "other", "prevented", "repatriated"])
MOVED = frozenset(["joined", "returned", "repatriated", "prevented"])
LEANING = frozenset(["of-them", "bare", "state", "of-number"])
ACTING = frozenset(["government", "governments", "authorities", "officials", "intelligence", "security", "police", "ministry", "state", "service"])


def place(drafts: Sequence[Draft], atlas: Atlas) -> None:
    """Fill origin and location of all drafts."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence.index, []).append(draft)
    for k, draft in enumerate(drafts):
        here = by_sentence[draft.sentence.index]
        if draft is here[0]:
            _origins(here, drafts, k, atlas)
        _location(k, drafts, atlas, frozenset(s for d in here for s in d.used))


def _origins(here: Sequence[Draft], drafts: Sequence[Draft], first: int, atlas: Atlas) -> None:
    """Fill the origins of the drafts of one sentence, so that a place used as an origin is nobody's location."""
    stops = frozenset(d.index for d in here)
    for offset, draft in enumerate(here):
        places = atlas.of(draft.sentence)
        found = origin(draft.sentence, draft.index, draft.counted, places, stops - {draft.index}) or _moved(draft, places)
        if found:
            draft.origin, draft.why["origin"], draft.used = found.codes, found.rule, found.used
        else:
            _inherited_origin(draft, drafts, first + offset)


def _moved(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read where people who left for a fight left from: "travelled from France to Syria", "have left the Ferghana Valley"."""
    if draft.category not in MOVED or draft.status.trigger < 0:
        return Codes()
    sentence, at = draft.sentence, draft.status.trigger
    for p in places:
        before = sentence.low(p.start - 1)
        if before == "the":
            before = sentence.low(p.start - 2)
        if not p.people and at < p.start <= at + 10 and draft.category == "joined" and (before == "from" or (before in ("left", "leaving", "leave") and p.start - at <= 2)):
            return Codes((p.code,), "place they left", frozenset([p.start]))
    return _speaking_state(draft, places)


def _speaking_state(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read whose people a state's own officials count: "Danish intelligence says that 125 people have left"."""
    names = " ".join(draft.names)
    for p in places:
        stretch = draft.sentence.tokens[p.start : p.end + 3]
        if p.people and any(t.low in ACTING for t in stretch) and draft.sentence.tokens[p.start].raw in names:
            return Codes((p.code,), "state that counts its own")
    return Codes()


def _inherited_origin(draft: Draft, drafts: Sequence[Draft], k: int) -> None:
    parent = drafts[draft.parent] if draft.parent is not None else None
    if parent is not None and parent.origin and (draft.whole is not None or draft.counted.kind in LEANING):
        draft.origin, draft.why["origin"] = parent.origin, "from the figure it leans on"
        return
    same = _again(draft, drafts, k)
    if same is not None and same.origin:
        draft.origin, draft.why["origin"] = same.origin, "those counted before"


def _again(draft: Draft, drafts: Sequence[Draft], k: int) -> Draft | None:
    """Return the earlier draft that counts the same people again: the same number of the same noun, or "the four"."""
    definite = draft.sentence.low(draft.index - 1) in ("the", "these", "those", "all")
    for earlier in reversed(drafts[max(0, k - 12) : k]):
        if (earlier.number.low, earlier.number.high) != (draft.number.low, draft.number.high):
            continue
        one, other = earlier.counted.noun, draft.counted.noun
        same_noun = one is not None and other is not None and one.lemma == other.lemma
        if (same_noun and (definite or draft.number.low >= 10)) or (definite and (other is None or same_noun or other.lemma in ("man", "woman", "person", "suspect", "victim"))):
            return earlier
    return None


def _location(k: int, drafts: Sequence[Draft], atlas: Atlas, used: frozenset[int]) -> None:
    draft = drafts[k]
    stops = frozenset(d.index for d in drafts[max(0, k - 6) : k + 7] if d.sentence is draft.sentence and d is not draft)
    spot = location(draft.sentence, draft.index, draft.counted, atlas.of(draft.sentence), used, stops)
    if spot:
        draft.location, draft.why["location"] = spot.codes, spot.rule
    elif draft.category in EVENTS:
        _carried_place(k, drafts, atlas)


def _carried_place(k: int, drafts: Sequence[Draft], atlas: Atlas) -> None:
    """Take the place from the figure before if it speaks of the same event."""
    draft = drafts[k]
    for earlier in reversed(drafts[max(0, k - 3) : k]):
        if earlier.location and draft.sentence.index - earlier.sentence.index <= NEAR:
            draft.location, draft.why["location"] = earlier.location, "place of the figure before"
            return
