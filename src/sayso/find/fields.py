"""Filling the fields of drafts from their clause, their list, and the figures they lean on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.find.again import again
from sayso.find.attribution import Discourse, credit
from sayso.find.chain import chain
from sayso.find.confidence import confidence
from sayso.find.dates import When, dates
from sayso.find.disputes import disputed
from sayso.find.draft import Draft
from sayso.find.geography import place
from sayso.find.parts import whole_of
from sayso.find.places import Atlas
from sayso.find.status import MIDDLE, WEAK, phrase_start
from sayso.model import Document, Figure, Unit

NEAR = 2
FIGHT_REACH = 6
LEANING = frozenset(["of-them", "bare", "others", "of-number", "state"])


def fill(document: Document, drafts: list[Draft], atlas: Atlas, discourse: Discourse, published: date | None) -> list[Figure]:
    """Return the figures of the drafts with all fields."""
    for k, draft in enumerate(drafts):
        draft.inner = k > 0 and drafts[k - 1].sentence is draft.sentence and drafts[k - 1].counted.inner == draft.index
        _part(k, drafts)
        additive = bool(discourse.speech.additive.match(document.text, draft.sentence.start, draft.sentence.end))
        draft.parent = _parent(k, drafts, additive)
        _category(draft, drafts, additive)
        _when(draft, drafts, published)
        _source(draft, drafts, discourse, document.publisher)
        words = disputed(draft.sentence, draft.index)
        draft.disputed = bool(words) or "denied" in draft.why.get("source", "")
        if words:
            draft.why["disputed"] = words
    for draft in drafts:
        leaning = draft.parent is not None and draft.category == "active" and draft.why["category"].startswith("from the figure") and drafts[draft.parent].category == "joined"
        if leaning or _travelling(draft, drafts):
            draft.category, draft.why["category"] = "joined", "fighters among those who left"
    for k in range(len(drafts)):
        _victims(k, drafts)
    place(drafts, atlas, discourse.sentence, discourse.count)
    for draft in drafts:
        _late(draft)
    return [_figure(document, draft, drafts, discourse) for draft in drafts]


def _part(k: int, drafts: Sequence[Draft]) -> None:
    found = whole_of(k, drafts)
    if found:
        drafts[k].whole, rule = found
        drafts[k].part_rule = drafts[k].why["part_of"] = rule


def _parent(k: int, drafts: Sequence[Draft], additive: bool) -> int | None:
    """Return the figure that this one leans on for what its own words leave out: its whole, its list, the one before."""
    draft = drafts[k]
    if draft.whole is not None and draft.whole < k:
        return draft.whole
    twin = _twin(k, drafts)
    if twin is not None:
        return twin
    for j in range(k - 1, -1, -1):
        earlier = drafts[j]
        distance = draft.sentence.index - earlier.sentence.index
        if distance > NEAR:
            return None
        if _bracketed(earlier) and not _bracketed(draft) and j:
            continue
        if distance == 0 or additive or draft.counted.kind in LEANING:
            return j
        return None
    return None


def _twin(k: int, drafts: Sequence[Draft]) -> int | None:
    """Return the figure in the same place of the list before: "400 of the 3,417 ...; 760 of the 3,244"."""
    draft = drafts[k]
    part = draft.counted.kind == "of-number"
    if (part or draft.inner) and k >= 2 and drafts[k - 2].sentence is draft.sentence:
        other = drafts[k - 2]
        if other.counted.kind == "of-number" if part else other.inner:
            return k - 2
    return None


def _bracketed(draft: Draft) -> bool:
    before = [t.raw for t in draft.sentence.tokens[max(0, draft.index - 4) : draft.index]]
    return "(" in before and ")" not in before


def _category(draft: Draft, drafts: Sequence[Draft], additive: bool) -> None:
    if draft.rule == "population":
        draft.why["category"] = "population or crowd"
        return
    if draft.rule == "bracket behind a place" and draft.status.strength < MIDDLE:
        _listed_category(draft, drafts)
        return
    said, parent = draft.status, drafts[draft.parent] if draft.parent is not None else None
    if draft.counted.kind == "of-number" and said.strength < MIDDLE and draft.whole is not None and drafts[draft.whole].status.category not in (None, "active", "other"):
        said = drafts[draft.whole].status
        draft.category, draft.why["category"] = str(said.category), said.rule
    elif said.category and said.strength >= MIDDLE:
        draft.category, draft.why["category"] = said.category, said.rule
    elif parent is not None and _inherits(draft, parent, additive):
        draft.category, draft.why["category"] = parent.category, "from the figure it is listed with"
        if draft.category == "joined" and draft.rule == "counter noun" and _present(draft):
            draft.category, draft.why["category"] = "active", "number of those in a place"
    elif (same := again(draft, drafts, drafts.index(draft))) is not None and same.category != "other":
        draft.category, draft.why["category"] = same.category, "those counted before"
    elif said.category:
        draft.category, draft.why["category"] = said.category, said.rule
    else:
        draft.why["category"] = "nothing said"


def _listed_category(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Give a number behind a place the category of its list: that of the bracket before, else of the people named last."""
    for earlier in reversed(drafts[: drafts.index(draft)]):
        if earlier.sentence is not draft.sentence:
            break
        if earlier.rule == draft.rule or earlier.counted.kind != "bare":
            draft.category, draft.why["category"] = earlier.category, "list by place"
            return
    for token in reversed(draft.sentence.tokens[: draft.index]):
        noun = token.word.noun
        if noun is not None and noun.plural and noun.category:
            draft.category, draft.why["category"] = noun.category, f"list of {noun.lemma}s by place"
            return
    draft.why["category"] = "nothing said"


def _victims(k: int, drafts: Sequence[Draft]) -> None:
    """Give victims of whom nothing is said the fate of those counted just before or after."""
    draft = drafts[k]
    if draft.category != "other" or draft.counted.noun is None or draft.counted.noun.lemma != "victim":
        return
    for near in (*reversed(drafts[max(0, k - 3) : k]), *drafts[k + 1 : k + 3]):
        if near.category in ("killed", "injured") and abs(near.sentence.index - draft.sentence.index) <= FIGHT_REACH:
            draft.category, draft.why["category"] = near.category, "victims of the same event"
            return


def _present(draft: Draft) -> bool:
    """Tell whether the counter says that they are in a place now: "the number in Syria is 500"."""
    tokens = draft.sentence.tokens
    return any(t.low == "in" and tokens[k + 1].capital for k, t in enumerate(tokens[: draft.index])) and "number" in [t.low for t in tokens[: draft.index]]


def _travelling(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether fighters who are only counted are those who left for a fight, since the text has just spoken of such."""
    near = [d for d in drafts if d is not draft and abs(d.sentence.index - draft.sentence.index) <= FIGHT_REACH]
    gone = draft.category == "other" and draft.why["category"].rsplit(" ", 1)[-1] in ("travel", "leave", "go", "depart", "head", "journey")
    fighters = draft.category == "active" and draft.why["category"].startswith("noun")
    return (gone or fighters) and any(d.category in ("joined", "returned") for d in near)


def _inherits(draft: Draft, parent: Draft, additive: bool) -> bool:
    """Tell whether a figure without a status of its own takes that of the figure it leans on."""
    if draft.inner and draft.counted.noun is not None:
        return False
    if draft.counted.kind in ("bare", "of-them", "of-number"):
        return True
    if draft.whole is not None or additive:
        return draft.status.strength <= WEAK
    if parent.sentence is not draft.sentence:
        return False
    joint = draft.sentence.low(phrase_start(draft.sentence, draft.index) - 1)
    return joint in ("and", ",", "or", "(", "plus", "including", ";", ")", "as", "were", "was", "did") and draft.status.strength <= WEAK


def _late(draft: Draft) -> None:
    """Say why a field is empty where nothing gave it."""
    for name in ("origin", "location", "as_of"):
        draft.why.setdefault(name, "nothing said")


def _when(draft: Draft, drafts: Sequence[Draft], published: date | None) -> None:
    sentence = draft.sentence
    every = [w for w in dates(sentence.text, sentence.start, sentence.end, published) if all(w.end <= n.start or w.start >= n.end for n in [d.number for d in drafts if d.sentence is sentence])]
    spans = any(w.span for w in every)
    found = [w for w in every if not w.spoken and not w.span]
    position = sentence.tokens[draft.index].start
    after = [w for w in found if w.start > position]
    before = [w for w in found if w.end <= position]
    nearest: When | None = after[0] if after else before[-1] if before else None
    if nearest:
        draft.as_of, draft.why["as_of"] = nearest.iso, "date in the sentence"
    elif not spans:
        _carried_date(draft, drafts)


def _carried_date(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Take the date of the whole, or of a figure just before that tells of the same event."""
    parent = drafts[draft.parent] if draft.parent is not None else None
    if parent is not None and parent.as_of and (parent.sentence is draft.sentence or draft.whole is not None):
        draft.as_of, draft.why["as_of"] = parent.as_of, "date of the figure it leans on"


def _source(draft: Draft, drafts: Sequence[Draft], discourse: Discourse, publisher: str | None) -> None:
    leaning = draft.counted.kind in ("of-them", "bare", "of-number") or draft.whole is not None
    found = credit(discourse, draft.sentence, draft.index, continues=False, publisher=publisher)
    draft.names, draft.why["source"] = found.names, found.rule + (", denied" if found.denied else "")
    if not found.names and leaning and draft.parent is not None:
        parent = drafts[draft.parent]
        if parent.names and draft.sentence.index - parent.sentence.index <= NEAR:
            draft.names, draft.why["source"] = parent.names, "source of the figure it leans on"


def _figure(document: Document, draft: Draft, drafts: Sequence[Draft], discourse: Discourse) -> Figure:
    number, sentence = draft.number, draft.sentence
    noun = draft.counted
    whole = drafts[draft.whole].number if draft.whole is not None else None
    words = sentence.tokens[noun.head].raw if noun.head >= 0 else ""
    household = noun.noun is not None and noun.noun.household
    why = {"found": draft.rule, **draft.why}
    return Figure(
        document=document.name, document_fingerprint=document.fingerprint,
        start=number.start, end=number.end, reported_text=document.text[number.start : number.end],
        low=draft.value.low, high=draft.value.high, quantifier=draft.value.quantifier,
        unit=Unit.HOUSEHOLD if household else Unit.PERSON, category=draft.category, noun=words,
        quote=document.text[sentence.start : sentence.end], quote_start=sentence.start,
        origin=draft.origin, location=draft.location, as_of=draft.as_of,
        attribution=chain(draft, document, discourse), disputed=draft.disputed,
        part_of=(whole.start, whole.end) if whole else None, confidence=confidence(why), why=why,
    )  # fmt: skip
