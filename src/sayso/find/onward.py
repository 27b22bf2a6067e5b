"""Parts that no word joins to their whole: what became of some of them, some of a period, a list that adds up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.find.draft import Draft, Drafts
from sayso.find.said import STRONG
from sayso.languages import grammar, words

RESUMING = grammar("resuming")
BREAKING = frozenset([",", ":", "—", "–", "(", "were", "are"])
MOST = 6
BACK = 2
REMAINING = frozenset(["still", "remain", "remains", "remained"])
ALONE_REACH = 6
Whole = tuple[Draft, str]


@cache
def _stages(language: str) -> dict[str, frozenset[str]]:
    return {category: frozenset(verbs) for category, verbs in words(language, "status")["later"].items()}


def further(part: Draft, here: Sequence[Draft], drafts: Drafts) -> Whole | None:
    """Read a bare number of which a later stage is told, or that is of one period: "34 were held; | nine were later freed"."""
    before = here[0]
    if part.counted.kind != "bare" or before.value.high is None or (part.value.high or before.value.high) >= before.value.high:
        return None
    if part.joint == "," and any(part.sentence.low(k) == "alone" for k in range(part.counted.end, part.counted.end + ALONE_REACH)):
        return before, "of one period"
    if _with_others(part, before, drafts):
        return before, "adds up with the others"
    if _later(part, before):
        return before, "a later stage"
    if before.part_rule == "a later stage" and before.whole is not None and part.joint in ("and", ","):
        whole = drafts[before.whole]
        fits = whole.value.high is None or before.number.low + part.number.low <= whole.value.high
        return (whole, "a later stage") if fits and part.status.strength == STRONG else None
    return None


def _with_others(part: Draft, before: Draft, drafts: Drafts) -> bool:
    """Tell whether the number behind is that of the others: "twenty went down; | seven came up, the other 13 drowned"."""
    rest = next(iter(drafts.after(part, 1)), None)
    if rest is None or rest.sentence is not part.sentence or rest.sentence.low(rest.index - 1) not in ("other", "remaining"):
        return False
    return part.number.low + rest.number.low == before.number.low


def _later(part: Draft, before: Draft, language: str = "en") -> bool:
    """Tell whether the verb of a number tells what follows upon what is said of the one before: arrested, then released."""
    status = part.status
    if status.strength != STRONG or not status.rule.startswith(("passive", "verb")):
        return False
    lemma = status.rule.rsplit(" ", 1)[-1]
    stage = "fugitive" if before.status.rule.endswith((" escape", " break-out", " flee")) else before.category
    return lemma in _stages(language).get(stage, ()) and not before.status.rule.endswith(f" {lemma}")


def remaining(part: Draft, drafts: Drafts) -> Whole | None:
    """Read those of whom something is still so: "more than 50 vanished. Fifteen were found, but | 43 remained missing"."""
    said, end = part.status.category, part.counted.end
    if (
        part.counted.kind != "bare"
        or part.number.high == 1
        or said in (None, "other")
        or not any(part.sentence.low(k) in REMAINING for k in range(end, end + 3))
    ):
        return None
    for earlier in drafts.before(part, MOST):
        if part.sentence.index - earlier.sentence.index > BACK:
            return None
        more = earlier.value.high is None or earlier.value.high > (part.value.low or 0)
        if earlier.category == said and more and earlier.counted.people:
            return earlier, "those who remain"
    return None


def taken_apart(part: Draft, drafts: Drafts) -> Whole | None:
    """Read a list that says who those of the sentence before were: "Five were shot. The victims, | two judges and | three clerks, were"."""
    sentence = part.sentence
    if sentence.low(0) not in ("the", "those", "these", "they", "all") or part.counted.kind != "noun" or part.start > MOST + MOST:
        return None
    listed = drafts.here(part)
    first = listed[0]
    opening = {sentence.low(k) for k in range(first.start)}
    if first.joint not in BREAKING or not (opening & RESUMING or sentence.low(0) == "they"):
        return None
    before = next(iter(drafts.before(first)), None)
    while before is not None and before.whole is not None:
        before = drafts[before.whole]
    if before is None or sentence.index - before.sentence.index > 2 or before.number.low != before.number.high:
        return None
    total = 0
    for n, draft in enumerate(listed):
        total += draft.number.low
        if total == before.number.low and part in listed[: n + 1]:
            return (before, "adds up") if n else None
    return None
