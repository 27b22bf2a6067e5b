"""What befell people: killed, injured, or hit without a word on who lived."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from sayso.find.counted import Counted
from sayso.find.said import Status
from sayso.find.sentence import Sentence
from sayso.languages import words
from sayso.model import Fate

UNDONE_REACH = 2


class Victims(NamedTuple):
    """The lists of victims.yaml."""

    hit: tuple[str, ...]
    fatal: frozenset[str]
    fatally: frozenset[str]
    grave: frozenset[str]
    alive: frozenset[str]
    undone: frozenset[str]
    beside: frozenset[str]
    ordinals: dict[str, int]
    one: frozenset[str]
    definite: frozenset[str]
    attackers: frozenset[str]
    no_victims: frozenset[str]
    owned: frozenset[str]
    anybody: frozenset[str]
    headline: frozenset[str]
    listing: frozenset[str]
    dies: frozenset[str]
    joiners: frozenset[str]
    themselves: frozenset[str]
    self_harm: tuple[str, ...]
    suicide: tuple[str, ...]
    of_person: tuple[str, ...]
    stopped: tuple[str, ...]
    counted_suicide: tuple[str, ...]
    multiples: dict[str, int]
    multiplied: dict[str, str]
    deadly: tuple[str, ...]
    apart: tuple[str, ...]
    events: frozenset[str]


@cache
def victims(language: str) -> Victims:
    """Return the lists of a language."""
    lists = words(language, "victims")
    phrases = ("hit", "self_harm", "suicide", "of_person", "stopped", "counted_suicide", "deadly", "apart")
    given: dict[str, Any] = {name: tuple(lists[name]) if name in phrases else frozenset(lists[name]) for name in Victims._fields}
    for name in ("ordinals", "multiples"):
        given[name] = {word: int(count) for word, count in lists[name].items()}
    return Victims(**(given | {"multiplied": lists["multiplied"]}))


def befell(sentence: Sentence, said: Status, people: Counted, language: str) -> Fate | None:
    """Return the fate that a status stands for, None where it is none or did not happen."""
    if said.category not in ("killed", "injured") or _undone(sentence, said, people, victims(language)):
        return None
    if said.category == "killed":
        return Fate.KILLED
    lists = victims(language)
    if not said.rule.endswith(tuple(f" {word}" for word in lists.hit)) and said.rule != "kind of victim":
        return Fate.INJURED
    near = (sentence.low(said.trigger - 1), sentence.low(said.trigger + 1))
    return Fate.KILLED if lists.fatal.intersection(near) else Fate.HIT


def _undone(sentence: Sentence, said: Status, people: Counted, lists: Victims) -> bool:
    """Tell whether a word denies the harm, or leaves it an attempt: "who weren't injured", "attempted murder"."""
    if said.trigger < 0:
        return False
    near = range(max(0, said.trigger - UNDONE_REACH), said.trigger)
    denied = any(sentence.low(k).replace("’", "'").endswith("n't") for k in range(min(people.end, said.trigger), said.trigger))
    return denied or any(sentence.low(k) in lists.undone for k in near)


def standing(sentence: Sentence, phrases: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the tokens of the first phrase of a list that stands in a sentence."""
    text = " " + " ".join(t.low for t in sentence.tokens) + " "
    for phrase in phrases:
        at = text.find(f" {phrase} ")
        if at >= 0:
            first = text.count(" ", 0, at + 1) - 1
            return first, first + phrase.count(" ") + 1
    return None
