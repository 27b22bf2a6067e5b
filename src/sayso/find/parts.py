"""Which figure a figure is stated to be a part of."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.counted import Counted
from sayso.find.draft import Draft, Drafts
from sayso.find.onward import Whole, further, remaining, taken_apart
from sayso.find.sentence import Sentence, Token
from sayso.languages import grammar

MOST_PARTS = 6
QUOTES = frozenset(["“", '"', "‘", "•", "*"])
BACK = 2
OWNED = grammar("owned")
INCLUDING = grammar("including")
OPENERS = frozenset((a, b) for a in ("of", "among") for b in ("them", "those", "these", "whom")) | {("among", "the"), ("of", "which")}
BEFORE_OPENERS = grammar("before_openers")
HURT = grammar("hurt")
TENSED = grammar("tensed")
CONDITIONS = grammar("conditions")
ANYBODY = grammar("anybody_counted")
SEVERITY = grammar("severity")
SUMMING = grammar("summing")
SUMS = grammar("sums")
HITTING = grammar("hitting")
STATES = grammar("states")
LISTED = frozenset(["including", "among them", "of whom", "bare subject", "but"])


def whole_of(part: Draft, drafts: Drafts) -> Whole | None:
    """Return the draft that one is a part of, with the rule, or None."""
    following = _following(part, drafts)
    if following:
        return following
    if part.inner:
        return None
    contrasted = _contrasted(part, drafts)
    if contrasted:
        return contrasted
    resumed = taken_apart(part, drafts) or remaining(part, drafts)
    if resumed:
        return resumed
    here = [d for d in drafts.here_before(part) if _large_enough(d, part)]
    if here and part.counted.kind == "of-them":
        return _root(here[0], drafts), "of them"
    joint = _including(part, here[-1].index) if here else -1
    for earlier in here:
        if earlier.index < joint:
            return earlier, "including"
    return (_in_sentence(part, here, drafts) if here else None) or _earlier(part, drafts)


def _large_enough(whole: Draft, part: Draft) -> bool:
    return whole.value.high is None or whole.value.high >= (part.value.low or 0)


def _opened(sentence: Sentence, i: int) -> bool:
    """Tell whether the clause of the number opens with "of them", "among those"."""
    return any(
        (sentence.low(k), sentence.low(k + 1)) in OPENERS and (sentence.low(k - 1) in BEFORE_OPENERS or sentence.low(k + 1) == "whom")
        for k in range(max(0, i - 8), i)
    )


def _including(part: Draft, floor: int) -> int:
    """Return where "including" (or its list) joins the number to what stands before it, down to a token; -1 where nothing does."""
    sentence = part.sentence
    if part.joint == "and" and sentence.low(part.start - 2) == "," and _tensed_soon(part):
        return -1  # "including nine children, and | six bodies were recovered"
    for k in range(part.start - 1, floor, -1):
        token = sentence.tokens[k]
        if token.low in INCLUDING or (token.low == "them" and sentence.low(k - 1) == "among"):
            return k
        if token.raw in ";:." or _finite(token) or (_past(token) and sentence.low(k - 1) == "and"):
            return -1
    return -1


def _tensed_soon(part: Draft) -> bool:
    """Tell whether a verb of its own follows the people at once: "and | six bodies were found"."""
    return part.sentence.low(part.counted.end) in TENSED


def _past(token: Token) -> bool:
    """Tell whether a word looks like a past that the lists do not know: "and | admitted the loss of"."""
    word = token.word
    return token.low.endswith("ed") and not (word.senses or word.noun or word.function)


def _finite(token: Token) -> bool:
    """Tell whether a word is the verb of a clause of its own."""
    past = any(s.form == "past" and s.voice != "state" for s in token.word.senses)
    return token.word.function == "auxiliaries" or (past and token.word.noun is None and token.low not in HURT)


def _following(part: Draft, drafts: Drafts) -> Whole | None:
    """Read a whole that stands behind its part: "400 of the 3,417", "three students were among six people killed"."""
    for draft in drafts.after(part, 2):
        if draft.sentence is not part.sentence:
            return None
        if draft.index == part.counted.inner:
            return draft, "part of the number that follows"
        if _summed_up(part, draft):
            return draft, "summed up"
        if part.sentence.low(draft.index - 1) == "among" and _large_enough(draft, part):
            return draft, "among the number that follows"
    return None


def _summed_up(part: Draft, total: Draft) -> bool:
    """Tell whether a later number is the total that the part goes into: "two more were found, bringing the toll to 28"."""
    if not _large_enough(total, part) or (total.joint != "to" and total.start == total.index):
        return False
    tokens = part.sentence.tokens[part.counted.end : total.index]
    at = next((k for k, t in enumerate(tokens) if t.low in SUMMING and any(later.low in SUMS for later in tokens[k + 1 : k + 8])), None)
    if at is None:
        return False
    toll = any(t.low == "toll" for t in tokens)
    return part.status.category in (None, "killed") or not toll


def _hit_more(part: Draft, earlier: Draft) -> bool:
    """Tell whether those killed are some of those hit: "shot ten people, killing seven"."""
    status, sentence = part.status, part.sentence
    killing = status.rule == "object of kill" and sentence.low(status.trigger) == "killing" and sentence.low(status.trigger - 1) == ","
    hit = earlier.status.rule.startswith(("object", "passive"))
    return killing and hit and earlier.status.rule.rsplit(" ", 1)[-1] in HITTING


def _in_sentence(part: Draft, here: Sequence[Draft], drafts: Drafts) -> Whole | None:
    """Read what joins a number to an earlier one of its sentence without "including"."""
    sentence = part.sentence
    if _opened(sentence, part.index):
        return _root(here[-1], drafts), "of whom"
    if part.joint == "where" and part.counted.kind == "bare":
        return _root(here[0], drafts), "of those there"
    if part.joint in (",", "(", "—", "–") and part.counted.kind == "bare" and _how_badly(sentence, part.counted.end):
        return _root(here[0], drafts), "how badly"
    if _hit_more(part, here[0]):
        return here[0], "killed of those hit"
    quoted = sentence.low(0) in QUOTES
    if sentence.low(quoted) == "of" and here[-1].start <= 1 + quoted:
        return here[-1], "of the number that opens the sentence"
    if part.joint == "but" and sentence.low(part.start - 2) == "all":
        return here[0], "all but"
    if sentence.low(part.index - 1) == "(":
        outside = next((d for d in here if d.sentence.low(d.index - 1) != "("), None)
        compared = outside is not None and any(t.low == "than" for t in sentence.tokens[outside.index : part.index])
        return (outside, "in brackets") if outside and not compared and _household(outside) == _household(part) else None
    return _summed(part, here, drafts) or _broken_down(part, drafts) or further(part, here, drafts)


def _how_badly(sentence: Sentence, end: int) -> bool:
    """Tell whether only the severity of a wound follows: "two seriously", "three in critical condition"."""
    return sentence.low(end) in SEVERITY or (sentence.low(end) == "in" and sentence.low(end + 1) in CONDITIONS)


def _contrasted(part: Draft, drafts: Drafts) -> Whole | None:
    """Read a remainder: "nearly 300 girls were taken, but dozens escaped", "dozens of the girls escaped, but 219 remain"."""
    if part.joint != "but" or part.counted.kind not in ("bare", "state"):
        return None
    earlier = next(iter(drafts.here_before(part)), None)
    if earlier is None:
        return None
    whole = drafts[earlier.whole] if earlier.whole is not None else earlier
    return (whole, "but") if _large_enough(whole, part) else None


def _household(draft: Draft) -> bool:
    return draft.counted.noun is not None and draft.counted.noun.household


def _summed(part: Draft, here: Sequence[Draft], drafts: Drafts) -> Whole | None:
    """Read a breakdown whose numbers add up: "three wives, two Iraqis and one Syrian"."""
    for whole in here:
        listed = [d for d in drafts.after(whole, MOST_PARTS) if d.sentence is part.sentence and d.number.low == d.number.high]
        total = 0
        for n, draft in enumerate(listed):
            total += draft.number.low
            if total == whole.number.low == whole.number.high and n > 0 and part in listed[: n + 1]:
                return (whole, "adds up") if listed[0].joint in (",", ":", "—", "–", "-", "(") else None
    return None


def _broken_down(part: Draft, drafts: Drafts) -> Whole | None:
    """Read a breakdown behind a colon, of which some have no number: "six were killed: three men, two women and a boy"."""
    before, joint = drafts.here_before(part)[0], part.joint
    if part.rule.startswith("bracket") or joint not in (":", ",", "and"):
        return None
    if joint == ":":
        return (before, "breakdown") if _large_enough(before, part) and not before.rule.startswith("bracket") else None
    if before.part_rule != "breakdown" or before.whole is None or part.counted.kind != "noun":
        return None
    whole = drafts[before.whole]
    told = sum(d.number.low for d in drafts.here_before(part) if d.whole == whole.at)
    fits = whole.value.high is None or told + part.number.low <= whole.value.high
    return (whole, "breakdown") if fits else None


def _root(draft: Draft, drafts: Drafts) -> Draft:
    """Return the whole of a list: "61 people including five children and three policemen" are both parts of the 61."""
    return drafts[draft.whole] if draft.whole is not None and draft.part_rule in LISTED else draft


def _earlier(part: Draft, drafts: Drafts) -> Whole | None:
    """Return the figure of an earlier sentence that "of them", "one of the" or an opening "among them" looks back to."""
    rule = _looks_back(part, first=not drafts.here_before(part))
    if not rule:
        return None
    named = part.counted.kind == "of-noun"
    for earlier in drafts.before(part, MOST_PARTS - 1):
        if part.sentence.index - earlier.sentence.index > (BACK + 1 if named else BACK):
            return None
        here = earlier.sentence is part.sentence
        if rule == "among those" and not _of_state(part, earlier):
            continue
        if not _large_enough(earlier, part) or (here and rule == "included") or (named and not _same_people(part.counted, earlier)):
            continue
        return (drafts[earlier.whole] if earlier.whole is not None and not here else earlier), rule
    return None


def _of_state(part: Draft, earlier: Draft) -> bool:
    """Tell whether an earlier figure counts those that "among those killed" speaks of."""
    token = part.sentence.tokens[min(part.counted.end + 3, len(part.sentence.tokens) - 1)]
    named = {s.category for s in token.word.senses if s.form == "past" or s.voice == "state"}
    return not named or earlier.category in named


def _looks_back(part: Draft, *, first: bool) -> str:
    """Return the words by which a figure looks back to one of an earlier sentence, or an empty string."""
    sentence, i, kind = part.sentence, part.index, part.counted.kind
    if kind == "of-them":
        return "of them"
    if kind == "of-noun":
        return "of those" if sentence.low(i + 2) in OWNED else ""
    if first and _opened(sentence, i) and not any(sentence.low(k) == "whom" for k in range(2, i)):
        return "among them"
    if sentence.low(i - 1) in ("other", "remaining") and sentence.low(i - 2) in ("the", "all"):
        return "the other"
    if part.number.high == 1 and kind == "bare" and part.start == 0:
        return "one"
    if any(sentence.low(k) in INCLUDING for k in range(min(4, i))) and sentence.low(0) in ("the", "they", "these", "those", "victims"):
        return "included"
    following = [sentence.low(k) for k in range(part.counted.end, part.counted.end + 3)]
    if following[0] in ("were", "was", "are", "is") and following[1] == "among" and following[2] in ("those", "the", "them"):
        return "among those"
    plain = first and part.start == 0 and kind == "bare" and part.status.category in (None, "other")
    return "bare subject" if plain and following[0] in ("were", "had", "are", "have") else ""


def _same_people(part: Counted, earlier: Draft) -> bool:
    whole = earlier.counted
    if part.noun is None or whole.noun is None:
        return False
    if part.noun.lemma in STATES:
        return any(s.category == earlier.category for s in earlier.sentence.lexicon[part.noun.lemma].senses)
    one, other = part.noun.lemma, whole.noun.lemma
    if one == "victim" and earlier.category in ("other", "active"):
        return False
    return one.endswith(other) or other.endswith(one) or one in ANYBODY
