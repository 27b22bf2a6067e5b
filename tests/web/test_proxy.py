"""Behind a proxy, and where somebody only claims to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import open

from .staff import FORM, GOOD, House, guarded

NAME = "sayso.example.org"
FORWARDED = {"host": NAME, "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https", "origin": f"https://{NAME}"}


@pytest.fixture(params=["127.0.0.1,::1", "127.0.0.0/8", "", "192.0.2.1"])
def proxy(request: pytest.FixtureRequest) -> str:
    """The proxy that is believed: the one that asks, its network, none, another one."""
    return str(request.param)


@pytest.fixture
def house(tmp_path: Path, proxy: str) -> Iterator[House]:
    with open(tmp_path / "new.db") as ledger:
        ledger.add()
    with guarded(tmp_path / "new.db", proxy=proxy, names=[NAME]) as held:
        yield held


def test_what_a_proxy_says_counts_only_where_it_is_believed(house: House, proxy: str) -> None:
    believed = proxy.startswith("127.")
    asked = house.client(**FORWARDED).get("/login")
    seal = FORM.search(asked.text)
    assert seal
    cookie = asked.headers["set-cookie"].partition(";")[0]
    form = {"csrf": seal[1], "name": "rob", "password": GOOD}
    answered = house.client(**FORWARDED, cookie=cookie).post("/login", data=form)
    flags = "Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=604800" if believed else "Path=/; HttpOnly; SameSite=Lax; Max-Age=604800"
    name = "__Host-sayso" if believed else r"sayso-\d+"
    assert re.fullmatch(rf"{name}=[\w-]{{43}}; {flags}", answered.headers["set-cookie"])
    assert house.accounts.audit(limit=1)[0].address == ("203.0.113.9" if believed else "127.0.0.1")
    inside = house.client(**FORWARDED, cookie=answered.headers["set-cookie"].partition(";")[0]).get("/")
    assert inside.status_code == 200 and "rob" in inside.text


def test_another_origin_is_refused_behind_a_proxy_too(house: House) -> None:
    asked = house.client(**FORWARDED).get("/login")
    cookie, seal = asked.headers["set-cookie"].partition(";")[0], FORM.search(asked.text)
    assert seal
    for origin in ("https://evil.example", f"https://{NAME}:444", f"https://{NAME}.evil.example", f"https://x@{NAME}", "null"):
        forged = house.client(**{**FORWARDED, "origin": origin}, cookie=cookie)
        refused = forged.post("/login", data={"csrf": seal[1], "name": "rob", "password": GOOD})
        assert refused.status_code == 403 and "set-cookie" not in refused.headers


@pytest.mark.parametrize("proxy", ["", "192.0.2.1"], indirect=True)
def test_who_claims_many_addresses_is_slowed_down_as_one(house: House) -> None:
    codes = []
    for at in range(22):
        browser = house.client(**{"x-forwarded-for": f"203.0.113.{at}"})
        codes.append(house.login(browser, f"name {at}").status_code)
    assert codes == [401] * 20 + [429] * 2
