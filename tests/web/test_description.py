"""The OpenAPI description: of every page its data, nothing that needs a foreign script."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from sayso.web.pages import PAGES


@pytest.fixture
def described(client: httpx2.Client) -> dict[str, Any]:
    held: dict[str, Any] = client.get("/openapi.json").json()
    return held


def test_the_data_of_every_page_is_described(described: dict[str, Any]) -> None:
    data = {path for pages in PAGES for path in pages.paths if path.endswith(".json")}
    assert data <= set(described["paths"])
    read = {path for path, held in described["paths"].items() if "get" in held}
    files = {path for path in read if path.endswith((".{form}", ".html"))}
    assert read - files == data
    assert files >= {"/map/chart.{form}", "/estimates/{fingerprint}/timeline.{form}", "/report.html"}


def test_every_operation_says_what_it_is(described: dict[str, Any]) -> None:
    operations = [held for path in described["paths"].values() for held in path.values()]
    assert all(held["summary"][0].isupper() and held["tags"] for held in operations)
    assert len({held["operationId"] for held in operations}) == len(operations)


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_no_page_of_foreign_scripts_is_served(path: str, client: httpx2.Client) -> None:
    assert client.get(path).status_code == 404
