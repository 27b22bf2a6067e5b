"""Sources in the browser: filters, order, and the numbers of one."""

from __future__ import annotations

import httpx2
import pytest


def rows(client: httpx2.Client, query: str = "") -> list[dict[str, object]]:
    held: list[dict[str, object]] = client.get(f"/sources.json?size=500&{query}").json()["rows"]
    return held


@pytest.mark.parametrize("key", ["originated", "relayed", "name"])
def test_the_list_is_in_the_order_that_was_asked_for(key: str, client: httpx2.Client) -> None:
    def told(query: str) -> list[object]:
        held = [row[key] for row in rows(client, query)]
        return [value.casefold() if isinstance(value, str) else value for value in held]

    up, down = told(f"sort={key}"), told(f"sort=-{key}")
    assert up == sorted(up, key=lambda value: (str(type(value)), value)) and down == up[::-1]


def test_filters_choose(client: httpx2.Client) -> None:
    assert {row["name"] for row in rows(client, "q=meridian+centre")} == {"the Meridian Centre"}
    assert all(row["relayed"] for row in rows(client, "did=relayed"))
    assert rows(client, "q=nobody") == []


def test_figures_of_all_sources_are_those_of_the_ledger_that_are_credited(client: httpx2.Client) -> None:
    credited = sum(row["originated"] for row in client.get("/sources.json?size=500").json()["rows"])
    assert 100 < credited <= client.get("/overview.json").json()["figures"]


def test_one_source_shows_its_figures_and_why_names_are_one(client: httpx2.Client) -> None:
    [row] = rows(client, "q=meridian+centre")
    held = client.get(f"/sources/{row['fingerprint']}.json").json()
    assert len(held["originated_figures"]) == min(held["originated"], 20) and held["originated"] == row["originated"]
    assert [link["reason"] for link in held["links"]]
    for one in held["originated_figures"]:
        assert one["quote"][one["from"] : one["to"]].strip()


def test_every_page_of_the_list_is_reached(client: httpx2.Client) -> None:
    seen: list[str] = []
    path = "/sources?size=20&sort=name"
    while path:
        page = client.get(path).text
        seen += [part.split('"')[0] for part in page.split('<a href="/sources/')[1:]]
        path = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&") if 'rel="next"' in page else ""
    assert seen == [row["fingerprint"] for row in rows(client, "sort=name")]
