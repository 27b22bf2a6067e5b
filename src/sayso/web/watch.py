"""Every request is looked at before anything of it is read: who sends it, may it come in at all, and what is noted of it."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.errors import SaysoError
from sayso.web import cookies, faults, onward
from sayso.web.fault import Fault
from sayso.web.gate import Gate
from sayso.web.origin import SAFE, foreign
from sayso.web.visit import Visit, visit

_FILES = "/static/"
_LOGIN = "/login"
_DATA = (".json", ".csv", ".xlsx", ".svg", ".png", ".html")
_OWN = (_LOGIN, "/logout", "/me/", "/accounts")
"""Where what is done is noted by the accounts themselves."""


class Watch:
    """Lets through whoever is known, and anybody to the login and to the files that it needs."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app, self.gate = app, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                await self._finish(request, message)
            await send(message)

        answered = await self._stopped(request)
        await (answered or self.app)(scope, receive, sending)

    async def _stopped(self, request: Request) -> Response | None:
        """The answer to a request that does not get in."""
        try:
            seen = self.gate.visit(request) if self.gate.alone else await run_in_threadpool(self.gate.visit, request)
            request.state.visit = seen
        except SaysoError as error:
            return faults.known(request, error)
        seen.foreign = request.method not in SAFE and not seen.program and foreign(request)
        if seen.foreign:
            advice = "Open the workbench itself and repeat it there."
            return faults.shown(request, Fault(403, "a page of another site sent this", advice=advice))
        if seen.viewer is None and not (request.url.path == _LOGIN or request.url.path.startswith(_FILES)):
            return _asked(request, seen)
        return None

    async def _finish(self, request: Request, message: Message) -> None:
        seen = visit(request)
        headers = MutableHeaders(scope=message)
        if seen.given is not None and not (seen.program or seen.foreign):
            headers.append("Set-Cookie", cookies.line(request, *seen.given))
        if seen.viewer and (action := _action(request, message["status"], headers)) and self.gate.accounts:
            await run_in_threadpool(self._note, request, action, message["status"])

    def _note(self, request: Request, action: str, status: int) -> None:
        assert self.gate.accounts
        outcome = "done" if status < 400 else f"refused: {status}"
        self.gate.accounts.note(visit(request).actor, action, request.url.path, outcome)


def _asked(request: Request, seen: Visit) -> Response:
    """Pages lead to the login and back; a program is told that it must show who it is."""
    accepted = request.headers.get("accept", "")
    page = "text/html" in accepted or not (request.url.path.endswith(_DATA) or "json" in accepted)
    if page and not seen.program:
        back = onward.login(request.url.path, request.url.query) if request.method in SAFE else _LOGIN
        return RedirectResponse(back, 303)
    advice = "Log in, or send an API token: Authorization: Bearer TOKEN"
    refused = ' error="invalid_token"' if seen.program else ""
    headers = {"WWW-Authenticate": f'Bearer realm="sayso"{refused and "," + refused}'}
    what = "this token does not hold, or no longer" if seen.program else "nobody has logged in, or not for a while"
    return faults.shown(request, Fault(401, what, advice=advice, headers=headers))


def _action(request: Request, status: int, headers: MutableHeaders) -> str:
    """What is noted of a request: what changes something, what takes a file away, what is refused; "" for nothing."""
    endpoint: Any = request.scope.get("endpoint")
    named = getattr(endpoint, "__name__", "request").strip("_").replace("_", " ")
    if status in (401, 403):
        return named
    if request.method in SAFE:
        return "export" if headers.get("content-disposition", "").startswith("attachment") else ""
    return "" if request.url.path.startswith(_OWN) and status < 400 else named
