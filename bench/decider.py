"""Somebody who refuses one figure after the other while others look at pages."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from statistics import median
from threading import Event, Thread
from typing import Any
from urllib.request import HTTPCookieProcessor, Request, build_opener

PAUSE = 1.0
"""Seconds between two decisions."""


@contextmanager
def deciding(base: str) -> Iterator[list[float]]:
    """Decide as long as this is open; gives the milliseconds that each decision took."""
    opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def asked(path: str, told: dict[str, Any] | None = None, **headers: str) -> str:
        body = json.dumps(told).encode() if told else None
        with opener.open(Request(base + path, body, {"Accept": "application/json", **headers}), timeout=120) as answer:
            text: str = answer.read().decode()
        return text

    found = re.search(r'name="csrf-token" content="([0-9a-f]+)"', asked("/review", Accept="text/html"))
    assert found, "the workbench gives its pages a token"
    sealed = {"Content-Type": "application/json", "X-CSRF-Token": found[1]}
    cards = json.loads(asked("/review/new.json?size=100"))["cards"]
    took: list[float] = []
    stop = Event()

    def decide() -> None:
        for card in cards:
            begun = time.perf_counter()
            asked(f"/figures/{card['fingerprint']}/decision", {"verdict": "reject", "version": card["version"]}, **sealed)
            took.append((time.perf_counter() - begun) * 1000)
            if stop.wait(PAUSE):
                return

    thread = Thread(target=decide)
    thread.start()
    try:
        yield took
    finally:
        stop.set()
        thread.join()
        print(f"{len(took)} decisions, one a second: {median(took):.0f} ms in the middle, {max(took):.0f} ms at most")
