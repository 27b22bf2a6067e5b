"""The user of this computer, who may do everything where there are no accounts."""

from __future__ import annotations

import getpass


def user() -> str:
    """The name that the system has for whoever runs this; "unknown" where it does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
