"""findings, explain, origins, accept, reject, undo: what is printed, in every format, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.model import Document, Figure, Quantifier, Role, Source, Unit
from sayso.store import Store

from .running import run

TEXTS = {
    "study": "A study by the Meridian Centre says that at least 700 Tajiks had joined the group in Syria by 2016.",
    "news": "The Meridian report says that at least 700 Tajiks had joined the group in Syria by 2016.",
    "wire": "Officials in Dushanbe said that 500 Tajiks had joined the group in Syria by 2016.",
}
HOSTILE = "Mali\x1b[31mcious \u202ecentre"


@pytest.fixture(autouse=True)
def filled(here: Path) -> Path:
    for name, text in TEXTS.items():
        (here / f"{name}.txt").write_text(text + "\n", "utf8")
    assert run("add", *sorted(here.glob("*.txt"))).exit_code == 0
    return here


def told(*arguments: str) -> Any:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_findings_are_those_of_the_ledger_in_every_format() -> None:
    with sayso.open("sayso.db") as ledger:
        held = json.loads(json.dumps([finding.to_dict() for finding in ledger.findings()]))
    assert [finding["kind"] for finding in held] == ["conflict", "echo"]
    assert told("findings") == held
    assert [json.loads(line) for line in run("findings").stdout.splitlines()] == held
    assert [json.loads(line) for line in run("findings", "--format", "jsonl").stdout.splitlines()] == held


def test_findings_are_told_in_sentences_with_their_quotes() -> None:
    text = run("findings", "--kind", "conflict", "--format", "table").stdout
    assert text.startswith("conflict  ")
    assert "Officials in Dushanbe say 500, but the Meridian report says at least 700" in " ".join(text.split())
    assert all(words in " ".join(text.split()) for words in (f"“{TEXTS['wire']}” [500] wire", f"“{TEXTS['study']}” [700] study"))


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--kind", "ECHO"], ["echo"]),
        (["--kind", "echo", "--kind", "conflict"], ["conflict", "echo"]),
        (["--category", "joined", "--origin", "TJ", "--location", "SY"], ["conflict", "echo"]),
        (["--origin", "RU"], []),
        (["--kind", "gap"], []),
    ],
)
def test_options_choose_findings(options: list[str], kinds: list[str]) -> None:
    assert [finding["kind"] for finding in told("findings", *options)] == kinds


def test_no_findings_are_an_answer_and_said_to_be_none() -> None:
    result = run("findings", "--kind", "gap", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert result.stderr.startswith("sayso: no findings.")


def test_explain_shows_the_workings() -> None:
    [made] = told("explain", "TJ/joined")
    assert (made["low"], made["best"], made["high"], made["status"], made["reports"], made["origins"]) == (
        500,
        None,
        None,
        "contested",
        3,
        2,
    )
    assert {figure["fingerprint"] for figure in made["figures"]} == set(made["used"])
    text = run("explain", made["fingerprint"][:6], "--policy", "official-first").stdout
    assert text.startswith(
        "joined, from Tajikistan, in Syria, 2016\npolicy official-first: 500, best 500, contested\n1 report from 1 origin\n"
    )
    assert "set aside, 2 figures:" in text and "why: not taken by the policy official-first" in text and "at least [[700]] Tajiks" in text


def test_origins_are_listed_and_judged() -> None:
    [link] = told("origins")
    assert (link["spelled"], link["applied"], link["decided"]) == (["The Meridian report", "the Meridian Centre"], True, None)
    assert json.loads(run("origins").stdout) == link
    reference = link["fingerprint"][:8]
    table = run("origins", "--format", "table").stdout
    assert reference in table and "taken" in table and "a text that bears its name" in table
    for verb, answer, shown, number in (
        ("reject", "refused: The Meridian report = the Meridian Centre (not taken)\n", "refused", 3),
        ("accept", "confirmed: The Meridian report = the Meridian Centre (taken)\n", "confirmed", 2),
        ("undo", "undone: The Meridian report = the Meridian Centre (not taken)\n", "refused", 3),
    ):
        result = run(verb, reference, "--note", "I asked them", "--person", "A. Reader")
        assert (result.exit_code, result.stdout) == (0, answer)
        assert shown in run("origins", "--format", "table").stdout
        assert told("explain", "TJ/joined")[0]["origins"] == number
    assert told("origins", "--open") == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["findings", "--kind", "conflct"], "there is no kind of finding 'conflct'. Did you mean conflict?"),
        (["findings", "--category", "joind"], "Did you mean joined?"),
        (["findings", "--format", "csv"], "'csv' is not one of"),
        (["findings", "more"], "unexpected extra argument"),
        (["explain"], "Missing argument 'REF'"),
        (["explain", "RU/joined"], "no estimate is called 'RU/joined'"),
        (["explain", "TJ/joined", "--policy", "rang"], "Did you mean range?"),
        (["explain", "\udcff\udcff\udcff\udcff"], "no estimate is called"),
        (["accept"], "Missing argument 'REF'"),
        (["accept", "ffff"], "no figure, finding or link between names begins with 'ffff'"),
        (["reject", "abc"], "Give the first four or more digits"),
        (["undo", "\udcff\udcff\udcff\udcff"], "no figure, finding or link between names begins with"),
    ],
)
def test_wrong_names_are_refused_with_code_two(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("sayso: ") and words in result.stderr


@pytest.mark.parametrize("arguments", [["findings"], ["origins"], ["explain", "TJ/joined"], ["accept", "ffff"]])
def test_without_a_ledger_nothing_is_made(arguments: list[str], here: Path) -> None:
    result = run(*arguments, "--ledger", "other.db")
    assert (result.exit_code, result.stdout) == (4, "") and "there is no ledger here" in result.stderr
    assert not (here / "other.db").exists()


def test_a_ledger_without_figures(here: Path) -> None:
    (here / "nothing.txt").write_text("Nobody was counted in this report from the mountains.\n", "utf8")
    run("add", "nothing.txt", "--ledger", "empty.db")
    for verb, words in (("findings", "no findings."), ("origins", "no two names of sources look like one")):
        result = run(verb, "--ledger", "empty.db")
        assert (result.exit_code, result.stdout) == (0, "") and words in result.stderr
        assert told(verb, "--ledger", "empty.db") == []
    assert run("explain", "TJ/joined", "--ledger", "empty.db").exit_code == 2


@pytest.fixture
def hostile(here: Path) -> Path:
    """A ledger whose names and quotes would steer a terminal."""
    with Store.open(here / "hostile.db") as store:
        for at, number in enumerate(("700", "500")):
            document = Document(
                f"text\x1b[{at}m", f"Some {number} men\x1b]0;title\x07 of the valley had left for the war by then.", published="2016"
            )
            chain = (Source(HOSTILE + (" report" if at else ""), Role.ORIGIN),)
            figure = Figure(
                document.name, 5, 8, number, int(number), int(number), Quantifier.EXACT, Unit.PERSON, "joined", document.text, 0,
                document_fingerprint=document.fingerprint, origin=("TJ",), attribution=chain,
            )  # fmt: skip
            store.add(document, [figure])
    return here / "hostile.db"


def test_nothing_that_is_printed_steers_the_terminal(hostile: Path) -> None:
    [link] = json.loads(run("origins", "--ledger", hostile, "--format", "json").stdout)
    [finding] = json.loads(run("findings", "--ledger", hostile, "--format", "json").stdout)
    assert finding["kind"] == "diverging_echo" and "\x1b" in finding["statement"]
    for arguments in (
        ["findings", "--format", "table"], ["findings"], ["findings", "--format", "json"], ["explain", "TJ/joined"], ["origins"],
        ["explain", "TJ/joined", "--format", "json"], ["origins", "--format", "table"], ["reject", link["fingerprint"], "--note", HOSTILE],
    ):  # fmt: skip
        result = run(*arguments, "--ledger", hostile)
        assert result.exit_code == 0 and result.stdout
        if "json" not in arguments and result.stdout[0] != "{":
            assert not any(letter in result.stdout for letter in "\x1b\x07\u202e"), arguments
        else:
            assert "\x1b" not in result.stdout


def test_estimates_of_the_ledger_in_every_format() -> None:
    [made] = told("estimates")
    assert (made["category"], made["people"], made["policy"], made["low"], made["high"]) == ("joined", ["TJ"], "range", 500, None)
    assert (made["status"], made["best"], made["reports"], made["origins"]) == ("contested", None, 3, 2)
    assert [json.loads(line) for line in run("estimates").stdout.splitlines()] == [made]
    header, row = run("estimates", "--format", "csv").stdout.splitlines()
    assert header.split(",")[:3] == ["fingerprint", "category", "people"] and row.startswith(f"{made['fingerprint']},joined,TJ,SY,")
    assert "500–700+" not in run("estimates", "--format", "table").stdout.splitlines()[0]
    with sayso.open("sayso.db") as ledger:
        assert [json.loads(json.dumps(one.to_dict())) for one in ledger.estimates()] == [made]  # type: ignore[union-attr]


def test_two_policies_side_by_side() -> None:
    low, other = told("estimates", "--compare", "conservative", "two-origins")
    assert (low["policy"], low["best"], other["policy"], other["best"]) == ("conservative", 500, "two-origins", None)
    assert "conservative best" in run("estimates", "--compare", "conservative", "range", "--format", "table").stdout


def test_estimates_of_texts_need_no_ledger(filled: Path) -> None:
    printed = run("estimates", *sorted(filled.glob("*.txt")), "--ledger", "none.db", "--format", "json")
    assert [{**one, "fingerprint": ""} for one in json.loads(printed.stdout)] == [{**one, "fingerprint": ""} for one in told("estimates")]
    assert not (filled / "none.db").exists()


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--policy", "moon"], 2),
        (["--compare", "range", "moon"], 2),
        (["--by", "event", "--compare", "range", "conservative"], 2),
        (["--by", "event", "--format", "csv"], 2),
        (["--category", "jioned"], 2),
        (["--origin", "RU"], 0),
        (["nowhere.txt"], 3),
    ],
)
def test_how_estimates_end(options: list[str], code: int) -> None:
    assert run("estimates", *options).exit_code == code


def test_documents_of_a_ledger_that_name_an_event(filled: Path) -> None:
    record = {"id": "a", "event": "depot", "text": "A driver was killed and four others were wounded at the depot."}
    (filled / "event.jsonl").write_text(json.dumps(record) + "\n", "utf8")
    assert run("add", "event.jsonl").exit_code == 0
    [made] = told("estimates", "--by", "event")
    assert (made["event"], made["estimates"]["killed"]["best"], made["estimates"]["injured"]["best"]) == ("depot", 1, 4)
    assert made == json.loads(run("estimates", "event.jsonl", "--by", "event").stdout)
