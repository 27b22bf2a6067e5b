"""Answering only to the own name: a page of another site that points its name at this computer reads nothing."""

from __future__ import annotations

import re
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_ADVICE = """This workbench answers only to the address that it was started with, such as http://127.0.0.1:8800/
To have it asked by a name, start it with --name NAME\n"""
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([\w.-]+))(?::\d{1,5})?", re.ASCII)


class Hosts:
    """Lets a request through whose Host is a numeric loopback address or one of the given names; others get 421.

    With `numbers` any numeric address does: no name that somebody else has can be pointed there.
    """

    def __init__(self, app: ASGIApp, names: frozenset[str], numbers: bool = False) -> None:
        self.app, self.numbers = app, numbers
        self.names = frozenset(name.casefold() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] in ("http", "websocket") and not self._known(Headers(scope=scope).getlist("host")):
            await PlainTextResponse(_ADVICE, 421)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _known(self, hosts: list[str]) -> bool:
        name = bare(hosts[0]) if len(hosts) == 1 else ""
        return name in self.names or loopback(name) or (self.numbers and numeric(name))


def bare(host: str) -> str:
    """The name in a Host header, without the port and the brackets of IPv6, in small letters; "" for what is no name and no address."""
    found = _HOST.fullmatch(host)
    return (found[1] or found[2]).casefold() if found else ""


def numeric(name: str) -> bool:
    """Whether it is a numeric address."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def loopback(name: str) -> bool:
    """Whether it is a numeric address that only this computer itself can reach."""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
