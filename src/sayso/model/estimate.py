"""What reconciling gives: a quantity, and low, best and high of it under a named policy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from sayso.model.value import Unit


class Status(StrEnum):
    """How well an estimate stands."""

    SINGLE = "single"
    """One origin speaks of it."""
    CORROBORATED = "corroborated"
    """Two origins or more, and one number that agrees with all of them."""
    CONTESTED = "contested"
    """No number agrees with all origins, or one of them is read two ways."""
    UNRESOLVED = "unresolved"
    """The policy has no answer."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """The comparable thing that figures speak of.

    `people` are codes of where they are from, `place` codes of where it holds, both sorted; `group` is who among them ("women",
    "soldiers"), empty for anyone; `time` is an ISO date of any precision or None; `event` is the name that a user gave to what
    documents are about, None outside of one.
    """

    category: str
    people: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    group: str = ""
    time: str | None = None
    event: str | None = None
    unit: Unit = Unit.PERSON

    @property
    def series(self) -> str:
        """Sixteen hexadecimal digits: all but the time, so what one series of estimates is of."""
        key = [self.category, *self.people, "", *self.place, "", self.group, self.event or "", self.unit.value]
        return _digest(key)

    def fingerprint(self, figures: Iterable[str]) -> str:
        """Sixteen hexadecimal digits: the quantity and where it is told, by the figures that speak of it."""
        key = [self.category, *self.people, "", *self.place, "", self.group, self.time or "", self.event or "", self.unit.value]
        return _digest([*key, min(figures, default="")])


def _digest(key: Iterable[str]) -> str:
    return blake2b("\0".join(key).encode("utf8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Aside:
    """A figure, by its fingerprint, that an estimate did not use, and why."""

    figure: str
    reason: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """Low, best and high of a quantity under a policy; people or households, None where open or where there is no answer.

    `used` are fingerprints of the figures that it rests on, `aside` those set aside; `reports` counts the documents of the used ones,
    `origins` whom they go back to. `rule` says in one sentence how the numbers came about.
    """

    quantity: Quantity
    policy: str
    low: int | None
    best: int | None
    high: int | None
    status: Status
    reports: int
    origins: int
    used: tuple[str, ...] = ()
    aside: tuple[Aside, ...] = ()
    rule: str = ""

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits: the quantity and where it is told, whatever the policy."""
        return self.quantity.fingerprint(self.figures)

    @property
    def figures(self) -> list[str]:
        """Fingerprints of all that speak of it: those that it rests on, then those set aside."""
        return [*self.used, *(aside.figure for aside in self.aside)]

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values; JSON-ready."""
        held = self.quantity
        return {
            "fingerprint": self.fingerprint, "category": held.category, "people": list(held.people), "place": list(held.place),
            "group": held.group, "time": held.time, "event": held.event, "unit": held.unit.value, "policy": self.policy,
            "low": self.low, "best": self.best, "high": self.high,
            "status": self.status.value, "reports": self.reports, "origins": self.origins, "used": list(self.used),
            "aside": [{"figure": a.figure, "reason": a.reason} for a in self.aside], "rule": self.rule,
        }  # fmt: skip
