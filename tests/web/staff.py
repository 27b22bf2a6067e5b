"""The workbench with accounts, in a real server, and the browsers of those who have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from fastapi.routing import APIRoute

from access.visits import BETTER, CHIEF, GOOD, WRONG, Clock, cheap, opened, staffed
from sayso.access import Accounts
from sayso.web.gate import Gate
from sayso.web.pages import PAGES

from .serving import asking, sealed, serving

__all__ = ["BETTER", "CHIEF", "GOOD", "WRONG", "House", "guarded", "routes"]
FORM = re.compile(r'<input type="hidden" name="csrf" value="([0-9a-f]{64})">')


def routes(method: str) -> list[str]:
    """The address of everything that the pages answer to this method."""
    found = [route for pages in PAGES for route in pages.router.routes if isinstance(route, APIRoute)]
    return [re.sub(r"\{[^}]*\}", "1", route.path) for route in found if method in (route.methods or ())]


@dataclass(frozen=True)
class House:
    """A workbench that asks who is there: chief (admin), Ann Lee (reviewer), rob (reader), all with the password GOOD."""

    site: str
    accounts: Accounts
    clock: Clock
    open: ExitStack = field(default_factory=ExitStack)

    def client(self, **headers: str) -> httpx2.Client:
        """Something that asks, with these headers; it is closed with the house."""
        return self.open.enter_context(asking(self.site, headers=headers))

    def browser(self) -> httpx2.Client:
        """A browser that nobody has used yet."""
        return self.client(accept="text/html")

    def login(self, browser: httpx2.Client, name: str, password: str = GOOD, **fields: str) -> httpx2.Response:
        """Fill in the form of the login and send it."""
        found = FORM.search(browser.get("/login").text)
        assert found
        return browser.post("/login", data={"csrf": found[1], "name": name, "password": password, **fields})

    def of(self, name: str) -> httpx2.Client:
        """The browser of somebody who has logged in, with what scripts need to change something."""
        browser = self.browser()
        assert self.login(browser, name).status_code == 303
        return sealed(browser)


@contextmanager
def guarded(ledger: Path, **options: Any) -> Iterator[House]:
    """The workbench over a ledger beside which accounts are made."""
    clock = Clock()
    with opened(ledger, clock) as accounts, closing(Gate(ledger, clock=clock, hashing=cheap())) as gate:
        staffed(accounts)
        with serving(ledger, gate=gate, **options) as site:
            house = House(site, accounts, clock)
            with house.open:
                yield house
