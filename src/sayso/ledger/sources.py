"""Those whom figures are credited to: what each originated and what it passed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from sayso.languages import compared
from sayso.ledger.book import Ledger
from sayso.ledger.reckoning import linked
from sayso.model import Basis, Link
from sayso.present.origins import Identity, known_as
from sayso.reconcile import heads
from sayso.store.credits import Credit, Credited, credited, credits


@dataclass(slots=True)
class Share:
    """How many figures, and in how many documents."""

    figures: int = 0
    documents: set[int] = field(default_factory=set)

    def count(self, credit: Credit) -> None:
        """Count one credit in."""
        self.figures += credit.figures
        self.documents.add(credit.document_id)


@dataclass(slots=True)
class Actor:
    """Somebody whom figures are credited to, under all names that are read as one.

    `confined` is the fingerprint and the name of the one document that a name without a proper word ("police") is told apart by.
    """

    key: str
    confined: tuple[str, str] = ("", "")
    spellings: Counter[str] = field(default_factory=Counter)
    bases: Counter[str] = field(default_factory=Counter)
    originated: Share = field(default_factory=Share)
    relayed: Share = field(default_factory=Share)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits: the compared name, and the document that it is confined to."""
        return blake2b(f"{self.key}\0{self.confined[0]}".encode("utf8", "surrogatepass"), digest_size=8).hexdigest()

    @property
    def name(self) -> str:
        """The spelling that is used most, then the first by letter."""
        return " ".join(min(self.spellings, key=lambda name: (-self.spellings[name], name)).split())

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values; JSON-ready."""
        return {
            "fingerprint": self.fingerprint, "name": self.name, "document": self.confined[1] or None,
            "spellings": [name for name, _ in self.spellings.most_common()], "basis": self._basis(),
            "originated": self.originated.figures, "originated_documents": len(self.originated.documents),
            "relayed": self.relayed.figures, "relayed_documents": len(self.relayed.documents),
        }  # fmt: skip

    def _basis(self) -> str:
        """The authority that it speaks on most often, where texts state one."""
        told = {basis: count for basis, count in self.bases.items() if basis != Basis.NONE_STATED.value}
        return min(told, key=lambda basis: (-told[basis], basis)) if told else Basis.NONE_STATED.value


def actors(ledger: Ledger) -> dict[str, Actor]:
    """All of them by their fingerprints, those with most figures first."""
    store = ledger._store()
    read_as = heads(linked(store))
    found: dict[Identity, Actor] = {}
    for credit in store.ask(lambda connection: list(credits(connection))):
        key, home = known_as(compared(credit.name), credit.document_fingerprint, read_as)
        actor = found.setdefault((key, home), Actor(key, (credit.document_fingerprint, credit.document) if home else ("", "")))
        actor.spellings[credit.name] += credit.figures
        actor.bases[credit.basis] += credit.figures
        (actor.originated if credit.origin else actor.relayed).count(credit)
    ordered = sorted(found.values(), key=lambda one: (-one.originated.figures - one.relayed.figures, one.key, one.confined))
    return {one.fingerprint: one for one in ordered}


def figures_of(ledger: Ledger, actor: Actor, *, origin: bool, stretch: tuple[int, int] = (0, 50)) -> Credited:
    """Figures that go back to it, or that it only passed on: how many there are, and those of a stretch (offset, number)."""
    return ledger._store().ask(lambda connection: credited(connection, actor.spellings.keys(), actor.confined[0], origin, stretch))


def links_of(actor: Actor, links: Iterable[Link]) -> list[Link]:
    """Of all links between names those that it is, or may be, read under."""
    names = {compared(name)[0] for name in actor.spellings} | {actor.key}
    return [] if actor.confined[0] else [link for link in links if names & {link.name, link.head}]
