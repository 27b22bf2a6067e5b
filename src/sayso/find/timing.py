"""Which date a figure speaks of: one of its sentence, or that of the event that the sentence before dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.find.attribution import Discourse
from sayso.find.dates import When, dates
from sayso.find.draft import Draft, Drafts
from sayso.find.numbers import Number
from sayso.find.sentence import Sentence
from sayso.languages import grammar

TAKEN_UP = grammar("happenings") | grammar("sums")
TAKING_UP = grammar("taking_up")
WHEN = re.compile(r",?\s+when\s+")
YEAR_BEFORE = re.compile(
    r"(?:\s+\w+){0,2}\s+(?:(?:a|one|the)\s+year\s+(?:earlier|before|ago)|(?:in\s+)?the\s+(?:previous|preceding)\s+year)\b", re.I
)
PERFECT = frozenset(["has", "have"])
PERFECT_REACH = 20
EVENT = "date of the event in the sentence before"
STATEMENT = "date of a statement of what had happened by then"
ADDED = frozenset(["detained", "released", "prosecuted", "displaced"])
EVENTS = frozenset(["killed", "injured", "missing"])


def when(draft: Draft, drafts: Drafts, discourse: Discourse, published: date | None) -> None:
    """Fill the date that a figure speaks of."""
    sentence = draft.sentence
    taken = [d.number for d in drafts.here(draft)]
    every = [clear for w in _dates(sentence, published) if (clear := _clear(w, taken))]
    found = _told(sentence, every, draft)
    position = sentence.tokens[draft.index].start
    after = [w for w in found if w.start > position]
    before = [w for w in found if w.end <= position]
    then = _when_clause(sentence, every, position)
    nearest: When | None = then or (after[0] if after else before[-1] if before else None)
    if nearest and _year_before(draft):
        draft.set("as_of", str(int(nearest.iso[:4]) - 1), "year before the date in the sentence")
    elif nearest:
        draft.set("as_of", nearest.iso, "date in the sentence")
    elif (stated := _stated(draft, every)) is not None:
        draft.set("as_of", stated.iso, STATEMENT)
    elif not any(w.span for w in every) and not _out_of(draft):
        _carried(draft, drafts)
        if draft.as_of is None and not every:
            _event(draft, drafts, discourse, published)


def _when_clause(sentence: Sentence, every: Sequence[When], position: int) -> When | None:
    """Return the date whose clause tells the number: "the deadliest since 1998, when 2,541 died"."""
    before = [w for w in every if w.end <= position]
    return next((w for w in before[-1:] if WHEN.match(sentence.text, w.end, position)), None)


def _year_before(draft: Draft) -> bool:
    """Tell whether a number is that of the year before: "up from 41 a year earlier"."""
    end = draft.sentence.tokens[draft.index].end
    return YEAR_BEFORE.match(draft.sentence.text, end, draft.sentence.end) is not None


def _dates(sentence: Sentence, published: date | None) -> list[When]:
    """Return the dates of a sentence, read once."""
    if sentence.dates is None:
        sentence.dates = dates(sentence.text, sentence.start, sentence.end, published)
    return sentence.dates


def _stated(draft: Draft, every: Sequence[When]) -> When | None:
    """Return the date of a statement before a number in the present perfect, which reaches up to it: "said on May 2 it has reached 400"."""
    tokens, i = draft.sentence.tokens, draft.index
    spoken = [w for w in every if w.spoken and w.end <= tokens[i].start][-1:]
    if not spoken or draft.category == "other":
        return None
    told = (t for t in tokens[max(0, i - PERFECT_REACH) : draft.counted.end + PERFECT_REACH // 4] if t.start >= spoken[0].end)
    return spoken[0] if any(t.low in PERFECT for t in told) else None


def _clear(when: When, taken: list[Number]) -> When | None:
    """Return a date without the number of a figure that it took for its day ("In February 40 patients died"), None where it is one."""
    clash = next((n for n in taken if n.start < when.end and when.start < n.end), None)
    if clash is None:
        return when
    return replace(when, end=clash.start, iso=when.iso[:7]) if when.start < clash.start and len(when.iso) > 4 else None


def _told(sentence: Sentence, every: Sequence[When], draft: Draft) -> list[When]:
    """Return the dates that can be the figure's: no statement's, no end of a span, none behind a semicolon."""
    position = sentence.tokens[draft.index].start
    free = [w for w in every if not w.spoken and not w.span]
    if _out_of(draft):
        free = [w for w in free if w.start > position]
    return [w for w in free if ";" not in sentence.text[min(w.end, position) : max(w.start, position)]]


def _out_of(draft: Draft) -> bool:
    """Tell whether a figure is what has since come of a dated whole: "Of the 120,000 who fled in May, 20,000 have gone back"."""
    sentence, end = draft.sentence, draft.counted.end
    if sentence.low(0) != "of" or draft.start < 2:
        return False
    return any(sentence.low(k) in PERFECT for k in range(end, end + PERFECT_REACH // 4))


def _carried(draft: Draft, drafts: Drafts) -> None:
    """Take the date of the whole, or of a figure just before that tells of the same event."""
    parent = drafts.parent(draft)
    if parent is not None and draft.category == "other" and parent.why.get("as_of") == STATEMENT:
        return
    if parent is not None and parent.as_of and (parent.sentence is draft.sentence or draft.whole is not None):
        draft.set("as_of", parent.as_of, "date of the figure it leans on")


def _event(draft: Draft, drafts: Drafts, discourse: Discourse, published: date | None) -> None:
    """Take the only date of the sentence before, where this one takes up its event: "The bombing killed three"."""
    added = draft.category in ADDED and _adds(draft)
    if not draft.sentence.index or not (added or (draft.category in EVENTS and _takes_up(draft))):
        return
    before = discourse.sentence(draft.sentence.index - 1)
    every = _dates(before, published)
    told = [w for w in every if not w.spoken and not w.span]
    if len(told) == 1 and len(told[0].iso) > 4:
        draft.set("as_of", told[0].iso, EVENT)
    earlier = next(drafts.before(draft, 1), None)
    if not every and earlier is not None and earlier.sentence is before and earlier.why.get("as_of") == EVENT:
        draft.set("as_of", earlier.as_of, EVENT)


def _adds(draft: Draft) -> bool:
    """Tell whether a figure counts more of the same event: "another 19 were pardoned", "two others were acquitted"."""
    low = draft.sentence.low
    return any(low(k) in TAKING_UP for k in (draft.start - 1, draft.start, draft.index - 1)) or low(draft.index + 1) in ("others", "more")


def _takes_up(draft: Draft) -> bool:
    """Tell whether a figure's sentence takes up an event told before: "the blast killed", "another 20 were hurt"."""
    sentence = draft.sentence
    if sentence.low(0) in ("it", "this", "that") or _adds(draft):
        return True
    return any(t.low in TAKEN_UP and sentence.low(k) in ("the", "this", "that") for k, t in enumerate(sentence.tokens[1:]))
