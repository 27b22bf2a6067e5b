"""Why two names may be one source: every reason that is found, with how much it weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from sayso.reconcile.anatomy import described, parts, title
from sayso.reconcile.names import Names

CERTAIN, STRONG, LIKELY, WEAK = 1.0, 0.9, 0.85, 0.6
_ALIKE, _VERY, _LONG, _CROWD = 93.0, 96.0, 8, 60
_DIGITS = re.compile(r"\D")


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
    read_as = {name: head for name in sorted(names.spellings) if (head := described(name, names.spellings))}
    for name, head in read_as.items():
        yield Candidate(STRONG, name, head, "its name with a description before it")
    yield from _texts(names, read_as)
    yield from _seats(names)
    yield from _last_words(names)
    yield from _same_core(names)
    yield from _spelled(names)


def _titles(names: Names) -> Iterator[Candidate]:
    """A report whose makers a text names."""
    for report, makers in names.titles.items():
        for maker in makers:
            yield Candidate(CERTAIN if len(makers) == 1 else WEAK, report, maker, "a text names whose report it is")
    known = {title(name): makers for name, makers in sorted(names.titles.items()) if len(makers) == 1}
    for name in names.spellings:
        words = title(name)
        if len(words) > 1 and name not in names.titles:
            found = {maker for other, makers in known.items() if other[: len(words)] == words for maker in makers}
            for maker in found:
                yield Candidate(LIKELY if len(found) == 1 else WEAK, name, maker, "a title that begins like one of its reports")


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


def _texts(names: Names, read_as: Mapping[str, str]) -> Iterator[Candidate]:
    """The Soufan report and the Soufan Center: a text that bears the name of one body only."""
    bodies: dict[str, list[str]] = {}
    for name in sorted(names.spellings):
        if not parts(name).text and len(parts(name).words) > 1:
            for word in parts(name).core:
                bodies.setdefault(word, []).append(name)
    for name in sorted(names.spellings):
        held = parts(name)
        if held.text and held.core:
            rarest = min((bodies.get(word, []) for word in sorted(held.core)), key=len)
            last = bodies.get(next(word for word in reversed(held.words) if word in held.core), [])
            heads = [body for body in rarest[:_CROWD] if held.core <= parts(body).core]
            heads += [body for body in last[:_CROWD] if name.endswith(f" {body}") and body not in heads]
            heads = list(dict.fromkeys(read_as.get(head, head) for head in heads))
            for head in heads:
                yield Candidate(LIKELY if len(heads) == 1 else WEAK, name, head, "a text that bears its name")


def _seats(names: Names) -> Iterator[Candidate]:
    """The Meridian Centre in Dushanbe; a committee or a ministry of which every state has one is for a person to decide."""
    for name in names.spellings:
        bare, seated, _ = name.partition(" in ")
        if seated and bare in names.spellings and " " in bare:
            yield Candidate(LIKELY if parts(bare).core else WEAK, name, bare, "its name with a place behind it")


def _last_words(names: Names) -> Iterator[Candidate]:
    """Tynan and Deirdre Tynan: sure enough where one text has both and nobody else of that name is known."""
    full: dict[str, list[str]] = {}
    for name in sorted(names.spellings):
        words = parts(name).words
        if 1 < len(words) < 4 and not parts(name).text:
            full.setdefault(words[-1], []).append(name)
    for name in sorted(names.spellings):
        heads = full.get(name, [])[:_CROWD]
        for head in heads:
            together = len(heads) == 1 and names.together(name, head)
            yield Candidate(LIKELY if together else WEAK, name, head, "its last word" + (", in one text" if together else ""))


def _same_core(names: Names) -> Iterator[Candidate]:
    """Bodies of one name and another kind, for a person to decide: Soufan Group and Soufan Center."""
    found: dict[frozenset[str], list[str]] = {}
    for name in sorted(names.spellings):
        held = parts(name)
        if held.core and not held.text and len(held.words) > len(held.core):
            found.setdefault(held.core, []).append(name)
    for same in found.values():
        head = min(same, key=lambda name: (-sum(names.spellings[name].values()), name))
        for name in same[:_CROWD]:
            if name != head:
                yield Candidate(WEAK, name, head, "the same name of another kind of body")


def _spelled(names: Names) -> Iterator[Candidate]:
    """Spellings of one name: Centre and Center, Organisation and Organization."""
    blocks: dict[tuple[str, int, str], list[str]] = {}
    for name in sorted(names.spellings):
        if len(name) >= _LONG:
            blocks.setdefault((name[:4], name.count(" "), _DIGITS.sub("", name)), []).append(name)
    for block in blocks.values():
        for at, one in enumerate(block[:-1]):
            for other in block[at + 1 : at + _CROWD]:
                alike = ratio(one, other, score_cutoff=_ALIKE)
                if alike:
                    head, name = (one, other) if _heavier(names, one, other) else (other, one)
                    yield Candidate(LIKELY if alike < _VERY else STRONG, name, head, "spelled alike")


def _heavier(names: Names, one: str, other: str) -> bool:
    """Whether the first is used in more documents; of two alike the first by letter."""
    return (-sum(names.spellings[one].values()), one) < (-sum(names.spellings[other].values()), other)
