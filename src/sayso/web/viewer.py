"""Who looks on, and what they may do."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from sayso.web.fault import Fault

ROLES = ("reader", "reviewer", "admin")
"""From the least to the most; each may do what those before it may."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person who looks on: their name and their role."""

    name: str
    role: str

    def may(self, role: str) -> bool:
        """Whether they may do what this role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


Who = Callable[[Request], Viewer]
"""Tells who looks on at a request; raises Fault for one that must sign in first."""


def alone(_: Request) -> Viewer:
    """The user of this computer: without accounts nobody else can reach the workbench, so they may do everything."""
    return Viewer(_user(), "admin")


def viewer(request: Request) -> Viewer:
    """Who looks on at this request."""
    who: Who = request.app.state.desk.who
    return who(request)


Seen = Annotated[Viewer, Depends(viewer)]
"""The parameter of a page that wants to know who looks on."""


def allowed(role: str) -> Callable[[Viewer], Viewer]:
    """A dependency that lets those of a role and above through; others get 403 with what they would need."""

    def let(seen: Seen) -> Viewer:
        if not seen.may(role):
            what = f"this is for a {role}, and {seen.name} is a {seen.role}"
            raise Fault(403, what, advice="Ask an admin of this workbench for the role.")
        return seen

    return let


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
