"""A conflict is found and dismissed, and two who judge it at once lose nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, expect

from sayso.ledger import open
from sayso.store import Store

from . import hostile
from .keyboard import press
from .serving import asking, sealed, serving


@pytest.fixture
def own(tmp_path: Path) -> Iterator[str]:
    """The address of a workbench over a ledger with one conflict, to be judged."""
    path = tmp_path / "own.db"
    with Store.open(path) as store:
        for document, figures in hostile.readings():
            store.add(document, figures)
    with serving(path) as address:
        yield address


@pytest.fixture
def browsing(own: str) -> Iterator[httpx2.Client]:
    with asking(own) as held:
        yield sealed(held)


def only(client: httpx2.Client) -> dict[str, str]:
    [row] = client.get("/findings.json?kind=conflict").json()["rows"]
    held: dict[str, str] = client.get(f"/findings/{row['fingerprint']}.json").json()
    return held


def say(client: httpx2.Client, finding: dict[str, str], verdict: str, note: str = "") -> httpx2.Response:
    said = {"verdict": verdict, "version": finding["version"], "note": note}
    return client.post(f"/findings/{finding['fingerprint']}/decision", data=said)


def test_a_conflict_is_found_and_dismissed_by_keyboard(own: str, browser: Browser) -> None:
    context = browser.new_context(base_url=own)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name="conflict").first.click()
    expect(page.locator("[data-row]").filter(has_text="conflict")).to_have_count(1)
    press(page, "j", "Enter")
    expect(page.get_by_text("machine-made")).to_be_visible()
    press(page, "x")
    expect(page.get_by_label("Why")).to_be_focused()  # no reason yet
    page.keyboard.type("They speak of <b>two</b> years.")
    page.get_by_role("button", name="Dismiss").press("Enter")
    expect(page.get_by_text("dismissed it")).to_contain_text("They speak of <b>two</b> years.")
    expect(page.get_by_text("machine-made")).to_have_count(0)
    page.goto("/")
    expect(page.get_by_role("link", name=re.compile("conflicts between origins"))).to_contain_text("0")
    context.close()


def test_what_is_dismissed_can_be_taken_back(browsing: httpx2.Client) -> None:
    assert say(browsing, only(browsing), "reject", "another year").status_code == 303
    assert only(browsing)["standing"] == "rejected"
    assert browsing.get("/overview.json").json()["findings"]["kinds"].get("conflict", 0) == 0
    assert say(browsing, only(browsing), "undo").status_code == 303
    assert only(browsing)["standing"] == "new"
    assert browsing.get("/overview.json").json()["findings"]["kinds"]["conflict"] == 1


def test_a_finding_is_not_dismissed_without_a_reason(browsing: httpx2.Client) -> None:
    assert say(browsing, only(browsing), "reject", "  ").status_code == 422
    assert only(browsing)["standing"] == "new"


def test_a_stale_decision_is_refused_with_both_versions_shown(browsing: httpx2.Client) -> None:
    seen = only(browsing)
    assert say(browsing, seen, "reject", "another year").status_code == 303
    late = say(browsing, seen, "accept", "the same year")
    assert late.status_code == 409
    assert "another year" in late.text and "the same year" in late.text
    assert only(browsing)["standing"] == "rejected"
    browsing.headers["accept"] = "application/json"
    late = say(browsing, seen, "accept", "the same year")
    assert late.status_code == 409 and late.json()["refused"]["note"] == "the same year"
    assert late.json()["decisions"][0]["note"] == "another year"


UNSAYABLE: list[dict[str, str]] = [
    {"verdict": "correct", "version": "0"}, {"verdict": "accept"}, {"verdict": "accept", "version": "x" * 101},
]  # fmt: skip


@pytest.mark.parametrize("said", UNSAYABLE)
def test_what_cannot_be_said_is_refused(browsing: httpx2.Client, said: dict[str, str]) -> None:
    finding = only(browsing)
    assert browsing.post(f"/findings/{finding['fingerprint']}/decision", data=said).status_code == 422
    assert browsing.post("/findings/0000/decision", data={"verdict": "accept", "version": "0"}).status_code == 404


def test_the_next_that_nobody_judged_is_offered(filled: Path) -> None:
    with open(filled, create=False) as ledger:
        order = [one.fingerprint for one in ledger.findings()]
    with serving(filled) as address, asking(address) as client:
        walked = [order[0]]
        while following := client.get(f"/findings/{walked[-1]}.json").json()["next"]:
            walked.append(following)
    assert walked == order
