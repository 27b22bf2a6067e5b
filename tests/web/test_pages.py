"""Every page, looked at in a real browser."""

from __future__ import annotations

import re

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from sayso.ledger import Ledger
from sayso.web.pages import PAGES

from .conftest import Opening
from .places import LISTS, PLACES

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


LEFT = "net::ERR_ABORTED"
"""What the browser says of a request that it no longer waits for, as it went on to another page."""


def watched(page: Page) -> list[str]:
    """Everything that the page complains of from now on: errors of scripts, files that are missing, what the policy forbids."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: None if request.failure == LEFT else heard.append(f"{request.url} {request.failure}"))
    return heard


def test_every_page_is_looked_at(ledger: Ledger) -> None:
    looked_at = [place(ledger).split("?")[0] for place in PLACES.values()]
    for path in {path for pages in PAGES for path in pages.paths if not re.search(r"\.(?:json|csv|xlsx)$", path)}:
        pattern = re.sub(r"\\{[a-z_]+(?::path)?\\}", "[^/]+", re.escape(path))
        assert any(re.fullmatch(pattern, one) for one in looked_at), f"tests/web/places.py has no address of {path}"


def test_it_answers_as_a_page_and_as_data(place: str, client: httpx2.Client) -> None:
    page = client.get(place)
    assert page.status_code == 200 and page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-store"
    alternate = re.search(r'<link rel="alternate" href="([^"]+)" type="application/json">', page.text)
    assert alternate
    data = client.get(alternate[1].replace("&amp;", "&"))
    assert data.status_code == 200 and data.headers["content-type"] == "application/json"
    assert isinstance(data.json(), dict)


def test_everybody_can_use_it(place: str, opening: Opening) -> None:
    """axe-core finds nothing serious in either scheme, a phone is wide enough, and the browser has nothing to complain of."""
    page = opening(color_scheme="light", reduced_motion="reduce").new_page()
    heard = watched(page)
    page.goto(place)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=WCAG).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == [], scheme
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert heard == []


def test_it_reads_without_scripts(place: str, opening: Opening) -> None:
    page = opening(java_script_enabled=False).new_page()
    heard = watched(page)
    page.goto(place)
    assert page.locator("h1").count() == 1
    assert len(page.inner_text("main")) > 40
    assert heard == []


def test_nothing_of_a_document_is_taken_for_markup(place: str, opening: Opening) -> None:
    page = opening().new_page()
    heard = watched(page)
    page.goto(place)
    assert page.evaluate("window.hurt") is None
    strange = "script:not([src]), img:not(figure.chart > picture > img), [onclick], [onload], [style], style"
    assert page.evaluate("strange => document.querySelectorAll(strange).length", strange) == 0
    assert not page.evaluate("[...document.querySelectorAll('a')].some(a => a.protocol !== location.protocol)")
    assert heard == []


@pytest.mark.parametrize("name", LISTS)
def test_a_list_comes_as_files_with_all_rows(name: str, ledger: Ledger, client: httpx2.Client) -> None:
    path = PLACES[name](ledger)
    total = client.get(f"{path}.json").json()["total"]
    lines = client.get(f"{path}.csv")
    book = client.get(f"{path}.xlsx")
    assert lines.headers["content-disposition"] == f'attachment; filename="sayso-{name}.csv"'
    assert len(lines.text.split("\r\n")) >= total + 2
    assert book.status_code == 200 and book.content.startswith(b"PK")
