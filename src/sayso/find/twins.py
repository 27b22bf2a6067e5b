"""The date of a number that is told twice: a title's number where the text under it dates the event."""

from __future__ import annotations

from sayso.find.draft import Draft, Drafts

NEAR = 4
MANY = 8
OPENING = 2
DAY = len("2019-03-14")
TOLD = ("date in the sentence", "date of the event")
HAPPENED = frozenset(["killed", "injured", "missing", "detained", "released", "prosecuted", "displaced"])


def twin(draft: Draft, drafts: Drafts) -> None:
    """Take the date of the same number of the same people close by: "Bombs kill 11 ... At least 11 civilians were killed on Thursday"."""
    if draft.as_of is not None or draft.category not in HAPPENED or draft.sentence.index > OPENING:
        return
    for other in drafts.after(draft, MANY):
        if (
            _same(draft, other)
            and other.as_of
            and other.why["as_of"] in ("date in the sentence", "date of the event in the sentence before")
        ):
            draft.set("as_of", other.as_of, "date of the same number told again")
            return


def _same(draft: Draft, other: Draft) -> bool:
    """Tell whether two figures close by give the same number for the same fate, and no other people by their nouns."""
    one, two = draft.counted.noun, other.counted.noun
    near = abs(draft.sentence.index - other.sentence.index) <= NEAR and draft.sentence is not other.sentence
    value = (draft.number.low, draft.number.high) == (other.number.low, other.number.high)
    return near and value and draft.category == other.category and (one is None or two is None or one.lemma == two.lemma)
