"""Choosing among findings and estimates, and opening one on its workings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from sayso.codebook import load, rules
from sayso.errors import UnknownName
from sayso.model import Estimate, Figure, Finding, Kind, Refusal
from sayso.store import Filters, Store

Words = str | Sequence[str] | None
STANDINGS = ("new", "accepted", "rejected", "unsure", "divided")
"""How a finding may stand."""
T = TypeVar("T", bound=Finding | Estimate | Refusal)


@dataclass(frozen=True, slots=True)
class Explanation:
    """An estimate with the figures that it rests on and those set aside, by their fingerprints."""

    estimate: Estimate
    figures: Mapping[str, Figure]


def narrowed(held: Iterable[T], category: Words = None, origin: Words = None, location: Words = None) -> Iterator[T]:
    """Those about these categories, peoples and places; "none" asks for those that name none, and a Refusal always passes.

    Raises UnknownName for a category at once, before anything is taken.
    """
    categories, peoples, places = _words(category), _words(origin), _words(location)
    for code in categories:
        load().category(code)
    return (
        one
        for one in held
        if isinstance(one, Refusal)
        or ((not categories or _of(one)[0] in categories) and _names(_of(one)[1], peoples) and _names(_of(one)[2], places))
    )


def _of(one: Finding | Estimate) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    held = one if isinstance(one, Finding) else one.quantity
    return held.category, held.people, held.place


def _names(codes: Sequence[str], wanted: Sequence[str]) -> bool:
    return not wanted or any(code in wanted for code in codes) or ("none" in wanted and not codes)


def _words(wanted: Words) -> list[str]:
    return [wanted] if isinstance(wanted, str) else list(wanted or ())


def kinds(wanted: Words) -> list[str]:
    """Kinds of findings by name; UnknownName with the nearest for another."""
    known = [kind.value for kind in Kind]
    found = [word.casefold().replace("-", "_").replace(" ", "_") for word in _words(wanted)]
    for word in found:
        if word not in known:
            refuse("kind of finding", word, known)
    return found


def standings(wanted: Words) -> list[str]:
    """How findings may stand, by name; UnknownName with the nearest for another."""
    found = _words(wanted)
    for word in found:
        if word not in STANDINGS:
            refuse("standing", word, STANDINGS)
    return found


def asked(wanted: Mapping[str, Any]) -> Filters:
    """Filters whose names and codes all exist; raises UnknownName with the nearest."""
    filters = Filters.of(wanted)
    for code in _words(filters.category):
        load().category(code)
    return filters


def policy_named(name: str) -> str:
    """A policy by name; UnknownName with the nearest for another."""
    known = list(rules().policies)
    if name not in known:
        refuse("policy", name, known)
    return name


def refuse(what: str, word: str, known: Sequence[str]) -> None:
    """Raise UnknownName for a word that is not among those known, with the nearest."""
    near = get_close_matches(word, known, 1, 0.5)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    raise UnknownName(f"there is no {what} {word!r}", advice=f"{hint}There are: {', '.join(known)}.")


def explanations(store: Store, reference: str, estimates: Sequence[Estimate]) -> list[Explanation]:
    """The estimates that a reference stands for, opened.

    It is the first four or more digits of the fingerprint of an estimate or of a figure, or people and category as "TJ/joined".
    Raises UnknownName.
    """
    found = [one for one in estimates if _meant(one, reference.strip())]
    if not found:
        advice = "Give the first digits of an estimate or a figure, or people and category such as TJ/joined. See: sayso estimates"
        raise UnknownName(f"no estimate is called {reference!r}", where=str(store.path), advice=advice)
    wanted = {figure for one in found for figure in one.figures}
    held = {figure.fingerprint: figure for figure in store.figures_among(wanted)}
    return [Explanation(one, {figure: held[figure] for figure in one.figures}) for one in found]


def _meant(estimate: Estimate, reference: str) -> bool:
    if len(reference) >= 4 and "/" not in reference:
        word = reference.casefold()
        return estimate.fingerprint.startswith(word) or any(figure.startswith(word) for figure in estimate.figures)
    people, _, category = reference.rpartition("/")
    held = estimate.quantity
    names = {code.casefold() for code in held.people} | {load().place(code).casefold() for code in held.people}
    asked = people.strip().casefold()
    return held.category == category.strip().casefold() and (asked in names or (asked == "none" and not held.people))
