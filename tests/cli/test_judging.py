"""accept, reject, correct, unsure, note, undo, mark, review, agreement: what is printed and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .running import run


def first(ledger: Path, category: str) -> str:
    found = run("figures", "--ledger", ledger, "--category", category, "--format", "jsonl")
    return str(json.loads(found.output.splitlines()[0])["fingerprint"])


def test_a_figure_is_judged_step_by_step(ledger: Path) -> None:
    killed = first(ledger, "killed")
    short = killed[:8]
    assert run("accept", short, "--person", "Ada").output == f"confirmed: {short} 12+ killed (accepted)\n"
    told = run("correct", short, "category=injured", "location=KG:Osh", "--person", "Ada", "--note", "read it").output
    assert told == f"corrected: {short} 12+ injured in Osh, Kyrgyzstan (corrected)\n"
    assert run("note", short, "seen twice", "--person", "Ben").output.startswith("noted: ")
    assert run("reject", short, "--person", "Ben").output == f"refused: {short} 12+ killed (divided)\n"
    lines = run("review", "disagreement", "--format", "table").output.splitlines()
    said = ["Ada – accept", "Ada – correct: read it", "Ben – note: seen twice", "Ben – reject"]
    assert [line.split(" ", 11)[-1] for line in lines[2:]] == said
    assert run("undo", short, "--person", "Ben").output == f"undone: {short} 12+ injured in Osh, Kyrgyzstan (corrected)\n"
    assert first(ledger, "injured") == killed


@pytest.mark.usefixtures("ledger")
def test_what_waits_is_listed() -> None:
    waiting = [json.loads(line) for line in run("review", "--format", "jsonl").output.splitlines()]
    assert {one["standing"] for one in waiting} == {"new"}
    assert all(one["version"] and one["decisions"] == [] for one in waiting)
    done = run("review", "changed")
    assert (done.exit_code, done.output.strip()) == (0, "sayso: nothing waits in this queue")


def test_agreement_is_told(ledger: Path) -> None:
    assert run("agreement").output == "no figure was judged by two persons yet\n"
    for verb, category in (("accept", "killed"), ("reject", "joined")):
        figure = first(ledger, category)
        for person in ("Ada", "Ben"):
            assert run(verb, figure, "--person", person).exit_code == 0
    told = run("agreement").output.splitlines()
    assert told[:3] == ["2 figures judged by two or more of Ada, Ben", "0 of them divided", "verdict    alpha 1.000"]
    assert json.loads(run("agreement", "--format", "json").output)["alpha"]["verdict"] == 1


@pytest.mark.usefixtures("ledger")
def test_a_missed_number_is_marked(here: Path) -> None:
    text = "Officials spoke of eleven cases of grief.\n"
    (here / "grief.txt").write_text(text, "utf8")
    run("add", here / "grief.txt")
    start = text.index("eleven")
    told = run("mark", "grief", str(start), str(start + 6), "category=other", "--person", "Ada")
    assert told.exit_code == 0 and told.output.endswith(" 11 other (marked)\n")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["correct", "{figure}", "category"], 2, "'category' is no FIELD=VALUE"),
        (["correct", "{figure}", "person=Ada"], 2, "'person' is no field of a figure"),
        (["correct", "{figure}", "category=kiled"], 2, "Did you mean 'killed'"),
        (["correct", "{figure}", "low=13"], 2, "the text names 12 here"),
        (["correct", "ffff", "category=killed"], 2, "no figure, finding or link"),
        (["note", "{figure}", " "], 2, "nothing in the note"),
        (["mark", "killed", "0", "8", "category=killed"], 2, "In this sentence there are: '12' at 9-11"),
        (["mark", "nothing", "0", "8", "category=killed"], 2, "there is no document 'nothing'"),
        (["review", "newest"], 2, "Did you mean new?"),
    ],
)
def test_what_cannot_be_is_said(ledger: Path, arguments: list[str], code: int, told: str) -> None:
    done = run(*(argument.format(figure=first(ledger, "killed")) for argument in arguments))
    assert done.exit_code == code and told in done.output
