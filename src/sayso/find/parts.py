"""Which figure a figure is stated to be a part of."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.counted import Counted
from sayso.find.draft import Draft
from sayso.find.sentence import Sentence
from sayso.find.status import phrase_start

OPENING = 6
MOST_PARTS = 6
BACK = 2
OWNED = frozenset(["the", "those", "these", "its", "their", "his", "her", "whom"])
INCLUDING = frozenset(["including", "include", "includes", "included", "among", "amongst", "incl"])
GROUP_OPENERS = (("of", "them"), ("of", "those"), ("of", "these"), ("of", "whom"), ("among", "them"), ("among", "those"), ("among", "whom"), ("among", "these"), ("among", "the"), ("of", "which"))


def _large_enough(whole: Draft, part: Draft) -> bool:
    biggest = whole.value.high if whole.value.high is not None else None
    least = part.value.low if part.value.low is not None else 0
    return biggest is None or biggest >= least


def _opened(sentence: Sentence, i: int) -> bool:
    """Tell whether the clause of the number opens with "of them", "among those"."""
    for k in range(max(0, i - 8), i):
        if (sentence.low(k), sentence.low(k + 1)) in GROUP_OPENERS and (k == 0 or sentence.low(k - 1) in (",", ";", "—", "–", "-", "(", "and") or sentence.low(k + 1) == "whom"):
            return True
    return False


def _including(sentence: Sentence, i: int, earlier: int) -> bool:
    """Tell whether "including" (or its list) joins the number to an earlier one in the sentence."""
    for k in range(phrase_start(sentence, i) - 1, earlier, -1):
        token = sentence.tokens[k]
        if token.low in INCLUDING:
            return True
        if token.low == "them" and sentence.low(k - 1) == "among":
            return True
        if token.raw in ";:.":
            return False
        if token.word.function == "auxiliaries" or (token.word.senses and token.word.noun is None and any(s.form == "past" and s.voice != "state" for s in token.word.senses) and token.low not in ("wounded", "injured", "dead")):
            return False
    return False


def _apposed(sentence: Sentence, i: int, earlier: Draft) -> bool:
    """Tell whether the number breaks down the one before: "27 hostages, 10 of them", "three wives, two Iraqis and one Syrian"."""
    return sentence.low(i + 1) == "of" and sentence.low(i + 2) in ("them", "whom", "these", "those", "which") and earlier.index < i


def whole_of(at: int, found: Sequence[Draft]) -> tuple[int, str] | None:
    """Return the index of the figure that figure `at` is a part of, with the rule, or None."""
    part = found[at]
    sentence, i = part.sentence, part.index
    following = _following(at, found)
    if following:
        return following
    here = [k for k in range(at - 1, -1, -1) if found[k].sentence is sentence and _large_enough(found[k], part)]
    for k in here:
        if _apposed(sentence, i, found[k]):
            return _root(k, found), "of them"
        if _including(sentence, i, found[k].index):
            return _root(k, found), "including"
    return (_in_sentence(part, here, found) if here else None) or _earlier(at, found)


def _following(at: int, found: Sequence[Draft]) -> tuple[int, str] | None:
    """Read a whole that stands behind its part: "400 of the 3,417", "three students were among six people killed"."""
    part = found[at]
    for k in range(at + 1, min(at + 3, len(found))):
        if found[k].sentence is not part.sentence:
            return None
        if found[k].index == part.counted.inner:
            return k, "part of the number that follows"
        if part.sentence.low(phrase_start(part.sentence, found[k].index) - 1) == "among" and _large_enough(found[k], part):
            return k, "among the number that follows"
    return None


def _in_sentence(part: Draft, here: Sequence[int], found: Sequence[Draft]) -> tuple[int, str] | None:
    """Read what joins a number to an earlier one of its sentence without "including"."""
    sentence, i = part.sentence, part.index
    before = sentence.low(phrase_start(sentence, i) - 1)
    if _opened(sentence, i):
        return _root(here[-1], found), "of whom"
    if sentence.low(0) == "of" and found[here[-1]].index <= OPENING:
        return here[-1], "of the number that opens the sentence"
    if before == "but" and sentence.low(phrase_start(sentence, i) - 2) == "all":
        return here[0], "all but"
    if before == "but" and part.counted.kind in ("bare", "state"):
        return _root(here[0], found), "but"
    if sentence.low(i - 1) == "(":
        open_air = [k for k in here if sentence.low(found[k].index - 1) != "("]
        return (open_air[0], "in brackets") if open_air else None
    return _summed(part, here, found)


def _summed(part: Draft, here: Sequence[int], found: Sequence[Draft]) -> tuple[int, str] | None:
    """Read a breakdown whose numbers add up: "three wives, two Iraqis and one Syrian"."""
    for k in here:
        listed = [d for d in found[k + 1 : k + 1 + MOST_PARTS] if d.sentence is part.sentence and d.number.low == d.number.high]
        total = 0
        for n, draft in enumerate(listed):
            total += draft.number.low
            if total == found[k].number.low == found[k].number.high and n > 0 and part in listed[: n + 1]:
                joint = part.sentence.tokens[phrase_start(part.sentence, listed[0].index) - 1].raw
                return (k, "adds up") if joint in (",", ":", "—", "–", "-", "(") else None
    return None


def _root(k: int, found: Sequence[Draft]) -> int:
    """Return the whole of a list: "61 people including five children and three policemen" are both parts of the 61."""
    whole = found[k].whole
    return whole if whole is not None and found[k].part_rule == "including" else k


def _earlier(at: int, found: Sequence[Draft]) -> tuple[int, str] | None:
    """Return the figure of an earlier sentence that "of them", "one of the" or an opening "among them" looks back to."""
    part = found[at]
    if part.inner:
        return None
    rule = _looks_back(part, first=not any(f.sentence is part.sentence for f in found[:at]))
    if not rule:
        return None
    same = part.counted.kind == "of-noun"
    for k in range(at - 1, max(-1, at - 6), -1):
        earlier = found[k]
        if part.sentence.index - earlier.sentence.index > (BACK + 1 if same else BACK):
            return None
        if not _large_enough(earlier, part) or (earlier.sentence is part.sentence and (earlier.index > part.index or rule == "included")):
            continue
        if same and not _same_people(part.counted, earlier.counted):
            continue
        return (earlier.whole if earlier.whole is not None and earlier.sentence is not part.sentence else k), rule
    return None


def _looks_back(part: Draft, *, first: bool) -> str:
    """Return the words by which a figure looks back to one of an earlier sentence, or an empty string."""
    sentence, i = part.sentence, part.index
    if part.counted.kind == "of-them":
        return "of them"
    if part.counted.kind == "of-noun":
        return "of those" if sentence.low(i + 2) in OWNED else ""
    if first and _opened(sentence, i):
        return "among them"
    if sentence.low(i - 1) in ("other", "remaining") and sentence.low(i - 2) in ("the", "all"):
        return "the other"
    start = phrase_start(sentence, i)
    if part.number.high == 1 and part.counted.kind == "bare" and start == 0:
        return "one"
    verb = next((k for k in range(min(4, i)) if sentence.low(k) in ("included", "include", "includes")), None)
    if verb is not None and sentence.low(0) in ("the", "they", "these", "those", "victims"):
        return "included"
    following = [sentence.low(k) for k in range(part.counted.end, part.counted.end + 3)]
    if following[1:2] == ["among"] and following[2:3] in (["those"], ["the"], ["them"]):
        return "among those"
    if first and start == 0 and part.counted.kind == "bare" and following[0] in ("were", "had", "are", "have") and part.status.category in (None, "other"):
        return "bare subject"
    return ""


def _same_people(part: Counted, whole: Counted) -> bool:
    if part.noun is None or whole.noun is None:
        return False
    return part.noun.lemma == whole.noun.lemma or part.noun.lemma.endswith(whole.noun.lemma) or whole.noun.lemma.endswith(part.noun.lemma) or part.noun.lemma in ("victim", "person", "man", "suspect", "convict", "girl", "woman", "child")
