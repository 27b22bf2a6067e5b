"""The workbench in a real server on a free port, in a thread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import httpx2
import uvicorn

from sayso.ledger import open
from sayso.web import application
from sayso.web.server import address, configured, listening

_PATIENCE = 120
"""Seconds that an answer may take: a machine may have much else to do."""


def asking(site: str, **options: Any) -> httpx2.Client:
    """A program that asks the workbench at this address."""
    return httpx2.Client(base_url=site, timeout=_PATIENCE, **options)


def fetch(address: str, **options: Any) -> httpx2.Response:
    """What somebody unknown is answered."""
    return httpx2.get(address, timeout=_PATIENCE, **options)


def sealed(client: httpx2.Client, page: str = "/") -> httpx2.Client:
    """The same client with what a page was given for its scripts, so that it may change something."""
    found = re.search(r'<meta name="csrf-token" content="([0-9a-f]{64})">', client.get(page).text)
    assert found
    client.headers["x-csrf-token"] = found[1]
    return client


def sent(client: httpx2.Client, *files: tuple[str, bytes], **fields: str) -> Any:
    """What became of files that were sent to be added, once it is over."""
    answered = client.post("/documents/add", files=[("files", one) for one in files], data=fields, headers={"accept": "application/json"})
    assert answered.status_code == 202, answered.text
    return over(client, answered.json()["address"])


def over(client: httpx2.Client, address: str) -> Any:
    """A job once nothing more will happen to it."""
    while not (held := client.get(f"{address}.json").json())["over"]:
        sleep(0.01)
    return held


@contextmanager
def serving(path: Path, proxy: str = "", **options: Any) -> Iterator[str]:
    """The address, without the slash at its end, at which the workbench over this ledger listens, maybe behind a proxy."""
    with open(path, create=False) as ledger, listening("127.0.0.1", 0) as bound:
        app = application(ledger, **options)
        server = uvicorn.Server(configured(app, proxy))
        thread = Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()  # the socket listens already, so whoever asks early waits for the answer
        try:
            yield address(bound).rstrip("/")
        finally:
            server.should_exit = True
            thread.join()
            app.state.jobs.close()
            app.state.desk.close()
