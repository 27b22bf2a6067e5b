"""Logging in, being refused and looking after accounts, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .staff import BETTER, CHIEF, GOOD, WRONG, House
from .test_pages import WCAG, watched

HURT = "</bdi><script>window.hurt=1</script><img src=x onerror=1>"


class Elsewhere(BaseHTTPRequestHandler):
    """Another site, whose page has a form that posts here."""

    house = ""

    def do_GET(self) -> None:
        form = f'<form method="post" action="{self.house}/accounts/disable"><input name="name" value="rob"><button>Win</button></form>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<!doctype html>{form}".encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere(house: House) -> Iterator[str]:
    """The address of another site."""
    kind = type("Mine", (Elsewhere,), {"house": house.site})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Browser, house: House) -> Iterator[Page]:
    with browser.new_context(base_url=house.site) as context:
        yield context.new_page()


def log_in(page: Page, name: str, password: str = GOOD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_login_by_keyboard_and_a_refusal(page: Page) -> None:
    page.goto("/findings?kind=conflict")
    expect(page).to_have_url(re.compile(r"/login\?next=/findings%3Fkind%3Dconflict$"))
    expect(page.get_by_label("Name")).to_be_focused()
    log_in(page, "rob", WRONG)
    expect(page.get_by_role("alert")).to_have_text(re.compile("do not go together"))
    expect(page.get_by_label("Name")).to_have_value("rob")
    log_in(page, "rob")
    expect(page).to_have_url(re.compile(r"/findings\?kind=conflict$"))
    page.goto("/accounts")
    expect(page.get_by_role("heading", level=1)).to_have_text("Not allowed")
    expect(page.get_by_text("This is for an admin, and rob is a reader")).to_be_visible()
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("button", name="Log out").click()
    expect(page).to_have_url(re.compile("/login$"))
    page.go_back()
    page.goto("/findings")
    expect(page).to_have_url(re.compile("/login"))


def test_ones_own_password_and_a_token(page: Page, house: House) -> None:
    page.goto("/login?next=/me")
    log_in(page, "Ann Lee")
    page.get_by_label("Old password").fill(GOOD)
    page.get_by_label("New password").fill("short")
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_role("alert")).to_have_text(re.compile("fewer than 12 characters"))
    page.get_by_label("Old password").fill(GOOD)
    page.get_by_label("New password").fill(BETTER)
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("The password was changed"))
    page.get_by_label("What it is for").fill(HURT)
    page.get_by_label("Role").select_option("reviewer")
    page.get_by_role("button", name="Make a token").click()
    secret = page.locator("p.code").inner_text()
    viewer = house.accounts.entrance.bearer(secret, "192.0.2.7")
    assert viewer and viewer.role == "reviewer"
    page.get_by_role("button", name="Revoke").click()
    expect(page.get_by_role("status")).to_have_text("The token holds no longer.")
    assert house.accounts.entrance.bearer(secret, "192.0.2.7") is None
    assert page.evaluate("window.hurt") is None


def test_an_admin_looks_after_accounts(page: Page, house: House) -> None:
    page.goto("/")
    log_in(page, "chief")
    page.get_by_role("link", name="Accounts").click()
    page.get_by_label("Name").fill(HURT)
    page.get_by_label("Role", exact=True).select_option("reviewer")
    page.get_by_role("button", name="Add", exact=True).click()
    password = page.locator("p.code").inner_text()
    assert house.accounts.entrance.login(HURT, password, "192.0.2.7")[0].role == "reviewer"
    row = page.get_by_role("row", name="rob")
    row.get_by_role("combobox").select_option("reviewer")
    row.get_by_role("button", name="Change the role of rob").click()
    expect(row.get_by_role("combobox")).to_have_value("reviewer")
    row.get_by_role("button", name="Disable").click()
    expect(row.get_by_text("disabled", exact=True)).to_be_visible()
    page.get_by_role("row", name="chief").get_by_role("button", name="Disable").click()
    expect(page.get_by_role("alert")).to_have_text(re.compile("'chief' is the last admin"))
    page.get_by_role("link", name="Who did what").click()
    expect(page.get_by_role("row", name="account disabled")).to_contain_text("rob")
    assert page.evaluate("window.hurt") is None


PLACES = {"login": "", "me": "chief", "accounts": "chief", "accounts/audit": "chief", "nothing": "rob"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PLACES)
def test_nobody_is_shut_out_by_how_it_looks(path: str, scheme: Literal["light", "dark"], browser: Browser, house: House) -> None:
    house.accounts.tokens.add(CHIEF, "chief", "x" * 64, house.accounts.entrance.login("chief", GOOD, "192.0.2.7")[0].role)
    narrow = {"width": 360, "height": 740}
    with browser.new_context(base_url=house.site, color_scheme=scheme, viewport=narrow) as context:  # type: ignore[arg-type]
        page = context.new_page()
        if PLACES[path]:
            page.goto("/login")
            log_in(page, PLACES[path])
        heard = watched(page)
        page.goto(f"/{path}")
        found = Axe().run(page, options=WCAG).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert [line for line in heard if "404" not in line] == []


def test_it_works_without_scripts(browser: Browser, house: House) -> None:
    with browser.new_context(base_url=house.site, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/me")
        log_in(page, "rob")
        expect(page.get_by_role("heading", level=1)).to_have_text("rob")
        page.get_by_role("button", name="Log out").click()
        expect(page).to_have_url(re.compile("/login$"))


def test_a_form_of_another_site_is_refused(page: Page, house: House, elsewhere: str) -> None:
    """Another port is another origin, though the browser sends the same cookies there."""
    page.goto("/login")
    log_in(page, "chief")
    page.goto(elsewhere)
    page.get_by_role("button").click()
    expect(page.get_by_text("A page of another site sent this")).to_be_visible()
    page.goto("/me")
    expect(page.get_by_role("heading", level=1)).to_have_text("chief")
    assert not any(person.disabled for person in house.accounts.people.all())
