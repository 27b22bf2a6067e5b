"""Why two names may be one source: every reason that is found, with how much it weighs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from sayso.reconcile.names import Names, by_word, parts

CERTAIN, STRONG, LIKELY, WEAK = 1.0, 0.9, 0.85, 0.6
_ALIKE, _LONG, _CROWD = 93.0, 8, 60


class Candidate(NamedTuple):
    """`name` may be read as `head`, for this reason."""

    score: float
    name: str
    head: str
    reason: str


def candidates(names: Names) -> Iterator[Candidate]:
    """All candidates, in no particular order; a pair may come for several reasons."""
    yield from _titles(names)
    yield from _acronyms(names)
    shared = by_word(names.spellings)
    for word in sorted(shared):
        if 1 < len(shared[word]) <= _CROWD:
            yield from _sharing(names, shared[word])
    yield from _spelled(names)


def _titles(names: Names) -> Iterator[Candidate]:
    """A report whose makers a text names."""
    for title, makers in names.titles.items():
        for maker in makers:
            yield Candidate(CERTAIN if len(makers) == 1 else WEAK, title, maker, "a text names whose report it is")


def _acronyms(names: Names) -> Iterator[Candidate]:
    """ICG and International Crisis Group, also as International Crisis Group (ICG)."""
    full: dict[str, list[str]] = {}
    for name in names.spellings:
        held = parts(name)
        if len(held.words) > 3 and held.words[-1] == parts(" ".join(held.words[:-1])).initials:
            long = " ".join(held.words[:-1])
            yield Candidate(CERTAIN, name, long, "the name with its initials behind it")
            yield Candidate(CERTAIN, held.words[-1], long, "a text gives the initials behind the name")
            full.setdefault(held.words[-1], []).append(long)
        elif len(held.initials) > 2:  # two letters are as often somebody's
            full.setdefault(held.initials, []).append(name)
    for name in names.spellings:
        if name in full and any(spelled.isupper() for spelled in names.spellings[name]):
            longs = sorted(set(full[name]))
            for long in longs:
                yield Candidate(STRONG if len(longs) == 1 else WEAK, name, long, "its initials")


def _sharing(names: Names, block: list[str]) -> Iterator[Candidate]:
    """Names that share a word by which bodies are told apart."""
    bodies = [name for name in block if not parts(name).text and len(parts(name).words) > 1]
    for name in block:
        held = parts(name)
        if held.text:
            heads = [body for body in bodies if held.core <= parts(body).core or name.endswith(f" {body}")]
            for head in heads:
                yield Candidate(LIKELY if len(heads) == 1 else WEAK, name, head, "a text that bears its name")
        elif len(held.words) == 1:
            full = [body for body in bodies if parts(body).words[-1] == name and len(parts(body).words) < 4]
            for head in full:
                together = len(full) == 1 and names.documents[name] & names.documents.get(head, set())
                yield Candidate(LIKELY if together else WEAK, name, head, "its last word" + (", in one text" if together else ""))
        else:
            for head in bodies:
                if head != name and parts(head).core == held.core and _heavier(names, head, name):
                    yield Candidate(WEAK, name, head, "the same name of another kind of body")


def _spelled(names: Names) -> Iterator[Candidate]:
    """Spellings of one name: Centre and Center, Organisation and Organization."""
    blocks: dict[tuple[str, int], list[str]] = {}
    for name in sorted(names.spellings):
        if len(name) >= _LONG:
            blocks.setdefault((name[:4], len(name.split())), []).append(name)
    for block in blocks.values():
        for at, one in enumerate(block[:-1]):
            for other in block[at + 1 : at + _CROWD]:
                if _digits(one) == _digits(other) and (alike := ratio(one, other)) >= _ALIKE:
                    head, name = (one, other) if _heavier(names, one, other) else (other, one)
                    yield Candidate(LIKELY if alike < 96 else STRONG, name, head, "spelled alike")


def _digits(name: str) -> str:
    return "".join(letter for letter in name if letter.isdigit())


def _heavier(names: Names, one: str, other: str) -> bool:
    """Whether the first is used in more documents; of two alike the first by letter."""
    return (-len(names.documents.get(one, ())), one) < (-len(names.documents.get(other, ())), other)
