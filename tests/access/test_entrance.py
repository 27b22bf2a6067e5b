from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.access import Accounts, Hashing, Role, Viewer
from sayso.errors import AccountRefused, LoginFailed

from .visits import BETTER, CHIEF, GOOD, HOME, WRONG, Clock, opened, staffed

HOUR, DAY = 3600, 86_400


def test_a_login_gives_a_session(accounts: Accounts) -> None:
    staffed(accounts)
    viewer, secret = accounts.entrance.login("ann  LEE", GOOD, HOME)
    assert viewer == Viewer("Ann Lee", Role.REVIEWER) == accounts.entrance.session(secret)
    assert len(secret) == 43 and secret != accounts.entrance.login("Ann Lee", GOOD, HOME)[1]


class Watched(Hashing):
    """Counts the hashes that are made and checked, and with what costs."""

    def __init__(self) -> None:
        super().__init__(rounds=1, kibibytes=8, lanes=1)
        self.work: list[str] = []

    def matches(self, known: str | None, password: str) -> bool:
        self.work.append((known or self._nobody).rsplit("$", 2)[0])
        return super().matches(known, password)


def test_who_is_not_there_looks_like_who_errs_and_costs_as_much(tmp_path: Path) -> None:
    hashing = Watched()
    with Accounts.open(tmp_path / "sayso.db", create=True, hashing=hashing) as accounts:
        staffed(accounts).people.disable(CHIEF, "Ann Lee")
        told = []
        for name, password in (("rob", WRONG), ("nobody", GOOD), ("Ann Lee", GOOD), ("\ud800", GOOD), ("", "")):
            with pytest.raises(LoginFailed) as failed:
                accounts.entrance.login(name, password, HOME)
            told.append(str(failed.value))
    assert told == ["this name and this password do not go together. See that both are typed as they were given."] * 5
    assert hashing.work == ["$argon2id$v=19$m=8,t=1,p=1"] * 5


def test_the_log_knows_why_and_no_name_that_nobody_has(accounts: Accounts) -> None:
    staffed(accounts).people.disable(CHIEF, "Ann Lee")
    for name, password in (("rob", WRONG), ("my very own password", GOOD), ("Ann Lee", GOOD)):
        with pytest.raises(LoginFailed):
            accounts.entrance.login(name, password, HOME)
    assert [(deed.person, deed.outcome) for deed in accounts.audit(action="login")] == [
        ("Ann Lee", "failed: the account is disabled"),
        ("", "failed: nobody has this name"),
        ("rob", "failed: wrong password"),
    ]
    assert "my very own" not in str(accounts.audit())


@pytest.mark.parametrize(
    ("steps", "ends"),
    [([12 * HOUR - 1], False), ([12 * HOUR], True), ([11 * HOUR] * 15, False), ([11 * HOUR] * 16, True)],
    ids=["nearly idle", "idle", "busy for a week", "too old"],
)
def test_a_session_ends(accounts: Accounts, clock: Clock, steps: list[int], ends: bool) -> None:
    _, secret = staffed(accounts).entrance.login("rob", GOOD, HOME)
    for step in steps:
        clock.pass_(step)
        there = accounts.entrance.session(secret)
    assert (there is None) is ends


def change_password(accounts: Accounts) -> None:
    accounts.people.set_password(CHIEF, "rob", BETTER)


def change_own_password(accounts: Accounts) -> None:
    accounts.entrance.change_password(CHIEF.__class__("rob", HOME), GOOD, BETTER)


def disable(accounts: Accounts) -> None:
    accounts.people.disable(CHIEF, "rob")


@pytest.mark.parametrize("act", [change_password, change_own_password, disable])
def test_all_sessions_of_a_person_end(accounts: Accounts, act: Callable[[Accounts], None]) -> None:
    staffed(accounts)
    mine = [accounts.entrance.login("rob", GOOD, HOME)[1] for _ in range(2)]
    another = accounts.entrance.login("chief", GOOD, HOME)[1]
    act(accounts)
    assert [accounts.entrance.session(secret) for secret in mine] == [None, None]
    assert accounts.entrance.session(another)
    with pytest.raises(LoginFailed):
        accounts.entrance.login("rob", GOOD, HOME)


def test_a_role_holds_at_once(accounts: Accounts) -> None:
    _, secret = staffed(accounts).entrance.login("rob", GOOD, HOME)
    accounts.people.set_role(CHIEF, "rob", Role.REVIEWER)
    assert accounts.entrance.session(secret) == Viewer("rob", Role.REVIEWER)


def test_ones_own_password(accounts: Accounts) -> None:
    rob = CHIEF.__class__("rob", HOME)
    staffed(accounts)
    with pytest.raises(LoginFailed):
        accounts.entrance.change_password(rob, WRONG, BETTER)
    with pytest.raises(AccountRefused):
        accounts.entrance.change_password(rob, GOOD, "short")
    secret = accounts.entrance.change_password(rob, GOOD, BETTER)
    assert accounts.entrance.session(secret) == accounts.entrance.login("rob", BETTER, HOME)[0]
    assert [deed.outcome for deed in accounts.audit(action="password changed")] == ["done", "failed: wrong password"]


def test_logout(accounts: Accounts) -> None:
    _, secret = staffed(accounts).entrance.login("rob", GOOD, HOME)
    accounts.entrance.logout(secret, CHIEF)
    assert accounts.entrance.session(secret) is None
    assert accounts.entrance.session("") is accounts.entrance.session("\ud800") is None


def test_a_hash_of_other_costs_is_renewed(accounts: Accounts, tmp_path: Path) -> None:
    before = {person.name: person.hash for person in staffed(accounts).people.all()}
    with Accounts.open(tmp_path / "sayso.db", hashing=Hashing(rounds=2, kibibytes=16, lanes=1)) as later:
        later.entrance.login("rob", GOOD, HOME)
        after = {person.name: person.hash for person in later.people.all()}
        later.entrance.login("rob", GOOD, HOME)
        assert after == {person.name: person.hash for person in later.people.all()}
    assert after["rob"].startswith("$argon2id$v=19$m=16,t=2,p=1$") and after["chief"] == before["chief"]


class Slow(Hashing):
    """While it checks a password, something else happens."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        super().__init__(rounds=1, kibibytes=8, lanes=1)
        self.meanwhile = meanwhile

    def matches(self, known: str | None, password: str) -> bool:
        matched = super().matches(known, password)
        self.meanwhile()
        return matched


@pytest.mark.parametrize("act", [change_password, disable])
def test_who_is_shut_out_during_a_login_does_not_get_in(tmp_path: Path, clock: Clock, act: Callable[[Accounts], None]) -> None:
    path = tmp_path / "sayso.db"
    with opened(path, clock) as other, Accounts.open(path, hashing=Slow(lambda: act(other))) as accounts:
        staffed(other)
        with pytest.raises(LoginFailed):
            accounts.entrance.login("rob", GOOD, HOME)
