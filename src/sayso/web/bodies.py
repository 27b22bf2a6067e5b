"""How much a request may bring: more is refused before it is taken in."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web import faults
from sayso.web.fault import Fault

_PATIENCE = 2
"""How many times the limit is taken in and thrown away, so that a browser that is still sending hears the answer."""

_PAUSE = 1.0
"""Seconds without anything more, after which nothing more is waited for."""


class Bodies:
    """Refuses a body of more bytes than `limit` with 413, whether it says its length or not; `larger` has other limits by path for forms
    that bring files: in any other form each field is taken in as one piece.

    It stands before everything that may answer without having read the body.
    """

    def __init__(self, app: ASGIApp, limit: int, larger: Mapping[str, int]) -> None:
        self.app, self.limit, self.larger = app, limit, larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        files = request.headers.get("content-type", "").lower().startswith("multipart/form-data")
        meter = _Meter(request, receive, send, self.larger.get(scope["path"], self.limit) if files else self.limit)
        if meter.said() > meter.limit:
            await meter.refuse()
            return
        try:
            await self.app(scope, meter.receive, meter.send)
        except _TooMuch:
            await meter.refuse()


class _TooMuch(Exception):
    """The body is longer than it may be."""


class _Meter:
    """Counts what comes in; once it is too much, whatever the application makes of that is replaced by the refusal."""

    def __init__(self, request: Request, receive: Receive, send: Send, limit: int) -> None:
        self._request, self._receive, self._send, self.limit = request, receive, send, limit
        self._taken, self._whole, self._begun, self._refused = 0, False, False, False

    def said(self) -> int:
        """The length that the request says itself, 0 where it does not."""
        said = self._request.headers.get("content-length", "")
        return int(said) if said.isascii() and said.isdigit() else 0

    async def receive(self) -> Message:
        """The next piece."""
        message = await self._receive()
        self._count(message)
        if self._taken > self.limit:
            raise _TooMuch
        return message

    async def send(self, message: Message) -> None:
        """Let an answer through, unless it is about a body that was too much."""
        if not self._begun and self._taken > self.limit:
            await self.refuse()
            return
        if not self._begun:
            await self._drain()
        self._begun = True
        if not self._refused:
            await self._send(message)

    async def refuse(self) -> None:
        """Answer 413, once."""
        if self._begun:
            return
        self._refused = self._begun = True
        await self._drain()
        what = f"this brings more than {self.limit:,} bytes"
        advice = "Send less at a time; large texts are added with: sayso add PATH"
        answered = faults.shown(self._request, Fault(413, what, advice=advice, headers={"Connection": "close"}))
        await answered(self._request.scope, self._receive, self._send)

    async def _drain(self) -> None:
        """Take in what still comes: a connection that is closed before would take the answer along."""
        headers = self._request.headers
        coming = "content-length" in headers or "transfer-encoding" in headers
        waits = "expect" in headers and not self._taken  # it sends nothing before it is told to
        with suppress(TimeoutError):
            while coming and not waits and not self._whole and self._taken <= self.limit * _PATIENCE:
                async with asyncio.timeout(_PAUSE):
                    self._count(await self._receive())

    def _count(self, message: Message) -> None:
        self._taken += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
