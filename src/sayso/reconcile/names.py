"""The names of sources of a whole ledger, taken apart for comparing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from sayso.languages import compared, of_kind
from sayso.reconcile.fact import Fact


class Naming(NamedTuple):
    """One spelling of a proper name in one document; `maker` is whom the text names behind it, if it is a report's title."""

    document: str
    name: str
    spelled: str
    maker: str = ""


def namings(facts: Iterable[Fact]) -> list[Naming]:
    """All proper names in the chains of these facts, each spelling of a document once, in order."""
    found: set[Naming] = set()
    for fact in facts:
        chain = fact.chain or (() if fact.source == fact.name else (fact.source,))
        known = [compared(name) for name in chain]
        for at, (spelled, (name, proper)) in enumerate(zip(chain, known, strict=True)):
            if proper and name:
                maker, made = known[at + 1] if at + 1 < len(known) else ("", False)
                titled = made and maker != name and parts(name).title
                found.add(Naming(fact.document, name, " ".join(spelled.split()), maker if titled else ""))
    return sorted(found)


Together = Callable[[str, str], bool]
"""Tells whether one document mentions two names."""


@dataclass(slots=True)
class Names:
    """Proper names as they are compared: in how many documents each spelling stands, and whose report a title is."""

    together: Together
    spellings: dict[str, Counter[str]] = field(default_factory=dict)
    titles: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def counted(cls, rows: Iterable[tuple[str, str, str, int]], together: Together) -> Names:
        """The names of counted spellings: name, spelling, maker, number of documents."""
        names = cls(together)
        for name, spelled, maker, number in rows:
            names.spellings.setdefault(name, Counter())[spelled] += number
            if maker:
                names.titles.setdefault(name, set()).add(maker)
        return names

    @classmethod
    def of(cls, held: Iterable[Naming]) -> Names:
        """The names that documents mention."""
        documents: dict[str, set[str]] = {}
        counts: Counter[tuple[str, str, str]] = Counter()
        for document, name, spelled, maker in held:
            documents.setdefault(name, set()).add(document)
            counts[name, spelled, maker] += 1
        rows = ((*key, number) for key, number in sorted(counts.items()))
        return cls.counted(rows, lambda one, other: not documents[one].isdisjoint(documents.get(other, ())))

    def usual(self, name: str) -> str:
        """The spelling that is used most, of several the first by letter."""
        spelled = self.spellings.get(name)
        return min(spelled, key=lambda one: (-spelled[one], one)) if spelled else name


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart.

    `core` are the words that tell it from other bodies; `text` is whether it names a text, `title` whether it is one's title.
    """

    words: tuple[str, ...]
    core: frozenset[str]
    initials: str
    text: bool
    title: bool


@lru_cache(maxsize=100_000)
def parts(name: str) -> Parts:
    """Take a compared name apart."""
    words = tuple(name.split())
    texts, bodies, small = of_kind("texts"), of_kind("bodies"), of_kind("small")
    core = frozenset(word for word in words if word not in texts and word not in bodies and word not in small)
    text = any(word in texts for word in words)
    title = words[0] in texts or "titled" in words or "entitled" in words
    return Parts(words, core, "".join(word[0] for word in words if word not in small), text, text and title)
