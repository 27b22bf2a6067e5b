"""What was found to be said of counted people."""

from __future__ import annotations

from typing import NamedTuple

STRONG, MIDDLE, WEAK, NONE = 3, 2, 1, 0


class Status(NamedTuple):
    """A category with the rule that gave it, how strong the evidence is, and the token that triggered it."""

    category: str | None
    rule: str
    strength: int = NONE
    trigger: int = -1
