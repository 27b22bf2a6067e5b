"""Estimates: the list under any policy, one with its workings, its charts, the map."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import httpx2
import pytest
from playwright.sync_api import expect

from sayso.ledger import Ledger
from sayso.model import Estimate

from .conftest import Opening


def whole(ledger: Ledger, policy: str = "range") -> dict[str, Estimate]:
    return {one.fingerprint: one for one in ledger.estimates(policy=policy) if isinstance(one, Estimate)}


def torn(ledger: Ledger) -> Estimate:
    return next(one for one in whole(ledger).values() if one.status == "contested" and one.aside == ())


def test_the_list_has_all_estimates_of_the_policy(client: httpx2.Client, ledger: Ledger) -> None:
    for policy in ("range", "official-first"):
        view = client.get("/estimates.json", params={"policy": policy, "size": 500}).json()
        assert {row["fingerprint"]: (row["low"], row["best"], row["high"], row["status"]) for row in view["rows"]} == {
            one.fingerprint: (one.low, one.best, one.high, one.status.value) for one in whole(ledger, policy).values()
        }
        origins = [row["origins"] for row in view["rows"]]
        assert policy != "range" or origins == sorted(origins, reverse=True)


def test_filters_and_files(client: httpx2.Client, ledger: Ledger) -> None:
    asked = {"category": "joined", "origin": "TJ"}
    chosen = [one.fingerprint for one in ledger.estimates(category="joined", origin="TJ") if isinstance(one, Estimate)]
    assert sorted(row["fingerprint"] for row in client.get("/estimates.json", params=asked).json()["rows"]) == sorted(chosen)
    lines = client.get("/estimates.csv", params=asked).text.splitlines()
    assert lines[0].startswith("fingerprint,category,people") and len(lines) == len(chosen) + 1
    assert client.get("/estimates.xlsx", params=asked).content[:2] == b"PK"
    assert client.get("/estimates.json?origins=2").json()["total"] == sum(len(set_of(one)) > 1 for one in points(ledger))


def points(ledger: Ledger) -> list[Estimate]:
    return list(whole(ledger).values())


def set_of(one: Estimate) -> range:
    return range(one.origins)


@pytest.mark.parametrize(("address", "status"), [
    ("/estimates?policy=nothing", 400), ("/estimates?category=nothing", 400), ("/estimates?order=nothing", 422),
    ("/estimates/0000", 404), ("/estimates/%00", 404), ("/map?category=nothing", 400), ("/map?zoom=nowhere", 400),
    ("/map?measure=nothing", 422), ("/report?category=nothing", 400), ("/report.html?policy=nothing", 400),
])  # fmt: skip
def test_what_is_not_there_is_said(client: httpx2.Client, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_one_shows_every_figure_and_every_policy(client: httpx2.Client, ledger: Ledger) -> None:
    for fingerprint, one in list(whole(ledger).items())[:25]:
        view = client.get(f"/estimates/{fingerprint}.json").json()
        assert [figure["figure"] for figure in view["figures_used"]] == list(one.used)
        assert [(figure["figure"], figure["reason"]) for figure in view["figures_aside"]] == [(a.figure, a.reason) for a in one.aside]
        assert all(figure["quote"] and figure["standing"] == "new" for figure in view["figures_used"])
        assert [other["policy"] for other in view["beside"]] == [policy["name"] for policy in view["policies"]]


def test_charts_come_as_pictures_and_as_data(client: httpx2.Client, ledger: Ledger) -> None:
    base = f"/estimates/{torn(ledger).fingerprint}"
    for name in (f"{base}/timeline", f"{base}/citations", "/sources/citations", "/map/chart"):
        svg = client.get(f"{name}.svg?theme=dark")
        assert svg.headers["content-type"] == "image/svg+xml"
        assert ElementTree.fromstring(svg.text).tag.endswith("svg")
        assert client.get(f"{name}.png").content.startswith(b"\x89PNG")
        assert "vega-lite" in json.loads(client.get(f"{name}.json").text)["$schema"]
        assert client.get(f"{name}.gif").status_code in (404, 422)


def test_the_policy_is_switched_in_the_browser(opening: Opening, ledger: Ledger) -> None:
    one = torn(ledger)
    page = opening().new_page()
    page.goto(f"/estimates/{one.fingerprint}")
    expect(page.locator(".sum .badge")).to_have_text("contested")
    page.get_by_role("link", name="Lowest credible (as ACLED)").click()
    expect(page).to_have_url(f"{page.url.split('/estimates')[0]}/estimates/{one.fingerprint}?policy=conservative")
    expect(page.locator(".sum")).to_contain_text(f"best {whole(ledger, 'conservative')[one.fingerprint].best:,}")
    expect(page.locator("tr.current th")).to_have_text("Lowest credible (as ACLED)")
    picture = page.locator("figure.chart img").first
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth)") > 100


def test_the_map_tells_what_it_shows(client: httpx2.Client) -> None:
    view = client.get("/map.json?category=joined").json()
    assert {"RU", "TN"} <= {code for one in view["estimates"] for code in one["people"]}
    assert view["description"] and view["title"].startswith("Joined")
    assert client.get("/map.json").json()["category"] == next(iter(view["counts"]))
