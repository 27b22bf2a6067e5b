"""API tokens: programs that ask for pages as data."""

from __future__ import annotations

from collections.abc import Callable

import httpx2
import pytest

from sayso.access import Role

from .staff import CHIEF, House, routes

DAY = 86_400


def program(house: House, secret: str) -> httpx2.Client:
    return house.client(authorization=f"Bearer {secret}")


def test_a_program_reads(house: House) -> None:
    _, secret = house.accounts.tokens.add(CHIEF, "Ann Lee", "x", Role.READER)
    asked = program(house, secret)
    for path in ("/findings.json", "/findings.csv", "/openapi.json", "/"):
        answered = asked.get(path)
        assert answered.status_code == 200 and "set-cookie" not in answered.headers and "csrf-token" not in answered.text
    assert asked.get("/me.json").json()["role"] == "reader"
    described = asked.get("/openapi.json").json()
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    assert described["paths"]["/findings.json"]["get"]["security"] == [{"token": []}]
    assert house.client(authorization=f"bearer  {secret}").get("/me.json").status_code == 200


def test_a_program_needs_no_seal_but_a_role(house: House) -> None:
    _, secret = house.accounts.tokens.add(CHIEF, "chief", "x", Role.ADMIN)
    refused = program(house, secret).post("/accounts/disable", data={"name": "rob"}, headers={"accept": "application/json"})
    assert refused.status_code == 403 and refused.json()["what"] == "only who has logged in can do this"
    for path, data in (("/me/tokens", {"label": "more"}), ("/me/password", {}), ("/accounts/add", {"name": "eve"})):
        assert program(house, secret).post(path, data=data).status_code == 403
    assert len(house.accounts.tokens.all()) == 1 and len(house.accounts.people.all()) == 3
    assert program(house, secret).get("/accounts.json").status_code == 200


@pytest.mark.parametrize("path", [path for path in routes("POST") if not path.startswith(("/log", "/me/", "/accounts/"))])
def test_a_program_does_what_its_token_may(house: House, path: str) -> None:
    """It gets as far as what it asks for, which is not there or not as it should be; a reader's gets no further than the role."""
    _, reading = house.accounts.tokens.add(CHIEF, "Ann Lee", "x", Role.READER)
    _, deciding = house.accounts.tokens.add(CHIEF, "Ann Lee", "y", Role.REVIEWER)
    refused = program(house, reading).post(path, headers={"accept": "application/json"})
    assert refused.status_code == 403 and refused.json()["what"] == "this is for a reviewer, and Ann Lee is a reader"
    assert program(house, deciding).post(path).status_code in (200, 202, 303, 400, 404, 409, 422)


def revoked(house: House) -> None:
    house.accounts.tokens.revoke(CHIEF, 1)


def expired(house: House) -> None:
    house.clock.pass_(90 * DAY)


def disabled(house: House) -> None:
    house.accounts.people.disable(CHIEF, "rob")


@pytest.mark.parametrize("end", [revoked, expired, disabled])
def test_a_token_that_holds_no_longer(house: House, end: Callable[[House], None]) -> None:
    _, secret = house.accounts.tokens.add(CHIEF, "rob", "x", Role.READER)
    assert program(house, secret).get("/findings.json").status_code == 200
    end(house)
    refused = program(house, secret).get("/findings.json")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == 'Bearer realm="sayso", error="invalid_token"'
    assert refused.json()["what"] == "this token does not hold, or no longer"


@pytest.mark.parametrize("header", ["Bearer", "Basic cm9iOnNldmVuIHF1aWV0IG90dGVycw==", "Bearer sayso_x", "x", "", "Bearer é"])
def test_with_a_token_no_cookie_counts(house: House, header: str) -> None:
    browser = house.of("chief")
    refused = browser.get("/findings", headers=[(b"authorization", header.encode("utf8"))])
    assert refused.status_code == 401 and "set-cookie" not in refused.headers
    assert browser.post("/me/tokens", data={"label": "x"}, headers={"authorization": "Bearer x"}).status_code == 401


def test_without_accounts_a_token_is_no_way_around_the_seal(client: httpx2.Client) -> None:
    bearing = {"authorization": "Bearer x", "x-csrf-token": ""}
    assert client.get("/findings.json", headers=bearing).status_code == 200
    assert client.post("/login", headers=bearing).status_code == 403
