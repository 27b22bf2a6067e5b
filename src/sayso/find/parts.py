"""Which figure a figure is stated to be a part of."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.counted import Counted
from sayso.find.draft import Draft
from sayso.find.sentence import Sentence
from sayso.find.status import phrase_start

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
    if part.counted.kind == "of-number":
        for k in range(at + 1, min(at + 3, len(found))):
            if found[k].sentence is sentence and found[k].index == part.counted.inner:
                return k, "part of the number that follows"
    here = [k for k in range(at - 1, -1, -1) if found[k].sentence is sentence and _large_enough(found[k], part)]
    for k in here:
        if _apposed(sentence, i, found[k]):
            return _root(k, found), "of them"
        if _including(sentence, i, found[k].index):
            return _root(k, found), "including"
    if here and _opened(sentence, i):
        return _root(here[-1], found), "of whom"
    if here and sentence.low(0) == "of" and found[here[-1]].index <= 6:
        return here[-1], "of the number that opens the sentence"
    if here and sentence.low(phrase_start(sentence, i) - 1) == "but" and sentence.low(phrase_start(sentence, i) - 2) == "all":
        return here[0], "all but"
    if here and sentence.low(i - 1) == "(" and not sentence.low(i - 2) == ",":
        return here[0], "in brackets"
    return _earlier(at, found)


def _root(k: int, found: Sequence[Draft]) -> int:
    """Return the whole of a list: "61 people including five children and three policemen" are both parts of the 61."""
    whole = found[k].whole
    return whole if whole is not None and found[k].part_rule == "including" else k


def _earlier(at: int, found: Sequence[Draft]) -> tuple[int, str] | None:
    """Return the figure of an earlier sentence that "of them", "one of the" or an opening "among them" looks back to."""
    part = found[at]
    opened = _opened(part.sentence, part.index) and not any(f.sentence is part.sentence for f in found[:at])
    if part.counted.kind not in ("of-them", "of-noun") and not opened:
        return None
    definite = part.counted.kind == "of-noun" and part.sentence.low(part.index + 2) in ("the", "those", "these", "its", "their", "his", "her", "whom")
    if part.counted.kind == "of-noun" and not definite:
        return None
    for k in range(at - 1, max(-1, at - 6), -1):
        earlier = found[k]
        if part.sentence.index - earlier.sentence.index > (3 if part.counted.kind == "of-noun" else 2):
            return None
        if not _large_enough(earlier, part) or earlier.sentence is part.sentence and earlier.index > part.index:
            continue
        if part.counted.kind == "of-noun" and not _same_people(part.counted, earlier.counted):
            continue
        return (earlier.whole if earlier.whole is not None and earlier.sentence is not part.sentence else k), "looks back"
    return None


def _same_people(part: Counted, whole: Counted) -> bool:
    if part.noun is None or whole.noun is None:
        return False
    return part.noun.lemma == whole.noun.lemma or part.noun.lemma.endswith(whole.noun.lemma) or whole.noun.lemma.endswith(part.noun.lemma) or part.noun.lemma in ("victim", "person", "man", "suspect", "convict", "girl", "woman", "child")
