"""The names of sources of a whole ledger, taken apart for comparing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sayso.languages import compared
from sayso.reconcile.anatomy import only_maker, parts
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


def with_makers(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of whole documents, each with the one body that its document names, in the same order."""
    by_document: dict[str, set[tuple[str, str]]] = {}
    for fact in facts:
        by_document.setdefault(fact.document, set()).update((naming.name, naming.spelled) for naming in namings([fact]))
    makers = {document: only_maker(names) for document, names in by_document.items()}
    return [replace(fact, maker=makers[fact.document]) if fact.wants_maker and makers[fact.document] else fact for fact in facts]
