from __future__ import annotations

from pathlib import Path

import pytest

from sayso import __version__

from .running import process, run

VERBS = ["find", "add", "figures", "show", "table", "export", "doctor", "completion"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["tabel"], "there is no verb 'tabel'. Did you mean table? There are: find, add,"),
        (["figures", "--category", "kiled"], "there is no category 'kiled'. Did you mean killed? There are: joined, active,"),
        (["figures", "--quantifier", "atleast"], "Did you mean at_least? There are: exact,"),
        (["figures", "--unit", "families"], "There are: person, household."),
        (["table", "--rows", "orgin"], "Did you mean origin? There are: origin, location, category,"),
        (["table", "--columns", "colour"], "There are: origin, location, category,"),
        (["show", "x/y", "--rows", "nope"], "There are: origin, location, category,"),
        (["find"], "Missing argument 'PATH...': name files or folders"),
        (["find", "x", "--format", "xml"], "'xml' is not one of 'table', 'json', 'jsonl', 'csv'"),
        (["figures", "--min-confidence", "2"], "2.0 is not in the range"),
        (["table", "--format", "csv", "--output", "x.csv"], "not both"),
        (["figures", "--orign", "TJ"], "No such option"),
    ],
)
def test_a_wrong_name_is_refused_with_those_that_there_are(line: list[str], told: str) -> None:
    result = run(*line)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("sayso: ") and len(result.stderr.splitlines()) == 1
    assert told in result.stderr


def test_a_reference_to_nothing_is_refused(ledger: Path) -> None:
    for reference in ("zzz", "TJ/killd", "XX/joined", "0000"):
        result = run("show", reference)
        assert (result.exit_code, result.stdout) == (2, ""), result.stderr
        assert result.stderr.startswith("sayso: ")
    assert ledger.exists()


def test_case_of_a_category_does_not_matter(ledger: Path) -> None:
    assert run("figures", "--category", "KILLED").stdout == run("figures", "--category", "killed").stdout != ""
    assert ledger.exists()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_with_an_example(verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert f"Example: {'eval' if verb == 'completion' else 'sayso ' + verb}" in result.stdout


def test_help_lists_the_exit_codes() -> None:
    for line in ([], ["--help"], ["-h"]):
        result = run(*line)
        assert result.exit_code == 0
        assert all(f"\n    {code}  " in result.stdout for code in (0, 1, 2, 3, 4, 5, 130))


def test_version_and_python_m() -> None:
    done = process("--version")
    assert done.stdout.strip() == f"sayso, version {__version__}"
    assert process("--help").stdout.startswith("Usage: sayso [OPTIONS]")


def test_help_loads_neither_the_database_nor_the_readers() -> None:
    import subprocess
    import sys

    from .running import surroundings

    code = (
        "import sys; from sayso.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('sqlalchemy', 'sqlite3', 'trafilatura', 'lxml', 'pyarrow', 'xlsxwriter', 'rich.console') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=surroundings(), timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_SAYSO_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("sayso t", ["table"]),
        ("sayso table --rows o", ["origin"]),
        ("sayso figures --category re", ["returned", "repatriated", "released"]),
    ],
)
def test_a_shell_is_offered_verbs_and_names(words: str, offered: list[str]) -> None:
    env = {"_SAYSO_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    done = process(env=env)
    assert [line.partition(",")[2] for line in done.stdout.splitlines()] == offered
