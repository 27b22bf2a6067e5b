"""The category of a draft: from its own words, from the figure it leans on, from its list."""

from __future__ import annotations

from sayso.find.again import again
from sayso.find.counters import people_name
from sayso.find.draft import Draft, Drafts
from sayso.find.predicate import predicate
from sayso.find.said import MIDDLE, WEAK
from sayso.languages import grammar

REACH = 6
PEOPLE_ONLY = frozenset(["killed", "injured", "displaced", "detained", "missing", "infected"])
LIST_JOINTS = ([","], ["and"], [",", "and"])
LEFT = grammar("left")
LISTING = grammar("listing")
RELATIVE = grammar("relative")
CONTRAST = grammar("contrast")


def categorise(draft: Draft, drafts: Drafts, *, additive: bool) -> None:
    """Fill the category of a draft whose parent is known; `additive` as in lean()."""
    draft.why["category"] = "nothing said"
    if draft.rule == "population":
        draft.why["category"] = "population or crowd"
    elif draft.rule == "bracket behind a place" and draft.status.strength < MIDDLE:
        _of_list(draft, drafts)
    else:
        _said_or_inherited(draft, drafts, additive=additive)


def _said_or_inherited(draft: Draft, drafts: Drafts, *, additive: bool) -> None:
    said, parent = draft.status, drafts.parent(draft)
    if draft.counted.kind == "of-number" and said.strength < MIDDLE and draft.whole is not None:
        whole = drafts[draft.whole].status
        said = whole if whole.category not in (None, "active", "other") else said
    if _said_of_whole(draft, drafts):
        said = drafts[draft.whole].status if draft.whole is not None else said
    if draft.rule == "state of people":
        draft.set("category", said.category, said.rule)
        return
    moving = draft.joint in ("to", "from", "at") and said.trigger > draft.index
    by_noun = draft.rule in ("counter noun", "people are the subject") and (said.strength < MIDDLE or moving)
    named = _counted_before(draft) if by_noun else None
    if named:
        draft.set("category", named, "people before the number")
    elif said.category and (said.strength >= MIDDLE or said is not draft.status):
        draft.set("category", said.category, said.rule)
    elif parent is not None and _inherits(draft, parent, additive=additive):
        present = parent.category in ("joined", "active") and draft.rule == "counter noun" and _present(draft)
        draft.set(
            "category",
            "active" if present else parent.category,
            "number of those in a place" if present else "from the figure it is listed with",
        )
    elif (same := again(draft, drafts)) is not None and same.category != "other":
        draft.set("category", same.category, "those counted before")
    elif said.category:
        draft.set("category", said.category, said.rule)
    elif draft.rule in ("counter noun", "people are the subject") and (members := _members(draft)):
        draft.set("category", "active", f"number of {members}")


def _members(draft: Draft) -> str:
    """Return the fighters whose number is given: "the number of British fighters is put at 700"."""
    for k in range(draft.start - 1, -1, -1):
        noun = draft.sentence.noun(k)
        if noun is not None and noun.people:
            return draft.sentence.low(k) if noun.category == "active" else ""
    return ""


def _said_of_whole(draft: Draft, drafts: Drafts) -> bool:
    """Tell whether a participle behind a comma speaks of the whole: "beheaded nine men, including two teachers, captured in May"."""
    status = draft.status
    if draft.whole is None or not status.rule.startswith(("passive", "clause")) or drafts[draft.whole].sentence is not draft.sentence:
        return False
    whole = drafts[draft.whole].status
    behind = draft.sentence.tokens[draft.counted.end : status.trigger]
    bare = not any(t.word.function == "auxiliaries" for t in behind)
    told = whole.strength >= MIDDLE and whole.rule.startswith(("object", "noun of action"))
    return told and bare and any(t.raw == "," for t in behind)


def _counted_before(draft: Draft) -> str | None:
    """Return the category of the people whose number is given: "the number of refugees stands at", "deaths have passed"."""
    for k in range(draft.start - 1, -1, -1):
        token, noun = draft.sentence.tokens[k], draft.sentence.noun(k)
        if token.raw in ";:":
            return None
        if (noun is None or noun.broad) and token.capital and draft.sentence.low(k - 1) == "of" and people_name(token):
            return _said_before(draft, k)
        if noun is not None and noun.people:
            near = (*token.word.senses, *(draft.sentence.tokens[k - 1].word.senses if k else ()))
            told = next((s.category for s in near if s.voice == "state" or (s.form == "past" and s.category in PEOPLE_ONLY)), None)
            state = told or _said_before(draft, k)
            return noun.category if noun.category not in (None, "active") else state
    return None


def _said_before(draft: Draft, k: int) -> str | None:
    """Return what is said of the noun at k before the number: "the number of people killed by the bomb is 14"."""
    if draft.sentence.low(k + 1) in RELATIVE:
        held = (sense for token in draft.sentence.tokens[k + 2 : draft.start] for sense in token.word.senses)
        return next((sense.category for sense in held if sense.category not in (None, "other")), None)
    found = predicate(draft.sentence, k, k + 1)
    return found.sense.category if found is not None and found.sense is not None and found.at < draft.start else None


def _inherits(draft: Draft, parent: Draft, *, additive: bool) -> bool:
    """Tell whether a figure without a status of its own takes that of the figure it leans on."""
    if draft.inner and draft.counted.noun is not None:
        return False
    if draft.rule == "people are the subject" and parent.sentence is not draft.sentence:
        return False
    others = draft.counted.noun is not None and draft.counted.noun.lemma == "others"
    more = others and parent.counted.noun is not None and parent.counted.noun.category == parent.category
    if more and draft.status.strength <= WEAK:
        return True
    if draft.joint in CONTRAST and draft.whole is None:
        return False
    if draft.counted.kind in ("bare", "of-them", "of-number"):
        return True
    if draft.whole is not None or (additive and parent.sentence is not draft.sentence):
        return draft.status.strength <= WEAK
    if draft.joint == "and" and draft.sentence.low(draft.start - 2) == "," and draft.status.rule.startswith("verb"):
        return False  # a clause of its own: ", and | 200 relatives kept vigil"
    return parent.sentence is draft.sentence and draft.joint in LISTING and draft.status.strength <= WEAK


def _of_list(draft: Draft, drafts: Drafts) -> None:
    """Give a number behind a place the category of its list: that of the bracket before, else of the people named last."""
    for earlier in drafts.here_before(draft):
        if earlier.rule == draft.rule or earlier.counted.kind != "bare":
            draft.set("category", earlier.category, "list by place")
            return
    for token in reversed(draft.sentence.tokens[: draft.index]):
        noun = token.word.noun
        state = next(
            (s for s in token.word.senses if s.category != "other" and (s.voice in ("state", "nominal") or s.form == "past")), None
        )
        if state is not None:
            draft.set("category", state.category, f"list of {token.low} by place")
            return
        if noun is not None and noun.plural and noun.category:
            draft.set("category", noun.category, f"list of {noun.lemma}s by place")
            return


def _present(draft: Draft) -> bool:
    """Tell whether the counter says that they are in a place now: "the number in Syria is 500"."""
    tokens = draft.sentence.tokens
    return any(t.low == "in" and tokens[k + 1].capital for k, t in enumerate(tokens[: draft.index])) and any(
        t.low == "number" for t in tokens[: draft.index]
    )


def leave(draft: Draft, drafts: Drafts) -> None:
    """Settle whether fighters are those who left, as the categories around tell."""
    parent = drafts.parent(draft)
    follows = (
        parent is not None
        and parent.category == "joined"
        and draft.category == "active"
        and draft.why["category"].startswith("from the figure")
    )
    if follows or _travelling(draft, drafts):
        draft.set("category", "joined", "fighters among those who left")


def settle(draft: Draft, drafts: Drafts) -> None:
    """Settle the category of lists told by their last verb, of victims and of nationalities, when it is settled who left."""
    _listed_after(draft, drafts)
    _victims(draft, drafts)
    _breakdown(draft, drafts)


def _listed_after(draft: Draft, drafts: Drafts) -> None:
    """Give a number of which nothing is said what is said of the list that it opens: "four guards, two cooks and a clerk were killed"."""
    last = draft
    for following in drafts.after(draft):
        if not _untold(last) or following.sentence is not draft.sentence or following.whole == draft.at:
            return
        between = [t.low for t in draft.sentence.tokens[last.counted.end : following.start]]
        if between not in LIST_JOINTS:
            return
        if following.why["category"].startswith(("verb", "passive", "state")) and following.category != "other":
            draft.set("category", following.category, "from the list that follows")
            return
        last = following


def _untold(draft: Draft) -> bool:
    """Tell whether nothing is said of a number with its noun, also not by the figures before it."""
    silent = draft.why["category"].startswith(("nothing", "from the figure")) and draft.category == "other"
    return silent and draft.counted.kind == "noun"


def _breakdown(draft: Draft, drafts: Drafts) -> None:
    """Give a list by nationality of which nothing is said the category of the total just before ("1,500 Uzbeks, 1,300 Tajiks")."""
    if draft.category != "other" or not _bare_people(draft) or sum(_bare_people(d) for d in drafts.here(draft)) < 2:
        return
    for total in drafts.before(draft):
        if draft.sentence.index - total.sentence.index > 2:
            return
        enough = total.value.high is None or (draft.value.low or 0) < total.value.high
        if total.sentence is not draft.sentence and total.category != "other" and enough:
            draft.set("category", total.category, "list of those counted before")
            return


def _bare_people(draft: Draft) -> bool:
    """Tell whether only a nationality is counted and nothing is said of it."""
    named = draft.counted.kind == "noun" and draft.counted.noun is None
    return named and draft.why["category"].startswith(("nothing", "from the figure", "list of those"))


def _around(draft: Draft, drafts: Drafts) -> list[Draft]:
    return [d for d in (*drafts.before(draft), *drafts.after(draft)) if abs(d.sentence.index - draft.sentence.index) <= REACH]


def _travelling(draft: Draft, drafts: Drafts) -> bool:
    """Tell whether fighters who are only counted are those who left for a fight, since the text has just spoken of such."""
    rule = draft.why["category"]
    gone = draft.category == "other" and (rule.rsplit(" ", 1)[-1] in LEFT or draft.rule == "people are the subject")
    fighters = draft.category == "active" and rule.startswith("noun")
    return (gone or fighters) and any(d.category in ("joined", "returned") for d in _around(draft, drafts))


def _victims(draft: Draft, drafts: Drafts) -> None:
    """Give victims of whom nothing is said the fate of those counted just before or after."""
    if draft.category != "other" or draft.counted.noun is None or draft.counted.noun.lemma != "victim":
        return
    near = next((d for d in _around(draft, drafts) if d.category in ("killed", "injured")), None)
    if near is not None:
        draft.set("category", near.category, "victims of the same event")
