"""Listening: `sayso serve`."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from os import PathLike

import uvicorn
from fastapi import FastAPI

from sayso.errors import ServeError
from sayso.ledger import browsing, open
from sayso.web.application import application
from sayso.web.hosts import loopback


def serve(
    path: str | PathLike[str] | None = None, host: str = "127.0.0.1", port: int = 8800, *, ready: Callable[[str], object] | None = None
) -> None:
    """Serve the workbench over the ledger at `path` until it is interrupted; a ledger that is missing is made.

    `ready` is told the address once it listens; with port 0 that is any free one. Raises ServeError where nothing can listen there and for
    a host that others could reach, LedgerError where the ledger cannot be opened.
    """
    if not loopback(host):
        raise ServeError(
            f"without accounts the workbench is for this computer only, and others could reach it at {host}",
            advice="Leave --host out, or give a loopback address such as 127.0.0.1.",
        )
    with open(path) as ledger, listening(host, port) as bound:
        browsing.make(ledger)
        browsing.settle(ledger)
        server = uvicorn.Server(configured(application(ledger)))
        if ready:
            ready(address(bound))
        server.run(sockets=[bound])


def configured(app: FastAPI) -> uvicorn.Config:
    """How it is served: warnings and errors to the terminal, nothing of the server's kind to the browser."""
    return uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off", ws="none")


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
