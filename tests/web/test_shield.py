"""What every answer carries, and who is not answered."""

from __future__ import annotations

import httpx2
import pytest

from sayso.web.hosts import bare, loopback


@pytest.mark.parametrize("path", ["/", "/findings.json", "/nothing", "/findings?kind=nothing", "/findings.csv"])
def test_every_answer_forbids_what_is_not_its_own(path: str, client: httpx2.Client) -> None:
    held = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in held["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'" and policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert held["x-content-type-options"] == "nosniff" and held["referrer-policy"] == "same-origin"
    assert held["cross-origin-opener-policy"] == held["cross-origin-resource-policy"] == "same-origin"
    assert held["cache-control"] == "no-store"
    assert "server" not in held


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "10.0.0.1", "[::2]:80", ""])
def test_a_name_that_points_here_is_not_answered(host: str, client: httpx2.Client) -> None:
    refused = client.get("/", headers={"host": host})
    assert refused.status_code in (400, 421)
    assert "sayso" not in refused.text and "set-cookie" not in refused.headers
    assert refused.status_code == 400 or refused.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:9", "[::1]:9", "127.8.8.8"])
def test_addresses_of_this_computer_are_answered(host: str, client: httpx2.Client) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_hosts_are_read_without_port_and_brackets() -> None:
    assert [bare(host) for host in ("A:1", "[::1]:1", "[::1]", "a")] == ["a", "::1", "::1", "a"]
    assert loopback("::1") and not loopback("::2") and not loopback("name")


def test_static_files_are_kept_for_good_under_their_digest(client: httpx2.Client) -> None:
    page = client.get("/").text
    address = page.split('<link rel="stylesheet" href="')[1].split('"')[0]
    held = client.get(address)
    assert held.headers["content-type"].startswith("text/css")
    assert held.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get("/static/old/base.css").headers["cache-control"] == "no-cache"
    assert client.get("/static/old/nothing.css").status_code == 404
    assert client.get("/static/old/..%2Flooks.py").status_code == 404
