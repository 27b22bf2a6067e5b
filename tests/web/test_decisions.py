"""What is posted of figures: kept, refused with both versions, or sent back with the field that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from sayso.ledger import Ledger, open
from sayso.web.onward import inward

from .judging import figure, made, told, verdicts, visiting


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made(tmp_path)


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open(path) as held:
        yield held


@pytest.fixture
def ada(path: Path) -> Iterator[httpx2.Client]:
    with visiting(path, "Ada") as client:
        yield client


def test_what_is_said_is_kept_with_who_said_it(ledger: Ledger, ada: httpx2.Client) -> None:
    twelve = figure(ledger, "12")
    answered = told(ada, twelve, "accept", note="seen in the original")
    assert answered.status_code == 200
    card = answered.json()["card"]
    assert (card["standing"], card["own"], card["said"][0]["note"]) == ("accepted", "accept", "seen in the original")
    assert verdicts(ledger, twelve) == [("Ada", "accept")]
    assert told(ada, twelve, "undo").json()["card"]["standing"] == "new"


def test_a_decision_reckons_nothing_anew(ledger: Ledger, ada: httpx2.Client) -> None:
    ledger.findings()
    told(ada, figure(ledger, "12"), "reject")
    with ledger._store().derived() as derived:
        assert derived.stale()


def test_an_old_version_is_refused_with_both(ledger: Ledger, ada: httpx2.Client) -> None:
    twelve = figure(ledger, "12")
    version = ada.get(f"/figures/{twelve}.json").json()["version"]
    ledger.correct(twelve, category="injured", person="Ben", note="read on")
    said = {"verdict": "correct", "version": version, "note": "mine", "fields": {"category": "missing"}}
    refused = ada.post(f"/figures/{twelve}/decision", json=said)
    assert refused.status_code == 409
    view = refused.json()
    assert view["meant"]["fields"] == {"category": "missing"}
    assert (view["now"]["fields"]["category"], view["now"]["said"][0]["person"]) == ("injured", "Ben")
    page = ada.post(f"/figures/{twelve}/decision", data={**said, "fields": "", "category": "missing"}, headers={"accept": "text/html"})
    assert page.status_code == 409
    assert "What you meant" in page.text and "What it is now" in page.text and "read on" in page.text and "mine" in page.text
    assert verdicts(ledger, twelve) == [("Ben", "correct")]


def test_a_form_corrects_only_what_differs(ledger: Ledger, ada: httpx2.Client) -> None:
    twelve = figure(ledger, "12")
    view = ada.get(f"/figures/{twelve}.json").json()
    form = {**view["fields"], "category": "injured", "verdict": "correct", "version": view["version"], "back": "/review/new?after=1"}
    answered = ada.post(f"/figures/{twelve}/decision", data=form, headers={"accept": "text/html"})
    assert (answered.status_code, answered.headers["location"]) == (303, "/review/new?after=1")
    now = next(one for one in ledger.figures() if one.fingerprint == twelve)
    assert now.category == "injured" and [name for name, why in now.why.items() if why == "said by Ada"] == ["category"]


def test_a_bad_correction_stands_beside_its_field_and_what_was_typed_stays(ledger: Ledger, ada: httpx2.Client) -> None:
    twelve = figure(ledger, "12")
    refused = told(ada, twelve, "correct", fields={"low": "13"})
    assert refused.status_code == 422 and refused.json()["field"] == "low" and "names 12" in refused.json()["what"]
    view = ada.get(f"/figures/{twelve}.json").json()
    form = {**view["fields"], "location": "Atlantis", "noun": "villagers", "verdict": "correct", "version": view["version"]}
    page = ada.post(f"/figures/{twelve}/decision", data=form, headers={"accept": "text/html"})
    assert page.status_code == 422
    wrong = page.text.split('id="field-location-wrong"')[1].split("</p>")[0]
    assert "Atlantis" in wrong and 'value="Atlantis"' in page.text and 'value="villagers"' in page.text
    assert verdicts(ledger, twelve) == []


def test_many_are_decided_one_by_one(ledger: Ledger, ada: httpx2.Client) -> None:
    rows = ada.get("/figures.json").json()["rows"]
    stale = rows[1]["fingerprint"]
    ledger.note(stale, "wait", person="Ben")
    answered = ada.post("/figures/decisions", json={"verdict": "reject", "note": "not ours", "figures": rows[:3]})
    assert answered.status_code == 409
    assert answered.json()["decided"] == 2
    assert [(one["fingerprint"], one["stale"]) for one in answered.json()["refused"]] == [(stale, True)]
    assert len(ledger.figures(standing="rejected")) == 2 and verdicts(ledger, stale) == [("Ben", "note")]
    chosen = [f"{one['fingerprint']}:{one['version']}" for one in rows[3:5]]
    form = {"verdict": "accept", "chosen": chosen, "back": "/figures?sort=low"}
    page = ada.post("/figures/decisions", data=form, headers={"accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/figures?sort=low")
    page = ada.post("/figures/decisions", data=form, headers={"accept": "text/html"})
    assert page.status_code == 409 and "Not all was decided" in page.text


def test_whoever_reads_decides_nothing(path: Path, ledger: Ledger) -> None:
    twelve = figure(ledger, "12")
    with visiting(path, "Rea", "reader") as reader:
        assert told(reader, twelve, "accept").status_code == 403
        rows = reader.get("/figures.json").json()["rows"]
        assert reader.post("/figures/decisions", json={"verdict": "accept", "figures": rows}).status_code == 403
        for page in (f"/figures/{twelve}", "/figures", "/review/new"):
            shown = reader.get(page, headers={"accept": "text/html"})
            assert shown.status_code == 200 and 'method="post"' not in shown.text and "review.js" not in shown.text
    assert verdicts(ledger, twelve) == []


def test_who_codes_second_sees_nothing_of_the_first(path: Path, ledger: Ledger) -> None:
    twelve = figure(ledger, "12")
    ledger.correct(twelve, category="injured", person="Ada", note="no deaths yet")
    with visiting(path, "Ben") as ben:
        shown = ben.get("/review/second").text
        [card] = ben.get("/review/second.json").json()["cards"]
        assert "no deaths yet" not in shown and "Ada" not in shown and "corrected" not in shown
        assert (card["fields"]["category"], card["standing"], card["said"], card["withheld"]) == ("killed", "", [], 1)
        said = {"verdict": "accept", "version": card["version"], "queue": "second"}
        after = ben.post(f"/figures/{twelve}/decision", json=said).json()["card"]
    assert after["standing"] == "divided" and [one["person"] for one in after["said"]] == ["Ada", "Ben"]
    assert ledger.agreement().divided == 1, "what was accepted is what was shown, not what the other said"


def test_nothing_of_ones_own_can_be_taken_back_twice(ledger: Ledger, ada: httpx2.Client) -> None:
    twelve = figure(ledger, "12")
    ledger.accept(twelve, person="Ben")
    refused = told(ada, twelve, "undo")
    assert refused.status_code == 422 and "nothing of yours" in refused.json()["what"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"{", b'{"verdict": "accept"}', b'{"verdict": "mark", "version": "1"}', b'{"verdict": ["accept"], "version": "1"}',
        b'{"verdict": "note", "version": "1", "note": 5}', b'{"verdict": "correct", "version": "1", "fields": []}',
        b"[" * 50_000,
    ],
)  # fmt: skip
def test_what_is_no_decision_is_refused(body: bytes, ledger: Ledger, ada: httpx2.Client) -> None:
    path = f"/figures/{figure(ledger, '12')}/decision"
    answered = ada.post(path, content=body, headers={"content-type": "application/json"})
    assert answered.status_code == 422 and answered.json()["what"]


@pytest.mark.parametrize("figures", [[], [5], [{"fingerprint": "1"}], [{"fingerprint": "1", "version": None}], "x", [{}] * 501])
def test_what_is_no_list_of_figures_is_refused(figures: Any, ada: httpx2.Client) -> None:
    assert ada.post("/figures/decisions", json={"verdict": "accept", "figures": figures}).status_code == 422


def test_a_figure_that_is_not_there_is_not_decided_on(ada: httpx2.Client) -> None:
    said = {"verdict": "accept", "version": ".0"}
    assert ada.post("/figures/0000000000000000/decision", json=said).status_code == 404
    held = ada.post("/figures/decisions", json={**said, "figures": [{"fingerprint": "0000000000000000", "version": ".0"}]})
    assert held.status_code == 409 and not held.json()["refused"][0]["stale"]


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "", "/a\nb", "a"])
def test_a_form_leads_nowhere_else(back: str) -> None:
    assert inward(back) == ""
