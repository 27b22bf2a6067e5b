from __future__ import annotations

from pathlib import Path

import pytest

from sayso.access import Accounts, Hashing, Role
from sayso.errors import AccountRefused, LedgerError, UnknownName

from .visits import BETTER, CHIEF, GOOD, HOME, Clock, cheap, opened, staffed


def test_somebody_is_added_and_stays(accounts: Accounts, tmp_path: Path, clock: Clock) -> None:
    assert not accounts.people.any()
    accounts.people.add(CHIEF, "  Ann   Lee ", Role.REVIEWER, GOOD)
    assert accounts.people.any()
    with opened(tmp_path / "sayso.db", clock) as again:
        [person] = again.people.all()
    assert (person.name, person.role, person.disabled, person.made) == ("Ann Lee", "reviewer", False, clock.now)


def test_a_password_is_nowhere(accounts: Accounts, tmp_path: Path) -> None:
    staffed(accounts)
    _, secret = accounts.entrance.login("rob", GOOD, HOME)
    token = accounts.tokens.add(CHIEF, "rob", "script", Role.READER)[1]
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"$argon2id$v=19$" in held
    assert not [word for word in (GOOD, secret, token) if word.encode() in held]
    assert "argon2" not in repr(accounts.people.all())


@pytest.mark.parametrize("name", ["", "  ", "x" * 65, "a\u202eb", "bell\a", "\ud800"])
def test_a_name_that_cannot_be_one(accounts: Accounts, name: str) -> None:
    with pytest.raises(AccountRefused, match="the name"):
        accounts.people.add(CHIEF, name, Role.READER, GOOD)
    assert not accounts.people.any()


@pytest.mark.parametrize("name", ["ann lee", "ANN  LEE", "Ａnn Lee", "Ann\u00a0Lee"])
def test_a_name_that_is_taken_in_another_spelling(accounts: Accounts, name: str) -> None:
    staffed(accounts)
    with pytest.raises(AccountRefused, match="there is an account of 'Ann Lee' already"):
        accounts.people.add(CHIEF, name, Role.ADMIN, GOOD)


def test_the_last_admin_stays(accounts: Accounts) -> None:
    staffed(accounts)
    with pytest.raises(AccountRefused, match="'chief' is the last admin"):
        accounts.people.disable(CHIEF, "chief")
    with pytest.raises(AccountRefused, match="'chief' is the last admin"):
        accounts.people.set_role(CHIEF, "chief", Role.READER)
    accounts.people.set_role(CHIEF, "rob", Role.ADMIN)
    accounts.people.disable(CHIEF, "chief")
    with pytest.raises(AccountRefused, match="'rob' is the last admin"):
        accounts.people.disable(CHIEF, "rob")


@pytest.mark.parametrize("verb", ["disable", "enable"])
def test_somebody_who_is_not_there(accounts: Accounts, verb: str) -> None:
    with pytest.raises(UnknownName, match=r"nobody is called 'bob'\. See who there is with: sayso accounts list"):
        getattr(accounts.people, verb)(CHIEF, "bob")


def test_a_role_that_is_none() -> None:
    with pytest.raises(AccountRefused, match=r"there is no role 'boss'\. There are: reader, reviewer, admin\."):
        Role.named("boss")
    assert [role.may(Role.REVIEWER) for role in Role] == [False, True, True]


def test_every_change_is_noted(accounts: Accounts) -> None:
    staffed(accounts)
    accounts.people.set_role(CHIEF, "rob", Role.REVIEWER)
    accounts.people.set_password(CHIEF, "rob", BETTER)
    accounts.people.disable(CHIEF, "rob")
    accounts.people.enable(CHIEF, "rob")
    noted = [(deed.person, deed.address, deed.action, deed.subject, deed.outcome) for deed in accounts.audit(limit=4)]
    assert noted == [
        ("chief", HOME, "account enabled", "rob", "done"),
        ("chief", HOME, "account disabled", "rob", "done"),
        ("chief", HOME, "password changed", "rob", "done"),
        ("chief", HOME, "role changed", "rob", "reader to reviewer"),
    ]
    assert [deed.subject for deed in accounts.audit(action="account added")] == ["rob", "Ann Lee", "chief"]


def test_what_stands_in_the_log_is_printable_and_short(accounts: Accounts) -> None:
    accounts.note(CHIEF, "export\r\nforged", "a\x1b[31m\u202e\ud800" + "x" * 1000)
    [deed] = accounts.audit()
    assert deed.action == "export\ufffd\ufffdforged" and deed.subject.startswith("a\ufffd[31m\ufffd\\ud800x") and len(deed.subject) == 300


def test_without_accounts(tmp_path: Path) -> None:
    assert not Accounts.place(tmp_path / "sayso.db").exists()
    with pytest.raises(LedgerError, match=r"there is no file of accounts here\. Make it with: sayso accounts add NAME --role admin"):
        Accounts.open(tmp_path / "sayso.db")
    assert not list(tmp_path.iterdir())


def test_costs_are_those_of_the_standard() -> None:
    known = Hashing().hash(GOOD)
    assert known.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert cheap().outdated(known) and not Hashing().outdated(known)


def test_a_hash_that_is_none_lets_nobody_in() -> None:
    hashing = cheap()
    assert not hashing.matches("no hash", GOOD) and not hashing.matches("$argon2id$v=19$m=8,t=1,p=1$", GOOD)
