"""Listening: `sayso serve`."""

from __future__ import annotations

import errno
import gc
import socket
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from os import PathLike

import uvicorn
from fastapi import FastAPI

from sayso.access import Limits
from sayso.errors import ServeError
from sayso.ledger import browsing, open
from sayso.web.application import UPLOADS, application
from sayso.web.gate import Gate
from sayso.web.hosts import loopback

_LINGER = 75
"""Seconds that a quiet connection is kept: a machine that is busy for a while cuts off nobody who is about to ask again."""

_SWEEPS = (50_000, 20, 20)
"""How often Python looks for what only holds itself (`gc.set_threshold`): what is kept of a large ledger is gone through each time."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the workbench listens, and by whom it is asked.

    `names` are the names of hosts that it may be asked by beside numeric addresses. `proxy` is the address or the network (several with
    commas) of the proxy before it, whose word is taken for who asks and whether over https; "" for none.
    """

    host: str = "127.0.0.1"
    port: int = 8800
    names: tuple[str, ...] = ()
    proxy: str = ""

    @property
    def shared(self) -> bool:
        """Whether others than the user of this computer can reach it."""
        return not loopback(self.host) or bool(self.proxy)


def serve(
    path: str | PathLike[str] | None = None,
    place: Place = Place(),  # it is frozen
    *,
    limits: Limits | None = None,
    uploads: int = UPLOADS,
    ready: Callable[[str], object] | None = None,
) -> None:
    """Serve the workbench over the ledger at `path` until it is interrupted; a ledger that is missing is made.

    `ready` is told the address once it listens; with port 0 that is any free one. `limits` are those of sessions and logins,
    `uploads` is how many bytes of documents may be sent at once. Raises ServeError where nothing can listen there and, as long as nobody
    has an account, for a place that others can reach; LedgerError where the ledger or its accounts cannot be opened.
    """
    with open(path) as ledger, closing(Gate(ledger.path, limits=limits or Limits())) as gate:
        if place.shared and gate.accounts is None:
            raise ServeError(
                f"without accounts the workbench is for this computer only, and others could reach it at {place.host}",
                advice="Make an account with: sayso accounts add NAME --role admin. Or leave --host and --behind-proxy out.",
            )
        with listening(place.host, place.port) as bound:
            browsing.make(ledger)
            gc.set_threshold(*_SWEEPS)
            app = application(ledger, gate=gate, names=place.names, numbers=not loopback(place.host), uploads=uploads)
            app.state.desk.state()
            server = uvicorn.Server(configured(app, place.proxy))
            if ready:
                ready(address(bound))
            with closing(app.state.desk), closing(app.state.jobs):
                server.run(sockets=[bound])


def configured(app: FastAPI, proxy: str = "") -> uvicorn.Config:
    """How it is served: warnings and errors to the terminal, nothing of the server's kind to the browser.

    What a request says of where it was forwarded from counts only if it comes from `proxy`.
    """
    return uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, lifespan="off", ws="none",
        timeout_keep_alive=_LINGER, proxy_headers=bool(proxy), forwarded_allow_ips=proxy or "none",
    )  # fmt: skip


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; ServeError where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends without delay only on sockets that name their protocol; else every answer waits 40 ms for an acknowledgement.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen(128)
    except (OSError, OverflowError) as error:
        bound.close()
        raise _explained(error, host, port) from error
    return bound


def address(bound: socket.socket) -> str:
    """What to put into a browser."""
    host, port = bound.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _explained(error: Exception, host: str, port: int) -> ServeError:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return ServeError(
            f"something already listens at {host}:{port}", advice=f"Stop it, or take another port: sayso serve --port {port + 1}"
        )
    told = error.strerror if isinstance(error, OSError) and error.strerror else error
    return ServeError(f"the workbench cannot listen at {host}:{port} ({told})", advice="Choose another host or port.")
