"""Which figure another one leans on for what its own words leave out."""

from __future__ import annotations

from sayso.find.draft import Draft, Drafts

NEAR = 2
LEANING = frozenset(["of-them", "bare", "others", "of-number", "state"])


def lean(draft: Draft, drafts: Drafts, *, additive: bool) -> int | None:
    """Return the place of the figure that a draft leans on: its whole, its twin in the list, the one before.

    `additive` says that its sentence goes on with the account before ("Besides, 500 people from Kazakhstan").
    """
    if draft.whole is not None and draft.whole < draft.at:
        return draft.whole
    twin = _twin(draft, drafts)
    if twin is not None:
        return twin
    for earlier in drafts.before(draft):
        distance = draft.sentence.index - earlier.sentence.index
        if distance > NEAR:
            return None
        if bracketed(earlier) and not bracketed(draft) and earlier.at:
            continue
        return earlier.at if distance == 0 or additive or draft.counted.kind in LEANING else None
    return None


def _twin(draft: Draft, drafts: Drafts) -> int | None:
    """Return the figure in the same place of the list before: "400 of the 3,417 ...; 760 of the 3,244"."""
    part = draft.counted.kind == "of-number"
    if not (part or draft.inner) or draft.at < 2:
        return None
    other = drafts[draft.at - 2]
    parallel = other.counted.kind == "of-number" if part else other.inner
    return other.at if parallel and other.sentence is draft.sentence else None


def bracketed(draft: Draft) -> bool:
    """Tell whether the number stands in brackets."""
    before = [t.raw for t in draft.sentence.tokens[max(0, draft.index - 4) : draft.index]]
    return "(" in before and ")" not in before
