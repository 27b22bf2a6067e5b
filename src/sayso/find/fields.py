"""Filling the fields of drafts, and making figures of them."""

from __future__ import annotations

from functools import partial

from sayso.find.again import MEMORY
from sayso.find.attribution import Discourse, credit
from sayso.find.category import categorise, leave, settle
from sayso.find.chain import chain
from sayso.find.confidence import confidence
from sayso.find.disputes import disputed, taken_up
from sayso.find.draft import Draft, Drafts
from sayso.find.geography import place
from sayso.find.lean import NEAR, lean
from sayso.find.parts import whole_of
from sayso.find.passes import Pass
from sayso.find.reading import Reading
from sayso.find.timing import when
from sayso.find.twins import twin
from sayso.model import Figure, Unit

LABEL = 8


def passes(reading: Reading, drafts: Drafts) -> tuple[Pass, ...]:
    """Return the passes that fill the fields of drafts: what the sentence tells, then what only the figures around tell."""
    return (
        partial(_fill, drafts=drafts, reading=reading),
        partial(leave, drafts=drafts),
        partial(settle, drafts=drafts),
        partial(_claimed_before, drafts=drafts),
        partial(twin, drafts=drafts),
        partial(place, drafts=drafts, atlas=reading.atlas, discourse=reading.discourse),
    )


def _fill(draft: Draft, drafts: Drafts, reading: Reading) -> None:
    """Fill the fields of a draft that its own words, and the figures that it is listed with, tell."""
    before = drafts[draft.at - 1] if draft.at else None
    draft.inner = before is not None and before.sentence is draft.sentence and before.counted.inner == draft.index
    _part(draft, drafts)
    additive = bool(reading.discourse.speech.additive.match(draft.sentence.text, draft.sentence.start, draft.sentence.end))
    draft.parent = lean(draft, drafts, additive=additive)
    categorise(draft, drafts, additive=additive)
    when(draft, drafts, reading.discourse, reading.published)
    _source(draft, drafts, reading.discourse, reading.document.publisher)
    _dispute(draft, drafts, reading.discourse)


def _part(draft: Draft, drafts: Drafts) -> None:
    found = whole_of(draft, drafts)
    if found and found[0].whole != draft.at:
        draft.whole, draft.part_rule = found[0].at, found[1]
        draft.why["part_of"] = found[1]


def _dispute(draft: Draft, drafts: Drafts, discourse: Discourse) -> None:
    bound = draft.value.high is None
    words = disputed(draft.sentence, draft.index, bound=bound) or _answered(draft, drafts, discourse, bound=bound)
    if words:
        draft.set("disputed", True, words)


def _answered(draft: Draft, drafts: Drafts, discourse: Discourse, *, bound: bool) -> str:
    """Return the words by which the next sentence disputes what this one credits to somebody as its only claim."""
    index = draft.sentence.index + 1
    if not draft.names or index >= discourse.count or len(drafts.here(draft)) > 1:
        return ""
    return taken_up(draft.sentence.text, discourse.span(index), bound=bound)


def _claimed_before(draft: Draft, drafts: Drafts) -> None:
    """Mark a disputed claim where it was credited to somebody earlier: "reported that two cases ...; denied that two cases"."""
    if not draft.disputed:
        return
    for earlier in drafts.before(draft, MEMORY):
        same = (earlier.number.low, earlier.number.high) == (draft.number.low, draft.number.high) and earlier.category == draft.category
        nouns = earlier.counted.noun, draft.counted.noun
        if same and earlier.names and nouns[0] is not None and nouns[0] == nouns[1]:
            earlier.set("disputed", True, "the same claim is disputed later")


def _source(draft: Draft, drafts: Drafts, discourse: Discourse, publisher: str | None) -> None:
    found = credit(discourse, draft.sentence, draft.index, publisher=publisher)
    draft.names = found.names
    draft.why["source"] = found.rule
    parent = drafts.parent(draft)
    here = parent is not None and parent.sentence is draft.sentence
    back = draft.counted.kind == "of-them" or draft.part_rule in ("of whom", "of the number that opens the sentence", "bare subject", "one")
    leaning = back or (here and (draft.counted.kind in ("bare", "of-number") or draft.whole is not None))
    if not found.names and leaning and parent is not None and parent.names and draft.sentence.index - parent.sentence.index <= NEAR:
        draft.names, draft.why["source"] = parent.names, "source of the figure it leans on"


def _of_households(draft: Draft) -> bool:
    """Tell whether a label before the number counts households: "Families displaced: 96"."""
    label = draft.sentence.tokens[max(0, draft.start - LABEL) : draft.start]
    return label[-1:] != [] and label[-1].raw == ":" and any(t.word.noun is not None and t.word.noun.household for t in label)


def figure(draft: Draft, drafts: Drafts, reading: Reading) -> Figure:
    """Return the figure of a draft that all passes have read."""
    document, number, sentence, noun = reading.document, draft.number, draft.sentence, draft.counted
    whole = drafts[draft.whole].number if draft.whole is not None else None
    household = noun.noun.household if noun.noun is not None else draft.rule == "bracket behind a place" and _of_households(draft)
    why = {"found": draft.rule, **draft.why}
    for name in ("origin", "location", "as_of"):
        why.setdefault(name, "nothing said")
    return Figure(
        document=document.name, document_fingerprint=reading.fingerprint,
        start=number.start, end=number.end, reported_text=document.text[number.start : number.end],
        low=draft.value.low, high=draft.value.high, quantifier=draft.value.quantifier,
        unit=Unit.HOUSEHOLD if household else Unit.PERSON, category=draft.category,
        noun=sentence.tokens[noun.head].raw if noun.head >= 0 else "",
        quote=document.text[sentence.start : sentence.end], quote_start=sentence.start,
        origin=draft.origin, location=draft.location, as_of=draft.as_of,
        attribution=chain(draft, document, reading.discourse), disputed=draft.disputed,
        part_of=(whole.start, whole.end) if whole else None, confidence=confidence(why), why=why,
    )  # fmt: skip
