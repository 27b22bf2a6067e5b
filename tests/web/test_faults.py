"""Errors as calm pages and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import httpx2
import pytest

from sayso.ledger import noticing

from .serving import fetch, serving

CASES = {
    "/nothing": (404, "there is no such page"),
    "/findings/0000": (404, "there is no finding '0000'"),
    "/findings?kind=quarrel": (400, "there is no kind of finding 'quarrel'"),
    "/findings?category=join": (400, "there is no category 'join'"),
    "/findings?page=0": (422, "page: "),
    "/?rows=some": (422, "rows: "),
}


@pytest.mark.parametrize("path", CASES)
def test_a_fault_is_a_page(path: str, client: httpx2.Client) -> None:
    status, said = CASES[path]
    answered = client.get(path)
    assert answered.status_code == status and answered.headers["content-type"].startswith("text/html")
    assert said[1:] in answered.text.replace("&#39;", "'")
    assert "<h1>" in answered.text and "Traceback" not in answered.text


@pytest.mark.parametrize("path", CASES)
def test_a_fault_is_data_where_data_was_asked_for(path: str, client: httpx2.Client) -> None:
    status, said = CASES[path]
    name, _, query = path.partition("?")
    answers = [client.get(path, headers={"accept": "application/json"}), client.get(f"{'/overview' if name == '/' else name}.json?{query}")]
    for answered in answers:
        assert answered.status_code == status and answered.headers["content-type"] == "application/json"
        assert said in answered.json()["what"]


def test_advice_comes_along(client: httpx2.Client) -> None:
    assert "Did you mean 'joined'?" in client.get("/findings.json?category=join").json()["advice"]


def test_an_error_that_nobody_foresaw_tells_nothing(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr(noticing, "noticed", fail)
    with serving(filled) as site:
        for path in ("/findings", "/findings.json"):
            answered = fetch(f"{site}{path}")
            assert answered.status_code == 500 and "nobody foresaw" in answered.text
            assert "secret" not in answered.text and "Traceback" not in answered.text
            assert answered.headers["x-content-type-options"] == "nosniff"


def test_a_ledger_that_has_gone_is_told(tmp_path: Path, filled: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(filled.read_bytes())
    with serving(copy) as site:
        copy.write_bytes(b"not a database, but long enough to be read as one" * 100)
        answered = fetch(f"{site}/findings.json")
    assert answered.status_code == 503 and "damaged" in json.loads(answered.text)["what"]
