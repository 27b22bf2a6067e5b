from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from sayso.ledger import Ledger, open, samples
from sayso.store import Store

from . import hostile
from .places import PLACES
from .serving import asking, sealed, sent, serving
from .staff import House, guarded

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the sample corpus and two hostile documents, to be looked at and never changed."""
    path = tmp_path_factory.mktemp("web") / "samples.db"
    with open(path) as ledger:
        ledger.add(samples())
    with Store.open(path) as store:
        for document, figures in hostile.readings():
            store.add(document, figures)
    return path


@pytest.fixture(scope="session")
def ledger(filled: Path) -> Iterator[Ledger]:
    with open(filled, create=False) as held:
        yield held


@pytest.fixture(scope="session")
def site(filled: Path) -> Iterator[str]:
    """The address of the workbench over that ledger."""
    with serving(filled) as address:
        with asking(address) as held:  # a job to be looked at, which leaves the ledger as it is
            sent(sealed(held), ("noise.txt", b"PK\x03\x04"), (f"{hostile.HURT}.html", b"\0\1"))
        yield address


@pytest.fixture(scope="session")
def client(site: str) -> Iterator[httpx2.Client]:
    with asking(site) as held:
        yield sealed(held)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A workbench with accounts over an empty ledger."""
    with open(tmp_path / "new.db") as ledger:
        ledger.add()
    with guarded(tmp_path / "new.db") as held:
        yield held


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, ledger: Ledger) -> str:
    """The address of every page, one after the other."""
    return PLACES[request.param](ledger)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; without one the tests are skipped, but never where CI runs."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        message = "there is no Chromium to look at the pages with. Install it: apt-get install chromium"
        assert not os.environ.get("CI"), message
        pytest.skip(message)
    with sync_playwright() as playwright:
        expect.set_options(timeout=30_000)  # as long as what it does may take, for a machine that has much else to do
        held = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        yield held
        held.close()


Opening = Callable[..., BrowserContext]


@pytest.fixture
def opening(browser: Browser, site: str) -> Iterator[Opening]:
    """Opens contexts of the browser on the workbench, with options of Playwright's, and closes them."""
    held: list[BrowserContext] = []

    def opened(**options: object) -> BrowserContext:
        held.append(browser.new_context(**{"base_url": site, **options}))  # type: ignore[arg-type]
        return held[-1]

    yield opened
    for context in held:
        context.close()
