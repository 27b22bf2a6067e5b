"""What a person said, kept beside what the machine read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement: append-only, the latest on a subject counts.

    `kind` is what is judged ("link"), `subject` what tells it from others of its kind (the two names of a link), `verdict` is
    "accept", "reject" or "undo", `person` who said so, `time` when (ISO, UTC), `note` why.
    """

    kind: str
    subject: tuple[str, ...]
    verdict: str
    person: str
    time: str
    note: str = ""
