"""Exports as a browser downloads them: what was chosen, whole, and as what it says it is."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page

from sayso.ledger import Ledger
from sayso.model import Estimate

from .conftest import Opening
from .places import named


@pytest.fixture
def page(opening: Opening) -> Iterator[Page]:
    yield opening(accept_downloads=True).new_page()


def downloaded(page: Page, folder: Path, link: str) -> Path:
    """The file that a link on the page gives."""
    with page.expect_download() as coming:
        page.get_by_role("link", name=link, exact=True).click()
    assert coming.value.failure() is None
    place = folder / coming.value.suggested_filename
    coming.value.save_as(place)
    return place


def test_a_list_that_was_filtered_is_exported(page: Page, ledger: Ledger, tmp_path: Path) -> None:
    wanted = [one.fingerprint for one in ledger.figures(category="killed")]
    page.goto("/figures")
    page.get_by_role("group", name="Categories").get_by_role("link", name="Killed").click()
    page.wait_for_url("**/figures?category=killed")
    lines = downloaded(page, tmp_path, "CSV")
    assert lines.name == "sayso-figures.csv"
    with lines.open(encoding="utf8", newline="") as file:
        assert [row["fingerprint"] for row in csv.DictReader(file)] == wanted
    book = load_workbook(downloaded(page, tmp_path, "Excel"), read_only=True)
    rows = list(book["figures"].iter_rows(values_only=True))
    assert [row[rows[0].index("fingerprint")] for row in rows[1:]] == wanted and "README" in book.sheetnames


def test_a_chart_is_downloaded_in_its_three_forms(page: Page, ledger: Ledger, tmp_path: Path) -> None:
    torn = next(one for one in ledger.estimates() if isinstance(one, Estimate) and one.status == "contested")
    page.goto(f"/estimates/{torn.fingerprint}")
    assert b"<svg" in downloaded(page, tmp_path, "SVG of Who cites whom").read_bytes()
    assert downloaded(page, tmp_path, "PNG of Who cites whom").read_bytes().startswith(b"\x89PNG")
    assert "vega-lite" in json.loads(downloaded(page, tmp_path, "Vega-Lite of Who cites whom").read_bytes())["$schema"]


def test_the_report_opens_alone(page: Page, ledger: Ledger, tmp_path: Path) -> None:
    page.goto("/report?category=killed")
    place = downloaded(page, tmp_path, "Download the report")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(place.as_uri())
    assert [one for one in asked if not one.startswith(("file:", "data:"))] == []
    first = ledger.figures(category="killed")[0]
    assert first.quote in page.inner_text("body")


def test_the_original_is_saved_and_never_shown(page: Page, ledger: Ledger, tmp_path: Path) -> None:
    fingerprint = named(ledger, "hospital")
    page.goto(f"/documents/{fingerprint}")
    held = ledger._store().document(fingerprint)
    assert downloaded(page, tmp_path, "Original file").read_bytes() == held.raw
