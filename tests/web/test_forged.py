"""Requests that a page of another site makes a browser send."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx2
import pytest

from sayso import web
from sayso.ledger import open

from .serving import asking, sealed, serving
from .staff import FORM, GOOD, House, guarded, routes

REFUSED = "made for this browser"
TEMPLATES = sorted((Path(web.__file__ or "").parent / "templates").rglob("*.html"))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    path = tmp_path_factory.mktemp("forged") / "new.db"
    with open(path) as ledger:
        ledger.add()
    with guarded(path) as held:
        yield held


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """A browser that looks at a workbench without accounts."""
    path = tmp_path_factory.mktemp("alone") / "new.db"
    with open(path) as ledger:
        ledger.add()
    with serving(path) as site, asking(site) as browser:
        yield sealed(browser)


@pytest.mark.parametrize("path", routes("POST"))
def test_nothing_is_done_without_the_seal(house: House, path: str) -> None:
    browser = house.of("chief")
    before = len(house.accounts.audit(limit=None)), house.accounts.people.all(), house.accounts.tokens.all()
    other = house.of("rob").headers["x-csrf-token"]
    del browser.headers["x-csrf-token"]
    for seal in ("", "0" * 64, other, other.upper(), "x" * 10_000):
        for sent in ({"data": {"csrf": seal}}, {"headers": {"x-csrf-token": seal}}, {"files": {"csrf": (None, seal)}}):
            refused = browser.post(path, **sent)
            assert refused.status_code == 403 and REFUSED in refused.text, (path, seal[:9], list(sent))
    assert browser.post(path).status_code == browser.post(path, json={"csrf": other}).status_code == 403
    assert browser.get("/").status_code == 200
    assert (house.accounts.people.all(), house.accounts.tokens.all()) == before[1:]


@pytest.mark.parametrize("path", routes("POST"))
def test_without_accounts_it_holds_too(alone: httpx2.Client, path: str) -> None:
    """A page elsewhere must not be able to post to this computer."""
    for seal in ("0" * 64, ""):
        refused = alone.post(path, headers={"x-csrf-token": seal})
        assert refused.status_code == 403 and REFUSED in refused.text
    assert REFUSED not in alone.post(path).text
    with asking(str(alone.base_url)) as stranger:
        refused = stranger.post(path, headers={"x-csrf-token": alone.headers["x-csrf-token"]})
    assert refused.status_code == 403 and REFUSED in refused.text


FOREIGN: list[Mapping[str, str]] = [
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:1"},
    {"origin": "http://[::1"},
    {"origin": ""},
    {"origin": "http://127.0.0.1.evil.example"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "cross-site", "authorization": "Basic eDp5"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_what_the_browser_says_comes_from_elsewhere_is_refused(house: House, alone: httpx2.Client, headers: Mapping[str, str]) -> None:
    for browser, path in ((house.of("chief"), "/me/tokens"), (alone, "/login")):
        refused = browser.post(path, data={"label": "x"}, headers=headers)
        assert refused.status_code in (401, 403), path
        assert "set-cookie" not in refused.headers
    assert not house.accounts.tokens.all()


def test_a_login_is_not_forged_either(house: House) -> None:
    """Nobody is logged in to the account of somebody else without noticing."""
    refused = house.browser().post("/login", data={"name": "rob", "password": GOOD})
    assert refused.status_code == 403
    browser, other = house.browser(), house.browser()
    seal = FORM.search(other.get("/login").text)
    browser.get("/login")
    assert seal and browser.post("/login", data={"csrf": seal[1], "name": "rob", "password": GOOD}).status_code == 403


def test_the_own_pages_may(house: House) -> None:
    browser = house.of("rob")
    site = {"origin": house.site, "sec-fetch-site": "same-origin"}
    assert browser.post("/logout", headers=site).status_code == 303
    again = house.browser()
    seal = FORM.search(again.get("/login").text)
    assert seal and again.post("/login", data={"csrf": seal[1], "name": "rob", "password": GOOD}, headers=site).status_code == 303


def test_a_seal_of_before_the_login_does_not_hold_after_it(house: House) -> None:
    browser = sealed(house.of("rob"))
    before = browser.headers["x-csrf-token"]
    assert browser.post("/login", data={"name": "chief", "password": GOOD}).status_code == 303
    assert browser.post("/me/tokens", data={"label": "x"}).status_code == 403
    assert sealed(browser).headers["x-csrf-token"] != before


def test_another_method_is_no_way_around(house: House) -> None:
    browser = house.of("chief")
    seal = browser.headers.pop("x-csrf-token")
    for path in routes("POST"):
        for extra in ({"x-http-method-override": "POST"}, {"x-http-method": "DELETE"}):
            assert browser.get(path, headers=extra, params={"_method": "POST", "csrf": seal}).status_code in (200, 303, 405, 404, 400), path
    assert not house.accounts.tokens.all() and len(house.accounts.people.all()) == 3
    for method in ("PUT", "PATCH", "DELETE", "TRACE", "POST", "PROPFIND"):
        assert browser.request(method, "/accounts").status_code in (403, 405)
        assert browser.request(method, "/accounts", headers={"x-csrf-token": seal}).status_code in (403, 405)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_form_that_changes_something_is_sealed(template: Path) -> None:
    for form in re.findall(r"<form\b.*?</form>", template.read_text("utf8"), re.S):
        assert ('method="post"' in form) == ("{{ sealed() }}" in form), f"{template.name}: {form[:80]}"
