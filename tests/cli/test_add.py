from __future__ import annotations

from pathlib import Path

import sayso

from .running import KILLED, process, run


def test_the_last_line_tells_what_was_done(reports: Path) -> None:
    (reports / "empty.txt").touch()
    first = run("add", reports)
    assert first.stdout == "2 documents added, 0 unchanged, 1 could not be read; 2 figures\n"
    assert first.stderr.startswith(f"sayso: {reports / 'empty.txt'}: ")
    assert first.exit_code == 1
    again = run("add", reports)
    assert again.stdout == "0 documents added, 2 unchanged, 1 could not be read; 0 figures\n"


def test_what_was_added_is_there(ledger: Path) -> None:
    with sayso.open(ledger) as opened:
        assert [figure.low for figure in opened.figures()] == [1300, 12]


def test_files_of_other_kinds_are_told_in_one_line(reports: Path) -> None:
    for at in range(5):
        (reports / f"picture{at}.png").write_bytes(b"\x89PNG")
    result = run("add", reports)
    assert result.exit_code == 0
    assert result.stderr.startswith("sayso: 5 files skipped, of no kind that sayso reads: ")
    assert result.stderr.endswith("picture2.png and 2 more\n")


def test_standard_input_is_added_with_a_dash(here: Path) -> None:
    done = process("add", "-", cwd=here, input=KILLED)
    assert done.stdout == "1 document added, 0 unchanged; 1 figure\n"
    assert done.returncode == 0


def test_the_ledger_is_named_before_or_after_the_verb_or_by_the_environment(reports: Path, here: Path) -> None:
    run("--ledger", "one.db", "add", reports)
    run("add", reports, "--ledger", "two.db")
    run("add", reports, env={"SAYSO_LEDGER": "three.db"})
    run("--ledger", "other.db", "add", reports, "--ledger", "four.db", env={"SAYSO_LEDGER": "other.db"})
    assert sorted(path.name for path in here.glob("*.db")) == ["four.db", "one.db", "three.db", "two.db"]
    assert run("figures", "--ledger", "two.db").stdout == run("--ledger", "one.db", "figures").stdout
