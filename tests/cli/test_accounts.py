from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path
from stat import S_IMODE

import pytest

from sayso.access import Accounts

from .running import command, process, run, surroundings

GOOD = "seven quiet otters"


def added(name: str, role: str) -> None:
    assert run("accounts", "add", name, "--role", role, "--password-stdin", input=f"{GOOD}\n").exit_code == 0


@pytest.fixture
def staff(ledger: Path) -> Path:
    """A ledger with an admin and a reader."""
    added("Ann Lee", "admin")
    added("rob", "reader")
    return ledger


def records(*line: str) -> list[dict[str, object]]:
    return [json.loads(record) for record in run("accounts", *line, "--format", "jsonl").stdout.splitlines()]


def test_somebody_is_added_beside_the_ledger(ledger: Path) -> None:
    result = run("accounts", "add", "Ann Lee", "--role", "admin", "--password-stdin", input=f"{GOOD}\r\n")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Ann Lee added as admin, in sayso.accounts.db\n", "")
    path = ledger.with_name("sayso.accounts.db")
    assert S_IMODE(path.stat().st_mode) == 0o600
    with Accounts.open(ledger) as accounts:
        assert accounts.entrance.login("Ann Lee", GOOD, "192.0.2.7")[0].role == "admin"


def test_a_ledger_that_is_not_there_yet_is_told(here: Path) -> None:
    result = run("accounts", "add", "Ann", "--role", "admin", "--password-stdin", "--ledger", "other.db", input=GOOD)
    assert (result.exit_code, result.stderr) == (0, "sayso: other.db: there is no ledger of this name yet\n")
    assert [path.name for path in here.iterdir()] == ["other.accounts.db"]


@pytest.mark.parametrize(
    ("line", "given", "told"),
    [
        (["add", "Ann", "--role", "boss", "--password-stdin"], GOOD, "there is no role 'boss'. There are: reader, reviewer, admin."),
        (["add", "Ann", "--password-stdin"], GOOD, "Missing option '--role'"),
        (["add", "Ann", "--role", "admin", "--password-stdin"], "short", "the password has fewer than 12 characters. Take 12 characters"),
        (["add", "Ann", "--role", "admin"], GOOD, "there is no terminal to ask for the password on; give it as a line with"),
        (["add", "ann LEE", "--role", "admin", "--password-stdin"], GOOD, "there is an account of 'Ann Lee' already"),
        (["disable", "Ann Lee"], "", "'Ann Lee' is the last admin. Make another one first."),
        (["role", "Ann Lee", "reader"], "", "'Ann Lee' is the last admin. Make another one first."),
        (["password", "bob", "--password-stdin"], GOOD, "nobody is called 'bob'. See who there is with: sayso accounts list"),
        (["token", "add", "rob", "--label", "x", "--role", "admin"], "", "'rob' is a reader, and a token may not do more"),
        (["token", "revoke", "7"], "", "there is no token 7. See them with: sayso accounts token list"),
    ],
)
def test_what_is_refused(staff: Path, line: list[str], given: str, told: str) -> None:
    before = records("list")
    result = run("accounts", *line, input=given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr and GOOD not in result.stderr
    assert staff.exists() and records("list") == before


def test_without_accounts(ledger: Path) -> None:
    result = run("accounts", "list")
    assert result.exit_code == 4
    assert "there is no file of accounts here. Make it with: sayso accounts add NAME --role admin" in result.stderr
    assert ledger.exists()


def test_people_are_listed_changed_and_shut_out(staff: Path) -> None:
    assert run("accounts", "role", "ROB", "reviewer").stdout == "ROB is now reviewer\n"
    assert run("accounts", "disable", "rob").stdout == "rob is disabled\n"
    assert [(one["name"], one["role"], one["disabled"]) for one in records("list")] == [
        ("Ann Lee", "admin", False),
        ("rob", "reviewer", True),
    ]
    assert run("accounts", "enable", "rob").stdout == "rob is enabled\n"
    assert run("accounts", "password", "rob", "--password-stdin", input="eight louder herons").stdout == "rob has another password\n"
    table = run("accounts", "list", "--format", "table").stdout.splitlines()
    assert table[0].split() == ["name", "role", "disabled", "made"] and table[3].split()[:3] == ["rob", "reviewer", "no"]
    with Accounts.open(staff) as accounts:
        assert accounts.entrance.login("rob", "eight louder herons", "192.0.2.7")


def test_a_token_is_shown_once(staff: Path) -> None:
    made = run("accounts", "token", "add", "rob", "--label", "nightly export", "--days", "30")
    secret = made.stdout.strip()
    assert secret.startswith("sayso_") and "is shown this once" in made.stderr
    [token] = records("token", "list")
    assert (token["number"], token["name"], token["label"], token["role"], token["used"]) == (1, "rob", "nightly export", "reader", None)
    with Accounts.open(staff) as accounts:
        assert accounts.entrance.bearer(secret, "192.0.2.7")
        assert run("accounts", "token", "revoke", "1").stdout == "token 1 of rob is revoked: nightly export\n"
        assert accounts.entrance.bearer(secret, "192.0.2.7") is None
    assert not records("token", "list", "--person", "Ann Lee")
    assert records("token", "list", "--person", "ROB")[0]["revoked"]


def test_the_log_tells_who_did_what(staff: Path) -> None:
    run("accounts", "disable", "rob")
    [newest, *older] = records("audit")
    assert [newest[name] for name in ("action", "subject", "outcome", "address")] == ["account disabled", "rob", "done", "command line"]
    assert [one["action"] for one in older] == ["account added", "account added"]
    assert records("audit", "--limit", "1") == [newest]
    assert not records("audit", "--person", "nobody") and len(records("audit", "--action", "account added")) == 2
    assert staff.exists()


@pytest.mark.parametrize("line", ["", "add", "list", "role", "disable", "enable", "password", "audit", "token", "token add", "token list"])
def test_every_verb_explains_itself_with_an_example(line: str) -> None:
    result = run("accounts", *line.split(), "--help")
    assert result.exit_code == 0
    assert "Example: sayso accounts" in result.stdout and "--ledger" in result.stdout


@pytest.mark.parametrize("line", [["accounts", "list", "--ledger", "other.db"], ["accounts", "--ledger", "other.db", "list"]])
def test_the_ledger_can_be_named_anywhere(staff: Path, line: list[str]) -> None:
    result = run(*line)
    assert result.exit_code == 4 and "other.accounts.db" in result.stderr
    assert staff.exists()


def typed(*lines: str) -> tuple[int, str]:
    """Exit code and what is seen of adding somebody on a terminal, where these lines are typed."""
    ours, theirs = pty.openpty()
    adding = command("accounts", "add", "Ann", "--role", "admin")
    run = subprocess.Popen(adding, stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings(), start_new_session=True)
    os.close(theirs)
    seen = b""
    for line in lines:
        while not seen.endswith((b"Password: ", b"more: ")):
            seen += os.read(ours, 1024)
        os.write(ours, f"{line}\n".encode())
        seen += b"|"
    try:
        while piece := os.read(ours, 1024):
            seen += piece
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    return run.wait(60), seen.decode()


def test_a_password_is_asked_for_twice_and_not_shown(ledger: Path) -> None:
    code, seen = typed(GOOD, GOOD)
    assert code == 0 and "Ann added as admin" in seen and GOOD not in seen
    with Accounts.open(ledger) as accounts:
        assert accounts.entrance.login("Ann", GOOD, "192.0.2.7")


def test_without_argon_the_extra_is_named(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "argon2.py").write_text("raise ImportError", "utf8")
    path = os.pathsep.join([str(tmp_path), surroundings()["PYTHONPATH"]])
    done = process("accounts", "add", "Ann", "--role", "admin", "--password-stdin", input=GOOD, env={"PYTHONPATH": path})
    assert done.returncode == 5 and 'pip install "sayso[web]"' in done.stderr
    assert ledger.exists()
