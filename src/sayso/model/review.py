"""How figures and findings stand after what persons said of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sayso.model.decision import Decision
from sayso.model.figure import Figure
from sayso.model.finding import Finding


class Standing(StrEnum):
    """How a figure or a finding stands."""

    NEW = "new"
    """Nobody has judged it: it is what a machine made."""
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    MARKED = "marked"
    """A person found it where the machine did not."""
    UNSURE = "unsure"
    """Whoever looked could not tell."""
    DIVIDED = "divided"
    """Persons disagree; until they agree the machine's reading holds."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What decisions make of a figure: `reading` is what counts, None where nothing does.

    `changed` is whether the machine reads it otherwise than when somebody judged it.
    """

    standing: Standing
    changed: bool
    reading: Figure | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as lists show it: the reading that counts (of a rejected one the machine's) and how it stands."""

    figure: Figure
    standing: Standing = Standing.NEW
    changed: bool = False
    counted: bool = True
    by_person: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The figure and how it stands, as plain values; JSON-ready."""
        return {
            **self.figure.to_dict(), "standing": self.standing.value, "changed": self.changed, "counted": self.counted,
            "by_person": self.by_person,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Review:
    """A figure with everything that was said of it.

    `shown` is how lists show it, `machine` what the machine reads at this place (None where it finds no figure), `decisions` all that
    persons said, the oldest first, `version` what a further decision has to name so that none is made on an old sight.
    """

    shown: Shown
    machine: Figure | None
    decisions: tuple[Decision, ...] = ()
    version: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values; JSON-ready."""
        return {
            **self.shown.to_dict(), "machine": self.machine.to_dict() if self.machine else None,
            "decisions": [decision.to_dict() for decision in self.decisions], "version": self.version,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighed:
    """A finding with what was said of it; confirmed ones stand as accepted, dismissed ones as rejected."""

    finding: Finding
    standing: Standing = Standing.NEW
    decisions: tuple[Decision, ...] = ()
    version: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values; JSON-ready."""
        return {
            **self.finding.to_dict(), "standing": self.standing.value, "decisions": [decision.to_dict() for decision in self.decisions],
            "version": self.version,
        }  # fmt: skip
