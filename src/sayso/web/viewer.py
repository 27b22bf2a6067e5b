"""Who looks on, and what they may do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request

from sayso.access import Viewer
from sayso.web.fault import Fault
from sayso.web.visit import visit


async def viewer(request: Request) -> Viewer:
    """Who looks on at this request; whoever is not known has been turned away before."""
    held = visit(request).viewer
    if held is None:
        raise Fault(401, "nobody has logged in", advice="Log in first.")
    return held


Seen = Annotated[Viewer, Depends(viewer)]
"""The parameter of a page that wants to know who looks on."""


def allowed(role: str) -> Callable[[Viewer], Awaitable[Viewer]]:
    """A dependency that lets those of a role and above through; others get 403 with what they would need."""

    async def let(seen: Seen) -> Viewer:
        if not seen.may(role):
            what = f"this is for {'an' if role == 'admin' else 'a'} {role}, and {seen.name} is a {seen.role}"
            raise Fault(403, what, advice="Ask an admin of this workbench for the role.")
        return seen

    return let
