"""`sayso estimates`: several texts on one event, without a ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.model import Event, Refusal

from .running import process, run

RECORDS = [
    {
        "id": "a",
        "event": "depot",
        "published": "2020-05-01",
        "title": "Five shot at depot, one fatally",
        "text": "Five people were shot at the depot.",
    },
    {
        "id": "b",
        "event": "depot",
        "published": "2020-05-02",
        "text": "A driver was killed and four others were wounded. Police arrested two men.",
    },
    {"id": "c", "event": "bridge", "text": "The bridge was closed for repairs on Monday."},
]


@pytest.fixture
def records(here: Path) -> Path:
    path = here / "events.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in RECORDS), "utf8")
    return path


def test_a_line_an_event_in_the_order_of_their_names(records: Path) -> None:
    result = run("estimates", records, "--by", "event", "--format", "jsonl")
    depot, bridge = (json.loads(line) for line in result.stdout.splitlines())
    assert (result.exit_code, result.stderr) == (0, "")
    assert (depot["event"], depot["documents"]) == ("depot", ["a", "b"])
    assert {category: made["best"] for category, made in depot["estimates"].items()} == {"killed": 1, "injured": 4, "detained": 2}
    assert set(depot["estimates"]["killed"]) == {"low", "best", "high", "status", "reports", "origins", "used", "aside", "rule"}
    assert bridge == {"event": "bridge", "documents": ["c"], "estimates": {}}


def test_jsonl_is_what_is_printed_where_there_is_no_terminal(records: Path) -> None:
    assert run("estimates", records, "--by", "event").stdout == run("estimates", records, "--by", "event", "--format", "jsonl").stdout


def test_json_is_one_array(records: Path) -> None:
    printed = json.loads(run("estimates", records, "--by", "event", "--format", "json").stdout)
    assert [event["event"] for event in printed] == ["depot", "bridge"]


def test_a_table_has_a_line_an_estimate(records: Path) -> None:
    lines = run("estimates", records, "--by", "event", "--format", "table").stdout.splitlines()
    assert lines[0].split() == ["event", "category", "best", "range", "status", "reports", "origins"]
    assert [line.split()[:3] for line in lines[2:]] == [["depot", "killed", "1"], ["depot", "injured", "4"], ["depot", "detained", "2"]]


def test_the_same_twice_to_the_byte(records: Path) -> None:
    first, second = (process("estimates", records, "--by", "event", env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2"))
    assert first == second != ""


def test_a_document_that_names_no_event_is_told_and_left_out(records: Path) -> None:
    with records.open("a", encoding="utf8") as file:
        file.write(json.dumps({"id": "lost", "text": "Nine people were killed."}) + "\n")
    result = run("estimates", records, "--by", "event")
    assert result.exit_code == 1
    assert result.stderr.startswith("sayso: lost: it does not say what event it is about")
    assert len(result.stdout.splitlines()) == 2


def test_only_documents_without_an_event(here: Path) -> None:
    (here / "note.txt").write_text("Nine people were killed.\n", "utf8")
    assert run("estimates", "note.txt", "--by", "event").exit_code == 3


def test_nothing_to_read_and_an_unknown_way_to_lay_together(records: Path) -> None:
    assert run("estimates").exit_code == 4
    assert run("estimates", records, "--by", "moon").exit_code == 2


@pytest.mark.parametrize("option", [("--policy", "conservative"), ("--category", "killed"), ("--location", "KG")])
def test_an_option_that_events_have_no_use_for_is_refused(records: Path, option: tuple[str, str]) -> None:
    result = run("estimates", records, "--by", "event", *option)
    assert result.exit_code == 2
    assert f"by {option[0][2:]}" in result.stderr


def test_the_method_gives_the_same(records: Path) -> None:
    made = list(Ledger("none.db").estimates(records, by="event"))
    assert not any(isinstance(item, Refusal) for item in made)
    printed = [json.loads(line) for line in run("estimates", records, "--by", "event").stdout.splitlines()]
    assert [json.loads(json.dumps(item.to_dict())) for item in made if isinstance(item, Event)] == printed
    assert not Path("none.db").exists()
