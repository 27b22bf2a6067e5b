"""What a person said, kept beside what the machine read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """What a person may say."""

    ACCEPT = "accept"
    """It is right as it stands: a figure as it is read, a link between names, a finding."""
    REJECT = "reject"
    """It is wrong: no figure, another source, a finding to dismiss."""
    CORRECT = "correct"
    """It is a figure, but some of its fields are others."""
    MARK = "mark"
    """Here is a figure that the machine did not find."""
    UNSURE = "unsure"
    """It was looked at and cannot be told."""
    NOTE = "note"
    """A remark that changes nothing."""
    UNDO = "undo"
    """What this person last said is taken back."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement: append-only; of each person the last that was not taken back counts.

    `kind` is what is judged ("link", "figure", "finding"), `subject` what tells it from others of its kind (the two names of a link, a
    fingerprint), `verdict` one of Verdict, `person` who said so, `time` when (ISO, UTC), `note` why. Of a figure `fields` holds the
    whole reading that the person stands for, and `seen` the digest of the machine's reading that lay before them ("" where there was none).
    """

    kind: str
    subject: tuple[str, ...]
    verdict: str
    person: str
    time: str
    note: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict, hash=False)
    seen: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values; JSON-ready."""
        return {
            "kind": self.kind, "subject": list(self.subject), "verdict": self.verdict, "person": self.person, "time": self.time,
            "note": self.note, "fields": dict(self.fields), "seen": self.seen,
        }  # fmt: skip


def words(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """What each person stands for: the last thing said, notes aside, that was not taken back; whoever took all back is not there."""
    said: dict[str, list[Decision]] = {}
    for decision in decisions:
        held = said.setdefault(decision.person, [])
        if decision.verdict == Verdict.UNDO:
            del held[-1:]
        elif decision.verdict != Verdict.NOTE:
            held.append(decision)
    return {person: held[-1] for person, held in said.items() if held}
