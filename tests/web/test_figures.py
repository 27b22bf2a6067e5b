"""The table of figures and the page of one."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import httpx2
import pytest

from sayso.ledger import Ledger, open

from .judging import TEXT, figure, made, visiting


def test_filters_of_the_address_choose(client: httpx2.Client, ledger: Ledger) -> None:
    view = client.get("/figures.json?category=killed&category=&location=SY&disputed=no&size=500&min_confidence=0.2").json()
    wanted = ledger.figures(category="killed", location="SY", disputed=False, min_confidence=0.2)
    assert view["total"] == len(wanted) > 0
    assert [row["fingerprint"] for row in view["rows"]] == [one.fingerprint for one in wanted]


def test_facets_tell_what_another_choice_would_give(client: httpx2.Client) -> None:
    view = client.get("/figures.json?category=killed").json()
    assert view["categories"]["killed"] == view["total"] == sum(view["standings"].values())
    for category, count in view["categories"].items():
        assert client.get(f"/figures.json?category={category}&size=1").json()["total"] == count


@pytest.mark.parametrize("sort", ["low", "high", "confidence"])
def test_a_list_is_sorted_and_cut(sort: str, client: httpx2.Client) -> None:
    pages = [client.get(f"/figures.json?sort={sort}&size=7&page={page}").json()["rows"] for page in (1, 2)]
    values = [row[sort] for row in pages[0] + pages[1]]
    assert values == sorted(values, key=lambda value: (value is not None, value))
    last = client.get(f"/figures.json?sort=-{sort}&size=1").json()["rows"][0]
    assert last[sort] >= max((value for value in values if value is not None), default=1)


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("sort=size", 400, "cannot be sorted by 'size'"), ("standing=seen", 400, "there is no standing 'seen'"),
        ("unit=men", 400, "there is no unit 'men'"), ("min_confidence=high", 422, "min_confidence"), ("disputed=maybe", 422, "disputed"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(query: str, status: int, said: str, client: httpx2.Client) -> None:
    answered = client.get(f"/figures.json?{query}")
    assert answered.status_code == status and said in answered.json()["what"]


def test_files_have_every_row_in_the_same_order_and_how_it_stands(tmp_path: Path) -> None:
    path = made(tmp_path)
    with open(path) as ledger:
        ledger.reject(figure(ledger, "12"), person="Ben")
        ledger.correct(figure(ledger, "40"), category="other", person="Ben")
        with visiting(path) as client:
            rows = list(csv.DictReader(io.StringIO(client.get("/figures.csv?sort=-low&size=2").text)))
            refused = client.get("/figures.json?standing=rejected").json()
        ledger.export(tmp_path / "all.csv")
    assert [row["reported_text"] for row in rows] == ["250", "90", "40", "14", "7", "3"]
    assert [row["standing"] for row in rows] == ["new", "new", "corrected", "new", "new", "new"]
    assert [row["reported_text"] for row in refused["rows"]] == ["12"] and refused["standings"]["rejected"] == 1
    exported = {row["reported_text"]: row["standing"] for row in csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text("utf8")))}
    assert exported == {row["reported_text"]: row["standing"] for row in rows}


def test_a_figure_stands_in_its_text(tmp_path: Path) -> None:
    path = made(tmp_path)
    with open(path) as ledger, visiting(path) as client:
        view = client.get(f"/figures/{figure(ledger, '40')}.json").json()
    pieces = view["passage"]
    assert "".join(piece["text"] for piece in pieces) in TEXT
    assert "".join(piece["text"] for piece in pieces if piece["place"] == "quote") == view["quote"] == "Another 40 were injured."
    assert [piece["text"] for piece in pieces if piece["mark"] == "this"] == ["40"]
    assert [piece["text"] for piece in pieces if piece["mark"] == "beside"] == ["12", "14", "250", "7"]


def test_the_machine_stands_beside_the_person_and_what_it_is_part_of(tmp_path: Path) -> None:
    path = made(tmp_path)
    with open(path) as ledger, visiting(path) as client:
        twelve, fourteen = figure(ledger, "12"), figure(ledger, "14")
        ledger.correct(fourteen, noun="villagers", person="Ben")
        view = client.get(f"/figures/{fourteen}.json").json()
        assert (view["machine"]["noun"], view["noun"], view["by_person"]) == ("people", "villagers", True)
        assert view["apart"] == [{"field": "noun", "label": "Called", "before": "people", "after": "villagers"}]
        view = client.get(f"/figures/{twelve}.json").json()
        assert [one["kind"] for one in view["findings"]] == ["conflict"] and len(view["estimates"]) == 1


def test_what_nobody_stands_for_any_more_is_still_shown(tmp_path: Path) -> None:
    path = made(tmp_path)
    (tmp_path / "grief.txt").write_text("Officials spoke of 112 cases of grief.", "utf8")
    with open(path) as ledger, visiting(path) as client:
        ledger.add(tmp_path / "grief.txt")
        held = ledger.mark("grief", 19, 22, category="other", person="Ben")
        fingerprint = held.shown.figure.fingerprint
        marked = client.get(f"/figures/{fingerprint}.json").json()
        assert (marked["standing"], marked["machine"]) == ("marked", None)
        ledger.undo(fingerprint, person="Ben")
        view = client.get(f"/figures/{fingerprint}.json").json()
    assert (view["counted"], [one["verdict"] for one in view["said"]]) == (False, ["mark", "undo"])
