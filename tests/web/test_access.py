"""Logins, sessions, cookies and roles."""

from __future__ import annotations

import re
from pathlib import Path

import httpx2
import pytest

from sayso.access import Role
from sayso.ledger import open

from .serving import fetch, sealed, serving
from .staff import BETTER, CHIEF, GOOD, WRONG, House, guarded, routes

HOUR, DAY = 3600, 86_400


def test_there_are_routes() -> None:
    assert {"/", "/findings.csv", "/login", "/accounts"} <= set(routes("GET")) and {"/login", "/me/password"} <= set(routes("POST"))


@pytest.mark.parametrize("path", ["/", "/findings", "/findings.csv", "/nothing", "/me", "/accounts"])
def test_pages_lead_to_the_login(house: House, path: str) -> None:
    answered = house.browser().get(path, params={"a": "1&2"})
    assert answered.status_code == 303
    back = "/" if path == "/" else path
    assert answered.headers["location"].startswith(f"/login?next={back}") and "a%3D1%26" in answered.headers["location"].replace("%25", "%")


def test_nothing_is_answered_to_nobody(house: House) -> None:
    nobody = house.client(accept="application/json")
    for path in (*routes("GET"), "/openapi.json", "/docs", "/nothing"):
        answered = nobody.get(path)
        known = path in ("/login",) or path.startswith("/static/")
        assert known or (answered.status_code, answered.headers["www-authenticate"]) == (401, 'Bearer realm="sayso"'), path
        assert known or set(answered.json()) == {"status", "title", "what", "where", "advice"}
    for path in routes("POST"):
        assert nobody.post(path).status_code == (403 if path == "/login" else 401), path


def test_a_login_leads_back(house: House) -> None:
    browser = house.browser()
    asked = browser.get("/findings?kind=conflict")
    page = browser.get(asked.headers["location"])
    assert 'name="next" value="/findings?kind=conflict"' in page.text
    answered = house.login(browser, "ann lee", next="/findings?kind=conflict")
    assert (answered.status_code, answered.headers["location"]) == (303, "/findings?kind=conflict")
    assert "Ann Lee" in browser.get("/").text
    assert browser.get("/login?next=/findings").headers["location"] == "/findings"


@pytest.mark.parametrize(
    "onward",
    [
        "//evil.example/", "/\\evil.example", "\\\\evil.example", "https://evil.example/", "javascript:alert(1)", "/\t/evil.example",
        "/\n/evil.example", " //evil.example", "///evil.example", "evil.example", "", "/login", "/logout", "http:/evil.example",
        "/x\r\nSet-Cookie: a=b", "@evil.example",
    ],
)  # fmt: skip
def test_a_login_leads_to_no_other_site(house: House, onward: str) -> None:
    answered = house.login(house.browser(), "rob", next=onward)
    assert (answered.status_code, answered.headers["location"]) == (303, "/")
    shown = house.browser().get("/login", params={"next": onward}).text
    assert 'name="next" value="/"' in shown


def test_the_cookie(house: House) -> None:
    browser = house.browser()
    asked = browser.get("/login").headers["set-cookie"]
    given = house.login(browser, "rob").headers["set-cookie"]
    name = f"sayso-{house.site.rpartition(':')[2]}"
    assert re.fullmatch(rf"{name}=[\w-]{{43}}; Path=/; HttpOnly; SameSite=Lax", asked)
    assert re.fullmatch(rf"{name}=[\w-]{{43}}; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800", given)
    left = sealed(browser).post("/logout")
    assert (left.status_code, left.headers["location"]) == (303, "/login")
    assert left.headers["set-cookie"] == f"{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
    assert "set-cookie" not in browser.get("/static/old/base.css").headers


def test_a_session_is_another_one_after_the_login(house: House) -> None:
    """Who plants a cookie in a browser does not know it after the login, and a session from before is over."""
    browser = house.browser()
    name = f"sayso-{house.site.rpartition(':')[2]}"
    browser.cookies.set(name, "planted", domain="127.0.0.1")
    house.login(browser, "rob")
    first = browser.cookies[name]
    assert first != "planted"
    thief = house.browser()
    thief.cookies.set(name, "planted", domain="127.0.0.1")
    assert thief.get("/").status_code == 303
    page = house.browser()
    page.cookies.set(name, first, domain="127.0.0.1")
    shown = sealed(page)
    again = shown.post("/login", data={"name": "chief", "password": GOOD})
    assert again.status_code == 303 and shown.cookies[name] != first
    assert browser.get("/").status_code == 303


@pytest.mark.parametrize("seconds", [12 * HOUR, 7 * DAY])
def test_a_session_that_is_over(house: House, seconds: int) -> None:
    browser = house.of("Ann Lee")
    house.clock.pass_(11 * HOUR)
    assert browser.get("/").status_code == 200
    house.clock.pass_(seconds)
    assert browser.get("/").status_code == 303
    assert browser.get("/findings.json", headers={"accept": "application/json"}).status_code == 401
    posted = browser.post("/me/tokens", data={"label": "x"})
    assert (posted.status_code, posted.headers["location"]) == (303, "/login")
    assert browser.post("/me/tokens", headers={"accept": "application/json"}).status_code == 401


def test_who_is_shut_out_is_out_at_once(house: House) -> None:
    browser = house.of("rob")
    house.accounts.people.disable(CHIEF, "rob")
    assert browser.get("/").status_code == 303
    assert house.login(browser, "rob").status_code == 401


def test_who_is_unknown_looks_like_who_errs(house: House) -> None:
    house.accounts.people.disable(CHIEF, "Ann Lee")
    answers = []
    for name, password in (("rob", WRONG), ("nobody", GOOD), ("Ann Lee", GOOD)):
        answered = house.login(house.browser(), name, password)
        plain = re.sub(r'value="[^"]*"', "", answered.text)
        answers.append((answered.status_code, plain, sorted(set(answered.headers) - {"content-length"})))
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == 401 and "This name and this password do not go together" in answers[0][1]


def test_logins_that_fail_have_to_wait(house: House) -> None:
    browser = house.browser()
    assert [house.login(browser, "rob", WRONG).status_code for _ in range(5)] == [401] * 5
    late = house.login(browser, "rob", GOOD)
    assert (late.status_code, late.headers["retry-after"]) == (429, "1")
    assert "Too many logins failed; wait a second" in late.text
    house.clock.pass_(1)
    assert house.login(browser, "rob", GOOD).status_code == 303


def test_a_reader_changes_nothing_and_a_reviewer_no_accounts(house: House) -> None:
    own = {"/login", "/logout", "/me/password", "/me/tokens", "/me/tokens/1/revoke"}
    for path in [path for path in routes("POST") if path not in own]:
        refused = house.of("rob").post(path, headers={"accept": "application/json"})
        assert refused.status_code == 403 and "rob is a reader" in refused.json()["what"], path
    for path in [path for path in routes("POST") + routes("GET") if path.startswith("/accounts")]:
        refused = house.of("Ann Lee").request("POST" if path in routes("POST") else "GET", path)
        assert refused.status_code == 403, path
    refused = house.of("Ann Lee").get("/accounts")
    assert "This is for an admin, and Ann Lee is a reviewer" in refused.text
    assert [(deed.person, deed.outcome) for deed in house.accounts.audit(action="accounts", limit=1)] == [("Ann Lee", "refused: 403")]


def test_accounts_that_are_made_hold_for_a_server_that_runs(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with open(path) as ledger:
        ledger.add()
    with serving(path) as site:
        assert fetch(site).status_code == 200
        with guarded(path):
            assert fetch(site, headers={"accept": "text/html"}).status_code == 303
        path.with_name("new.accounts.db").unlink()
        assert fetch(site, headers={"accept": "text/html"}).status_code == 303


def test_accounts_that_cannot_be_read_let_nobody_in(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with open(path) as ledger:
        ledger.add()
    path.with_name("new.accounts.db").write_text("no database " * 20, "utf8")
    with serving(path) as site:
        answered = fetch(f"{site}/findings", headers={"accept": "text/html"})
        assert answered.status_code == 503 and "no sayso file of accounts" in answered.text
        assert httpx2.post(f"{site}/login").status_code == 503


def test_what_is_done_is_noted(house: House) -> None:
    browser = house.of("Ann Lee")
    browser.get("/findings.csv")
    browser.get("/findings.json")
    browser.post("/me/password", data={"old": GOOD, "new": BETTER})
    noted = [(deed.person, deed.address, deed.action, deed.subject, deed.outcome) for deed in house.accounts.audit(limit=4)]
    assert noted == [
        ("Ann Lee", "127.0.0.1", "password changed", "", "done"),
        ("Ann Lee", "127.0.0.1", "export", "/findings.csv", "done"),
        ("Ann Lee", "127.0.0.1", "login", "", "done"),
        ("chief", "192.0.2.7", "account added", "rob", "reader"),
    ]


def test_the_log_comes_as_a_file_that_no_spreadsheet_runs(house: House) -> None:
    house.accounts.people.add(CHIEF, "=HYPERLINK(1)", Role.READER, GOOD)
    house.of("=HYPERLINK(1)")
    browser = house.of("chief")
    lines = browser.get("/accounts/audit.csv?action=login").text.splitlines()
    assert lines[0].lstrip("\ufeff") == "time,person,address,action,subject,outcome"
    assert [line.split(",")[1] for line in lines[1:]] == ["chief", "'=HYPERLINK(1)"]
    view = browser.get("/accounts/audit.json?person=chief&size=1").json()
    assert (view["total"], view["rows"][0]["action"]) == (6, "export")
    assert browser.get("/accounts/audit?person=%00&action=%ff").status_code == 200
