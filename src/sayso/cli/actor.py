"""Who runs the command, for the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.access import Actor


def actor() -> Actor:
    """The user of this computer."""
    from sayso.access import Actor, user

    return Actor(user(), "command line")
