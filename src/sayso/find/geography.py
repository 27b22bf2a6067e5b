"""Origin and location of drafts: from their own words, from the figure they lean on, from those counted again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.find.again import again
from sayso.find.draft import Draft
from sayso.find.places import Atlas, Place
from sayso.find.sentence import Sentence
from sayso.find.status import phrase_start
from sayso.find.where import Codes, bracketed, location, origin, setting

NEAR = 2
SECTION = 40
STEPS = (-1, -2, 1)
EVENTS = frozenset(["killed", "injured", "detained", "released", "missing", "displaced", "affected", "prosecuted", "other", "prevented", "repatriated"])
CARRYING = frozenset(["killed", "injured", "detained", "released", "missing", "displaced", "prosecuted", "repatriated"])
MOVED = frozenset(["joined", "returned", "repatriated", "prevented"])
LEANING = frozenset(["of-them", "bare", "state", "of-number"])
ACTING = frozenset(["government", "governments", "authorities", "officials", "intelligence", "security", "police", "ministry", "state", "service", "committee", "council", "agency", "parliament", "president", "minister"])


Look = Callable[[int], Sentence]


def place(drafts: Sequence[Draft], atlas: Atlas, look: Look, count: int) -> None:
    """Fill origin and location of all drafts."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence.index, []).append(draft)
    for k, draft in enumerate(drafts):
        here = by_sentence[draft.sentence.index]
        if draft is here[0]:
            _origins(here, drafts, k, atlas, look)
        _location(k, drafts, atlas, frozenset(s for d in here for s in d.used))
        if not draft.location and draft.category in CARRYING:
            _neighbour(draft, atlas, look, count)


def _origins(here: Sequence[Draft], drafts: Sequence[Draft], first: int, atlas: Atlas, look: Look) -> None:
    """Fill the origins of the drafts of one sentence, so that a place used as an origin is nobody's location."""
    stops = frozenset(d.index for d in here)
    for offset, draft in enumerate(here):
        places = atlas.of(draft.sentence)
        found = origin(draft.sentence, draft.index, draft.counted, places, stops - {draft.index}) or _moved(draft, places) or _listed(draft, places)
        if not found and draft.category in MOVED:
            found = _citizens(draft, atlas, look) or _heading(draft, atlas, look)
        elif not found and draft.category == "active":
            found = _citizens(draft, atlas, look)
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
        if draft.category == "repatriated" and not p.people and p.start < at and at - p.end <= 2:
            return Codes((p.code,), "state that brings its own home")
        before = sentence.low(p.start - 1)
        if before == "the":
            before = sentence.low(p.start - 2)
        if not p.people and at < p.start <= at + 10 and draft.category == "joined" and (before == "from" or (before in ("left", "leaving", "leave") and p.start - at <= 2)):
            return Codes((p.code,), "place they left", frozenset([p.start]))
        if not p.people and at < p.start <= at + 12 and draft.category in ("returned", "repatriated") and before == "to":
            return Codes((p.code,), "place they came back to")
    return _speaking_state(draft, places)


def _citizens(draft: Draft, atlas: Atlas, look: Look) -> Codes:
    """Read whose citizens are meant by "their citizens", or whose number "the number is", from the sentence before."""
    noun, sentence = draft.counted.noun, draft.sentence
    theirs = noun is not None and noun.lemma in ("citizen", "national", "compatriot") and any(t.low in ("their", "its") for t in sentence.tokens[draft.index : draft.counted.end])
    if not theirs and draft.rule != "counter noun":
        return Codes()
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        people = [p for p in atlas.of(look(index)) if p.people]
        if people:
            return Codes((people[0].code,), "people of the sentence before")
    return Codes()


def _listed(draft: Draft, places: Sequence[Place]) -> Codes:
    """Read the place that a list or a possessor gives: "Germany (760)", "Western Europe's 5,000 fighters"."""
    if draft.category not in MOVED and draft.category != "active":
        return Codes()
    found = bracketed(draft.sentence, draft.index, places)
    if found:
        return found
    start, sentence = phrase_start(draft.sentence, draft.index), draft.sentence
    for p in reversed(places):
        after = sentence.low(p.end)
        if p.end == start - 1 and (after in ("'s", "’s", ":") or (after == "with" and p.people)):
            return Codes((p.code,), "place before the number", frozenset([p.start]))
        if p.start == 0 and after == ":" or (p.start == 1 and sentence.low(0) == "in" and draft.counted.kind == "bare" and p.end < start):
            return Codes((p.code,), "place that opens the sentence", frozenset([p.start]))
    return Codes()


def _heading(draft: Draft, atlas: Atlas, look: Look) -> Codes:
    """Read the country that the section is about from its heading."""
    for index in range(draft.sentence.index - 1, max(-1, draft.sentence.index - 1 - SECTION), -1):
        sentence = look(index)
        words = [t for t in sentence.tokens if t.raw[0].isalpha()]
        if 0 < len(words) <= 4 and sentence.tokens[-1].raw not in ".!?":
            places = [p for p in atlas.of(sentence) if not p.people]
            if places and sum(p.end - p.start for p in places) >= len([w for w in words if w.word.function != "determiners"]):
                return Codes(tuple(p.code for p in places[:1]), "heading of the section")
            if sentence.tokens[0].raw == "#":
                return Codes()
    return Codes()


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
    same = again(draft, drafts, k)
    if same is not None and same.origin:
        draft.origin, draft.why["origin"] = same.origin, "those counted before"


def _location(k: int, drafts: Sequence[Draft], atlas: Atlas, used: frozenset[int]) -> None:
    draft = drafts[k]
    if draft.category in MOVED:
        used |= {p.start for p in atlas.of(draft.sentence) if draft.sentence.low(p.start - 1) == "from"}
    stops = frozenset(d.index for d in drafts[max(0, k - 6) : k + 7] if d.sentence is draft.sentence and d is not draft)
    spot = location(draft.sentence, draft.index, draft.counted, atlas.of(draft.sentence), used, stops)
    if spot:
        draft.location, draft.why["location"] = spot.codes, spot.rule
    elif draft.category in EVENTS:
        _carried_place(k, drafts, atlas)


def _neighbour(draft: Draft, atlas: Atlas, look: Look, count: int) -> None:
    """Take the place that a sentence beside sets."""
    for step in STEPS:
        index = draft.sentence.index + step
        if 0 <= index < count:
            sentence = look(index)
            found = setting(sentence, atlas.of(sentence))
            if found:
                draft.location, draft.why["location"] = found.codes, found.rule
                return


def _carried_place(k: int, drafts: Sequence[Draft], atlas: Atlas) -> None:
    """Take the place from a figure just before, from those counted before, or from the sentence before."""
    draft = drafts[k]
    for earlier in reversed(drafts[max(0, k - 3) : k]):
        distance = draft.sentence.index - earlier.sentence.index
        if earlier.location and (distance == 0 or (distance <= NEAR and (draft.category in CARRYING or draft.whole is not None))):
            draft.location, draft.why["location"] = earlier.location, "place of the figure before"
            return
    same = again(draft, drafts, k)
    if same is not None and same.location:
        draft.location, draft.why["location"] = same.location, "place of those counted before"
