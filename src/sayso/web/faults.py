"""What becomes of errors: a calm page, or JSON where JSON was asked for; never a traceback.

SaysoErrors say what, where and what next. Of the names that are not there, one in the path of a page is not found (404), one in a
filter is a bad request (400).
"""

from __future__ import annotations

import logging

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.errors import (
    AccountRefused,
    BadCorrection,
    CodebookError,
    ExportError,
    FigureRefused,
    LedgerError,
    MissingExtra,
    ReadError,
    SaysoError,
    StaleDecision,
    UnknownName,
)
from sayso.web import answer
from sayso.web.fault import Fault

_LOG = logging.getLogger("sayso.web")
_TITLES = {
    400: "That was not understood", 401: "Who is there?", 403: "Not allowed",
    404: "Not here", 405: "Not that way", 409: "Somebody was faster",
    413: "Too much at once", 422: "That was not understood", 429: "Too often", 500: "Something went wrong", 503: "Not now",
}  # fmt: skip
_STATUSES: tuple[tuple[type[SaysoError], int], ...] = (
    (MissingExtra, 501), (LedgerError, 503), (FigureRefused, 422), (ReadError, 422), (CodebookError, 422), (AccountRefused, 422),
    (BadCorrection, 422), (StaleDecision, 409), (ExportError, 503),
)  # fmt: skip


def handle(app: FastAPI) -> None:
    """Answer errors of this application."""
    app.add_exception_handler(Fault, _fault)
    app.add_exception_handler(SaysoError, _told)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


class Calm:
    """Answers an error that nobody foresaw with 500 and writes it to the log; it stands within what puts the headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Exception as error:
            _LOG.error("%s failed", scope.get("path"), exc_info=error)
            if begun or scope["type"] != "http":
                raise
            advice = "The terminal that serves the workbench has the details."
            answered = shown(Request(scope), Fault(500, "an error that nobody foresaw", advice=advice))
            await answered(scope, receive, send)


def shown(request: Request, fault: Fault, where: str = "") -> Response:
    """The answer to a fault, in the format that was asked for."""
    title = _TITLES.get(fault.status, "This cannot be shown")
    view = {"status": fault.status, "title": title, "what": fault.what, "where": where, "advice": fault.advice}
    data = wants_data(request)
    answered = answer.data(view, fault.status) if data else answer.page(request, "fault.html", view, status=fault.status)
    answered.headers.update(fault.headers)
    return answered


def wants_data(request: Request) -> bool:
    """Whether JSON was asked for, by the address or by what is accepted."""
    accepted = request.headers.get("accept", "")
    return request.url.path.endswith(".json") or ("application/json" in accepted and "text/html" not in accepted)


def _fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, Fault)
    return shown(request, error)


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, SaysoError)
    return known(request, error)


def known(request: Request, error: SaysoError) -> Response:
    """The answer to an error that says itself what is wrong."""
    if isinstance(error, UnknownName):
        status = 404 if request.path_params else 400
    else:
        status = next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)
    return shown(request, Fault(status, error.what, advice=error.advice or ""), error.where or "")


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors()[:5])
    return shown(request, Fault(422, told or "the request is not as expected", advice="Mend the address or the form and try again."))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return shown(request, Fault(404, "there is no such page", advice="Start from the overview."))
    answered = shown(request, Fault(error.status_code, str(error.detail)))
    answered.headers.update(error.headers or {})
    return answered
