"""What goes wrong for users, each with a message that says what to do, the right exit code and the rest of the batch done."""

from __future__ import annotations

import sqlite3
import subprocess
from pathlib import Path

import pytest

from sayso.model import Document, Figure
from sayso.pipeline import extract

from .running import JOINED, KILLED, command, process, run, surroundings


def bad(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.txt"
    match kind:
        case "empty":
            path.touch()
        case "binary":
            path.write_bytes(bytes(range(256)) * 40)
        case "huge":
            with path.open("wb") as file:
                file.truncate(200 * 2**20)
        case "folder":
            path = folder / "nothing"
            path.mkdir()
            (path / "picture.png").write_bytes(b"\x89PNG")
    return path


@pytest.mark.parametrize("verb", ["find", "add"])
@pytest.mark.parametrize("kind", ["empty", "binary", "huge", "missing", "folder"])
def test_a_bad_input_is_told_and_the_rest_is_done(reports: Path, here: Path, kind: str, verb: str) -> None:
    path = bad(here, kind)
    result = run(verb, path, reports)
    told = [line for line in result.stderr.splitlines() if "skipped" not in line]
    assert len(told) == 1
    assert told[0].startswith(f"sayso: {path}: ")
    assert told[0].count(". ") >= 1, "a reason, and then what to do"
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == (2 if verb == "find" else 1)
    assert run(verb, path).exit_code == 3


@pytest.mark.parametrize("verb", ["find", "add"])
def test_a_file_that_is_not_in_the_encoding_it_claims_is_read_and_said_to_be(here: Path, verb: str) -> None:
    page = "<html><head><meta charset='utf-8'><title>Café</title></head><body><p>Au café, " + KILLED + "</p></body></html>"
    (here / "page.html").write_bytes(page.encode("cp1252"))
    result = run(verb, "page.html")
    assert result.exit_code == 0
    assert result.stderr.startswith("sayso: page: ")
    assert "12" in result.stdout or "1 figure" in result.stdout


def test_a_ledger_that_is_not_there_is_not_made_by_looking(here: Path) -> None:
    for verb in (["figures"], ["table"], ["show", "TJ/joined"], ["export", "out.csv"]):
        result = run(*verb)
        assert (result.exit_code, result.stdout) == (4, "")
        assert result.stderr == "sayso: sayso.db: there is no ledger here. Make one with: sayso add PATH...\n"
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("verb", [["figures"], ["table"], ["show", "TJ/joined"], ["export", "out.csv"], ["add", "reports"]])
def test_a_database_that_is_not_sayso_s_is_left_alone(reports: Path, here: Path, verb: list[str]) -> None:
    with sqlite3.connect(here / "mine.db") as mine:
        mine.execute("CREATE TABLE accounts (name TEXT)")
    mine.close()
    (here / "notes.db").write_text("no database at all")
    before = {path: path.read_bytes() for path in here.glob("*.db")}
    for path in before:
        result = run("--ledger", path, *verb)
        assert result.exit_code == 4
        assert result.stderr.startswith(f"sayso: {path}: ")
        assert "--ledger" in result.stderr
    assert {path: path.read_bytes() for path in here.glob("*.db")} == before
    assert reports.exists()


def test_a_ledger_of_a_newer_sayso_is_left_alone(ledger: Path) -> None:
    with sqlite3.connect(ledger) as raw:
        raw.execute("PRAGMA user_version = 999")
    raw.close()
    for verb in (["figures"], ["add", "reports"]):
        result = run(*verb)
        assert result.exit_code == 4
        assert "newer" in result.stderr


def test_a_ledger_that_cannot_be_written(reports: Path) -> None:
    result = run("add", reports, "--ledger", "no/such/folder/x.db")
    assert result.exit_code == 4
    assert result.stderr.startswith("sayso: no/such/folder/x.db: ")


def test_a_fault_in_one_document_never_stops_the_batch(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(document: Document) -> list[Figure]:
        if document.name == "joined":
            raise ZeroDivisionError("by zero")
        return extract(document)

    monkeypatch.setattr("sayso.ledger.finding.extract", faulty)
    result = run("add", reports)
    assert result.stdout == "1 document added, 0 unchanged, 1 could not be read; 1 figure\n"
    assert result.stderr.startswith("sayso: joined: ")
    assert result.exit_code == 1


def test_messages_are_one_line_whatever_a_name_holds(here: Path) -> None:
    (here / "two\nlines\x1b[2J.txt").touch()
    result = run("find", here)
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


def test_an_output_that_cannot_be_written(ledger: Path) -> None:
    for line in (
        ["export", "nowhere/out.csv"],
        ["table", "--output", "nowhere/out.csv"],
        ["export", "out.pdf"],
        ["table", "-o", "out.pdf"],
    ):
        result = run(*line)
        assert result.exit_code == 4
        assert result.stderr.startswith(f"sayso: {line[-1]}: ")
        assert "Traceback" not in result.stderr
    assert ledger.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_told(reports: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(command("find", reports), stdout=full, stderr=subprocess.PIPE, env=surroundings(), timeout=60, check=False)
    assert done.returncode == 4
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_nothing_is_lost_when_both_good_and_bad_come_at_once(reports: Path, here: Path) -> None:
    for kind in ("empty", "binary", "huge"):
        bad(reports, kind)
    done = process("add", "reports", "missing.txt", cwd=here)
    assert done.stdout == "2 documents added, 0 unchanged, 4 could not be read; 2 figures\n"
    assert done.returncode == 1
    assert JOINED.split()[1] in process("figures", "--format", "table", cwd=here).stdout
