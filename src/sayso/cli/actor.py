"""Who runs the command, for the audit log."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.access import Actor


def actor() -> Actor:
    """The user of this computer."""
    from sayso.access import Actor

    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # the system does not tell
        name = "unknown"
    return Actor(name, "command line")
