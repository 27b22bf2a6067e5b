"""The report: one file that needs nothing beside it, in which every number has its sentence, and nothing of a text is markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import httpx2
import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.errors import UnknownName
from sayso.ledger import Ledger
from sayso.web import report as reports


class Seen(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_it_holds_everything_and_asks_for_nothing(client: httpx2.Client, ledger: Ledger) -> None:
    answer = client.get("/report.html", params={"title": "Who <b>went</b>"})
    assert answer.headers["content-disposition"] == 'attachment; filename="sayso-report.html"'
    seen = Seen(answer.text).tags
    ids = {attributes["id"] for _, attributes in seen if "id" in attributes}
    assert {f"f-{figure.fingerprint}" for figure in ledger.figures()} <= ids
    assert not [tag for tag, _ in seen if tag in ("script", "link", "iframe", "object", "b")] or "<b>went" not in answer.text
    sources = [value for _, attributes in seen for name, value in attributes.items() if name in ("src", "href") and value]
    assert all(value.startswith(("#", "data:image/svg+xml;base64,")) for value in sources)
    assert {value[1:] for value in sources if value.startswith("#")} <= ids
    assert "url(" not in answer.text.split("</style>")[0]
    assert any(value.startswith("data:") for value in sources), "estimates are drawn"


def test_hostile_texts_stay_text(client: httpx2.Client) -> None:
    text = client.get("/report.html").text
    assert not re.search("<script", text, re.I)
    assert "&lt;script" in text


def test_it_is_chosen_by_filters(client: httpx2.Client, ledger: Ledger) -> None:
    view = client.get("/report.json?category=returned&origin=TJ").json()
    assert view["total"] == len(ledger.figures(category="returned", origin="TJ"))
    text = client.get("/report.html?category=returned&origin=TJ").text
    assert len(re.findall(r'id="f-', text)) == view["total"]
    assert "category returned" in text and "origin TJ" in text


def test_of_many_the_first_are_in_it_and_it_says_so(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "MOST", 3)
    text = reports.report(ledger, "Few", "range", {}, lambda _: "<svg/>")
    assert len(re.findall(r'id="f-', text)) == 3
    assert f"these are the first of {len(ledger.figures()):,}" in text
    with pytest.raises(UnknownName):
        reports.report(ledger, "None", "range", {"colour": "red"})


def test_the_verb_writes_the_same_file(filled: Path, tmp_path: Path) -> None:
    place = tmp_path / "returned.html"
    done = CliRunner().invoke(main, ["report", str(place), "--category", "returned", "--title", "Back", "--ledger", str(filled)])
    assert (done.exit_code, done.output) == (0, f"sayso: written: {place}\n")
    assert "<h1><bdi>Back</bdi></h1>" in place.read_text("utf8")
    refused = CliRunner().invoke(main, ["report", str(tmp_path / "no" / "x.html"), "--ledger", str(filled)])
    assert refused.exit_code == 4 and "cannot be written" in refused.output
