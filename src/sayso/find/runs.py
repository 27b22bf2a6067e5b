"""Runs of places that commas and "and" join, and the codes that they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.find.places import Place, country
from sayso.find.sentence import Sentence
from sayso.languages import grammar

JOINERS = grammar("place_joiners")
INSIDE = JOINERS | frozenset(["the", "neighbouring", "neighboring", "in", "from"])


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes of places with the rule that gave them, and the tokens that were read."""

    codes: tuple[str, ...] = ()
    rule: str = ""
    used: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.codes)


def joined(sentence: Sentence, places: Sequence[Place], k: int) -> list[Place]:
    """Return the run of places from the k-th on: "Syria and Iraq"."""
    run = [places[k]]
    for following in places[k + 1 :]:
        between = [t.low for t in sentence.tokens[run[-1].end : following.start]]
        if not (0 < len(between) <= 3 and all(w in INSIDE for w in between) and following.people == run[0].people):
            break
        run.append(following)
    # "Flint, Michigan" is one place: a list of two has "and"
    apposed = len(run) == 2 and sentence.low(run[0].end) == "," and run[1].start == run[0].end + 1
    return run[:1] if apposed and ":" in run[0].code and ":" in run[1].code and country(run[0].code) == country(run[1].code) else run


def begun(sentence: Sentence, places: Sequence[Place], k: int, used: frozenset[int] = frozenset()) -> int:
    """Return the index of the place where the run that holds the k-th begins."""
    while k > 0 and places[k - 1].start not in used and _adjacent(sentence, places[k - 1], places[k]):
        k -= 1
    return k


def _adjacent(sentence: Sentence, left: Place, right: Place) -> bool:
    between = [t.low for t in sentence.tokens[left.end : right.start]]
    return left.people == right.people and 0 < len(between) <= 2 and all(w in JOINERS for w in between)


def unique(run: Sequence[Place]) -> tuple[str, ...]:
    """Return the codes of a run; a town followed by its own country is one place."""
    out: list[str] = []
    for place in run:
        if any(country(place.code) == country(c) and ":" not in place.code for c in out):
            continue
        if place.code not in out:
            out.append(place.code)
    return tuple(out)


def codes(run: Sequence[Place], rule: str) -> Codes:
    """Return what a run of places gives."""
    return Codes(unique(run), rule, frozenset(p.start for p in run))
