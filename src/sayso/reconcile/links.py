"""Which names are read as one: stars of direct links, never chains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sayso.model import Link
from sayso.reconcile.likeness import Candidate, candidates
from sayso.reconcile.names import Names

_ENOUGH = 0.8
Pair = tuple[str, str]


def links(names: Names, decisions: Mapping[Pair, bool] | None = None) -> list[Link]:
    """Every link that was thought of, by name; `decisions` are what a person said of (name, head).

    A link is applied if it scores 0.8 or more, or a person confirmed it, and nobody refused it, whichever of the two it is now
    read as. Links are never closed transitively: a
    name is read as at most one other, and a name that stands for others is read as none itself; a link for which that would be
    needed is kept, unapplied, with the reason.
    """
    decided = decisions or {}
    best: dict[Pair, Candidate] = {}
    for candidate in candidates(names):
        pair = candidate.name, candidate.head
        if candidate.name != candidate.head and (pair not in best or best[pair] < candidate):
            best[pair] = candidate
    for (name, head), said in decided.items():
        if said and (name, head) not in best:
            best[name, head] = Candidate(1.0, name, head, "a person said so")
    order = sorted(best.values(), key=lambda c: (not decided.get((c.name, c.head), False), -c.score, c.name, c.head))
    settled = sorted(_settled(order, decided), key=lambda link: (link.name, link.head))
    return [replace(link, spelled=(names.usual(link.name), names.usual(link.head))) for link in settled]


def _settled(order: list[Candidate], decided: Mapping[Pair, bool]) -> list[Link]:
    read_as: dict[str, str] = {}
    standing: set[str] = set()
    found = []
    for candidate in order:
        said = decided.get((candidate.name, candidate.head), False if decided.get((candidate.head, candidate.name)) is False else None)
        wanted = said if said is not None else candidate.score >= _ENOUGH
        blocked = _blocked(candidate, read_as, standing) if wanted else ""
        applied = wanted and not blocked
        if applied:
            read_as[candidate.name] = candidate.head
            standing.add(candidate.head)
        found.append(Link(candidate.name, candidate.head, candidate.reason + blocked, candidate.score, applied, said))
    return found


def _blocked(candidate: Candidate, read_as: Mapping[str, str], standing: set[str]) -> str:
    if candidate.name in read_as:
        return f"; not taken, as it is read as {read_as[candidate.name]}"
    if candidate.name in standing:
        return "; not taken, as others are read as it and would go along"
    if candidate.head in read_as:
        return f"; not taken, as {candidate.head} is itself read as {read_as[candidate.head]}"
    return ""


def heads(found: list[Link]) -> dict[str, str]:
    """Each name that is read as another, and as which."""
    return {link.name: link.head for link in found if link.applied}
