"""Login and logout; without accounts there is nothing to log in to."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Query, Request
from starlette.responses import RedirectResponse, Response

from sayso.errors import LoginDelayed, LoginFailed
from sayso.web import answer, onward
from sayso.web.desk import AtDesk
from sayso.web.page import Pages
from sayso.web.visit import visit

pages = Pages("access")


@pages.router.get("/login", include_in_schema=False, response_model=None)
def login(request: Request, desk: AtDesk, back: Annotated[str, Query(alias="next")] = "/") -> Response:
    """Ask for name and password."""
    if desk.gate.accounts is None or visit(request).logged_in:
        return RedirectResponse(onward.safe(back), 303)
    return answer.page(request, "login.html", {"next": onward.safe(back), "name": "", "told": ""})


@pages.router.post("/login", include_in_schema=False, response_model=None)
def enter(
    request: Request,
    desk: AtDesk,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    back: Annotated[str, Form(alias="next")] = "/",
) -> Response:
    """Let somebody in; the browser is given a new secret, whatever it held before."""
    accounts, seen, place = desk.gate.accounts, visit(request), onward.safe(back)
    if accounts is None:
        return RedirectResponse(place, 303)
    try:
        _, secret = accounts.entrance.login(name, password, seen.address)
    except LoginFailed as error:
        told = {"next": place, "name": name, "told": str(error)}
        answered = answer.page(request, "login.html", told, status=429 if isinstance(error, LoginDelayed) else 401)
        if isinstance(error, LoginDelayed):
            answered.headers["Retry-After"] = str(error.seconds)
        return answered
    if seen.logged_in:
        accounts.entrance.logout(seen.secret, seen.actor)
    seen.give(secret, desk.gate.limits.whole)
    return RedirectResponse(place, 303)


@pages.router.post("/logout", include_in_schema=False, response_model=None)
def leave(request: Request, desk: AtDesk) -> Response:
    """End the session."""
    accounts, seen = desk.gate.accounts, visit(request)
    if accounts and seen.logged_in:
        accounts.entrance.logout(seen.secret, seen.actor)
        seen.give("", None)
    return RedirectResponse("/login", 303)
