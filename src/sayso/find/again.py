"""Whether a figure counts again those that an earlier one has counted."""

from __future__ import annotations

from sayso.find.draft import Draft, Drafts
from sayso.languages import grammar

MEMORY = 12
LARGE = 10
ANYBODY = grammar("anybody")
DEFINITE = grammar("definite")


def again(draft: Draft, drafts: Drafts) -> Draft | None:
    """Return the earlier draft that counts the same people: the same number of the same noun, or "the four"."""
    definite = draft.sentence.low(draft.index - 1) in DEFINITE
    for earlier in drafts.before(draft, MEMORY):
        if (earlier.number.low, earlier.number.high) != (draft.number.low, draft.number.high):
            continue
        one, other = earlier.counted.noun, draft.counted.noun
        same = one is not None and other is not None and one.lemma == other.lemma
        if (same and (definite or draft.number.low >= LARGE)) or (definite and (other is None or same or other.lemma in ANYBODY)):
            return earlier
    return None
