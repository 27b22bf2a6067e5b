"""What reconciling noticed across figures, and the links by which it takes two names for one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any


class Kind(StrEnum):
    """What sort of thing was noticed, the gravest first."""

    CONFLICT = "conflict"
    """Two origins speak of the same, and no number agrees with both."""
    DIVERGING_ECHO = "diverging_echo"
    """One origin is passed on with two numbers."""
    ARITHMETIC = "arithmetic"
    """Parts and their total, a subset and its whole, a later and an earlier cumulative count."""
    SCOPE_MISMATCH = "scope_mismatch"
    """It looks like a conflict, but one field differs or is not stated."""
    SUPERSESSION = "supersession"
    """An origin gave another number later."""
    GAP = "gap"
    """A report leaves out what its own list would hold."""
    ECHO = "echo"
    """Several documents pass on one count of one origin."""


_ORDER = {kind: at for at, kind in enumerate(Kind)}
_MANY = 1 << 20


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure that a finding rests on, with its sentence to the letter."""

    figure: str
    document: str
    reported_text: str
    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something noticed across figures, in one sentence.

    `figures` are fingerprints of all that it concerns, `evidence` the first dozen of them with their quotes. `category`, `people` and
    `place` tell what it is about. `field` names the field that differs (scope mismatch); `holds` tells whether the arithmetic works
    out; `slack` is by how many people it misses or has room; `suspect` is the figure that most likely is wrong and `cause` why
    (digit swap, ten-fold, mixed units, another category); `missing` are codes that a list leaves out.
    """

    kind: Kind
    statement: str
    figures: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    category: str = ""
    people: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    field: str | None = None
    holds: bool | None = None
    slack: int | None = None
    suspect: str | None = None
    cause: str | None = None
    missing: tuple[str, ...] = ()

    @property
    def gravity(self) -> int:
        """The gravest has the least: what quarrels before what agrees, many figures before few."""
        return (2 * _ORDER[self.kind] + bool(self.holds)) * _MANY - min(len(self.figures), _MANY - 1)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits: its kind and figures, whatever the sentence says."""
        key = "\0".join([self.kind, self.field or "", *sorted(self.figures)])
        return blake2b(key.encode("utf8"), digest_size=8).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values; JSON-ready."""
        return {
            "kind": self.kind.value, "fingerprint": self.fingerprint, "statement": self.statement, "category": self.category,
            "people": list(self.people), "place": list(self.place), "field": self.field, "holds": self.holds, "slack": self.slack,
            "suspect": self.suspect, "cause": self.cause, "missing": list(self.missing), "figures": list(self.figures),
            "evidence": [
                {"figure": e.figure, "document": e.document, "reported_text": e.reported_text, "source": e.source, "quote": e.quote}
                for e in self.evidence
            ],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """Two names that may be one source: `name` is read as `head` where `applied`.

    Both are as names are compared, in small letters; `spelled` has them as most texts spell them.
    `score` from 0 to 1 says how sure; `reason` why. `decided` is what a person said of it: True confirmed, False refused, None nothing yet.
    """

    name: str
    head: str
    reason: str
    score: float
    applied: bool
    decided: bool | None = None
    spelled: tuple[str, str] = ("", "")

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits: the two names."""
        return blake2b(f"{self.name}\0{self.head}".encode("utf8", "surrogatepass"), digest_size=8).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values; JSON-ready."""
        return {
            "fingerprint": self.fingerprint, "name": self.name, "head": self.head, "spelled": list(self.spelled), "reason": self.reason,
            "score": self.score, "applied": self.applied, "decided": self.decided,
        }  # fmt: skip
