"""The place of a whole text: that which its title or first lines set, as long as nothing since has been told of elsewhere."""

from __future__ import annotations

from sayso.find.attribution import Discourse
from sayso.find.draft import Draft, Drafts
from sayso.find.places import Atlas, country
from sayso.find.runs import Codes, codes
from sayso.find.where import setting
from sayso.languages import grammar

LEAD = 4
REACH = 40
SUM = 1000
HAPPENINGS = grammar("happenings")
DEFINITE = grammar("definite")
PERFECT = frozenset(["has", "have", "had"])
DEEDS = grammar("deeds")
# What befalls people, befalls them at the event; others are only of it where their sentence names it.
BEFALLING = frozenset(["killed", "injured", "missing", "displaced", "active"])
BESIDE = frozenset(["affected", "other", "released", "suspected"])


def summed(draft: Draft) -> bool:
    """Tell whether a figure sums up what somebody did over years and is of no one event: "has killed thousands"."""
    before = [draft.sentence.low(k) for k in range(draft.start - 3, draft.start)]
    return draft.number.low >= SUM and not PERFECT.isdisjoint(before[:2]) and before[-1] in DEEDS


def scene(draft: Draft, drafts: Drafts, atlas: Atlas, discourse: Discourse) -> Codes:
    """Return the place that the first lines set, for a figure of the event whose sentence names no place: "Six died in the blast"."""
    if draft.sentence.index > REACH or not _of_event(draft) or atlas.of(draft.sentence):
        return Codes()
    # What stands behind the figure only tells where it was if the figure's own words speak of the event.
    last = LEAD if _happens(draft) else min(LEAD, draft.sentence.index)
    lead = next((found for found in (_set(index, atlas, discourse) for index in range(min(last, discourse.count))) if found), Codes())
    there = {country(code) for code in lead.codes}
    told = {country(code) for earlier in drafts.before(draft) for code in earlier.location}
    return lead if len(there) == 1 and told <= there else Codes()


def _of_event(draft: Draft) -> bool:
    """Tell whether a figure can be one of the event that a text is about: no sum over years, nobody known ("the five")."""
    sentence = draft.sentence
    known = sentence.low(draft.index - 1) in DEFINITE
    if known or (not PERFECT.isdisjoint(sentence.words) and any(t.low in PERFECT for t in sentence.tokens[: draft.index])):
        return False
    return draft.category in BEFALLING or (draft.category in BESIDE and _happens(draft))


def _happens(draft: Draft) -> bool:
    return not HAPPENINGS.isdisjoint(draft.sentence.words)


def _set(index: int, atlas: Atlas, discourse: Discourse) -> Codes:
    """Return the place that a line sets; a title sets the only one that it names: "Turkey earthquake: what we know"."""
    sentence = discourse.sentence(index)
    found = setting(sentence, atlas.of(sentence))
    if not found and index == 0 and sentence.tokens[-1].raw not in ".!?":
        names = [p for p in atlas.of(sentence) if not p.people]
        found = codes(names, "") if len(names) == 1 else found
    return Codes(found.codes, "place that the first lines set", found.used) if found else found
