"""Forms as browsers send them."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from sayso.read import MAX_BYTES
from sayso.web.fault import Fault


async def sent(request: Request) -> FormData:
    """The form that a request brings, read once however often it is asked for; Fault where it cannot be read.

    A field may be as long as any text may be: how much a request may bring in all is for `bodies`.
    """
    try:
        return await request.form(max_part_size=MAX_BYTES)
    except HTTPException as error:
        advice = f"Send it as a browser does, with no field of more than {MAX_BYTES >> 20} MB."
        raise Fault(error.status_code, f"the form cannot be read ({str(error.detail).rstrip('.')})", advice=advice) from error
