"""Bare numbers that a noun of counting or a subject of people stands before: "the number is 2,000", "Uzbeks may exceed 2,500"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.find.draft import Draft
from sayso.find.numbers import MOVES
from sayso.find.places import Place
from sayso.find.sentence import Token
from sayso.find.signs import Signs
from sayso.languages import grammar

NEAR = 3
REACH = 9
PASSED = frozenset(["auxiliaries", "determiners", "adverbs", "prepositions"])
MODIFIERS = grammar("modifiers")
ABSTRACT = grammar("abstract")
NOMINAL = grammar("nominal")
EXCEEDING = grammar("exceeding")
STANDING = grammar("standing")
TYING = EXCEEDING | STANDING | {"with", "from", "to", "by"}
PUTTING = grammar("putting")


def counter(draft: Draft, distance: int, lists: Signs) -> str:
    """Return the noun of counting before a bare number, empty where there is none; `distance` is in sentences to the last figure."""
    sentence = draft.sentence
    k = draft.start - 2 if draft.joint in ("the", "in") else draft.start - 1
    steps = unknown = 0
    while k >= 0 and steps < REACH:
        low, token = sentence.low(k), sentence.tokens[k]
        if low in lists.numbering and sentence.low(k - 1) not in NOMINAL:
            return low if distance <= 1 or any(t.low in lists.people_hints or t.people for t in sentence.tokens) else ""
        if low in lists.counters:
            return low if _counts(draft, k, steps, distance, lists) else ""
        if low not in lists.counting and not (token.word.function in PASSED or token.word.noun or token.capital or low in MODIFIERS):
            unknown += 1
            if unknown > 1 or not low.isalpha():
                return ""
        k, steps = k - 1, steps + 1
    return ""


def _counts(draft: Draft, k: int, steps: int, distance: int, lists: Signs) -> bool:
    """Tell whether the noun of counting at k counts people here."""
    low, after = draft.sentence.low(k), draft.sentence.low(k + 1)
    if low in lists.homes and low != "population":
        return steps == 1 and after == ("to" if low == "home" else "of")
    direct = steps <= 1 and after == "of" and low not in ABSTRACT
    return direct or distance <= NEAR or any(t.low in lists.people_hints for t in draft.sentence.tokens)


def subject(draft: Draft, places: Sequence[Place]) -> bool:
    """Tell whether people, or their number, are the subject: "cases rose from | 41 to | 57", "Uzbeks may exceed | 2,500"."""
    at = draft.sentence.low(draft.start) == "at"
    if draft.joint not in TYING and not at and not MOVES.match(draft.joint):
        return False
    clause = _clause(draft)
    counted = any(t.low in ("number", "toll", "tally") for t in clause)
    peoples = {draft.sentence.tokens[p.start].start for p in places if p.people}
    named = any(t.word.noun is not None and t.word.noun.plural for t in clause) if counted else any(t.people for t in clause)
    people = named or (counted and (_peoples(clause, peoples) or _peoples(_counted(clause), peoples)))
    if draft.joint == "with" and not counted:
        return _peoples(clause[:2], peoples) or _peoples(clause[-2:-1], peoples)
    if counted and people and MOVES.match(draft.joint):
        return True
    if draft.joint in STANDING or (at and any(t.low in PUTTING for t in clause)):
        return counted and people
    if draft.joint in ("from", "to", "by") and any(MOVES.match(t.raw) for t in clause):
        return counted or people
    return draft.joint in EXCEEDING and (people or counted or _peoples(clause[:2], peoples))


def _clause(draft: Draft) -> list[Token]:
    """Return the tokens before the phrase back to the last comma or semicolon."""
    tokens, k = draft.sentence.tokens, draft.start
    while k > 0 and tokens[k - 1].raw not in ",;:":
        k -= 1
    return tokens[k : draft.start]


def _counted(clause: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens behind "number of" with its adjectives passed: "the number of | Uzbeks who joined"."""
    for k, token in enumerate(clause[:-1]):
        if token.low in ("number", "numbers") and clause[k + 1].low == "of":
            return [t for t in clause[k + 2 :] if t.low not in MODIFIERS and t.word.function not in PASSED]
    return ()


def _peoples(tokens: Sequence[Token], peoples: Collection[int]) -> bool:
    """Tell whether a people stands first: one of the gazetteer, or a capitalised plural that no noun of counting or losing is."""
    return any(t.start in peoples or (t.capital and people_name(t)) for t in tokens[:2])


def people_name(token: Token) -> bool:
    """Tell whether a capitalised plural looks like the name of a people rather than a plain noun that opens the sentence."""
    return token.low.endswith(("ans", "is", "ese", "yz", "eks", "iks", "mens", "ens")) and len(token.low) > 4 and not token.word.never


def behind_place(draft: Draft, places: Sequence[Place]) -> bool:
    """Tell whether a bracket stands behind a place in a list of people by country: "Tunisia (6,000), Jordan (2,000)"."""
    sentence, bracket = draft.sentence, draft.start - 1
    people = sentence.people()
    if any(p.end == draft.start and not p.people for p in places):
        return people and sentence.low(draft.counted.end) in (",", "", ".", ";", "and", ")")
    if draft.joint == ":" and draft.start >= 2:
        return _labelled(draft, places)
    if draft.joint == "(" and bracket >= 1 and (sentence.tokens[bracket - 1].people or any(p.people and p.end == bracket for p in places)):
        return sentence.low(draft.index + 1) in (")", ",")
    if sentence.low(bracket) != "(" or sentence.low(draft.index + 1) not in (")", "+"):
        return False
    return people and (any(p.end == bracket for p in places) or any(t.low == "number" for t in sentence.tokens[:bracket]))


def _labelled(draft: Draft, places: Sequence[Place]) -> bool:
    """Tell whether a label before a colon says who or where is counted: "Killed: 14", "Belgium: 440", "The dead by district: 12 in"."""
    label = draft.sentence.tokens[: draft.start - 1]
    if len(label) > REACH:
        return False
    state = any(
        s.category not in ("other", "active") and (s.voice in ("state", "nominal") or s.form == "past")
        for t in label[-1:]
        for s in t.word.senses
    )
    alone = draft.counted.end >= len(draft.sentence.tokens) or draft.sentence.low(draft.counted.end) in (",", ".", ";", "in")
    place = any(p.start <= 1 and p.end == draft.start - 1 for p in places)
    return alone and (state or place or any(t.people for t in label))
