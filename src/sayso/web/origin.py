"""Whether a form or a script of another site sent a request."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request, Security
from fastapi.security import HTTPBearer

from sayso.web.fault import Fault
from sayso.web.forms import sent
from sayso.web.visit import visit

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""

FIELD, HEADER = "csrf", "x-csrf-token"
"""Where a form and a script carry the seal of the page that they come from."""

_ADVICE = "Open the page again and repeat it there; the browser must take cookies."
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def foreign(request: Request) -> bool:
    """Whether the browser itself says that another site sent it."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return True
    return origin is not None and origin.partition("://")[2].casefold() != request.headers.get("host", "").casefold()


_TOKEN = HTTPBearer(scheme_name="token", description="An API token of somebody who has an account.", auto_error=False)


async def genuine(request: Request, _: Annotated[object, Security(_TOKEN)]) -> None:
    """A dependency of everything: whatever changes something must carry the seal of a page that was made for this browser."""
    seen = visit(request)
    if request.method in SAFE or seen.program:
        return
    carried = request.headers.get(HEADER)
    if carried is None and request.headers.get("content-type", "").lower().startswith(_FORMS):
        found = (await sent(request)).get(FIELD)
        carried = found if isinstance(found, str) else ""
    if not seen.carries(carried or ""):
        raise Fault(403, "this does not come from a page that was made for this browser", advice=_ADVICE)
