from __future__ import annotations

import pytest

from sayso.access import Accounts, Role, Viewer
from sayso.errors import AccountRefused, UnknownName

from .visits import CHIEF, GOOD, HOME, Clock, staffed

DAY = 86_400


def test_a_token_speaks_for_its_owner(accounts: Accounts, clock: Clock) -> None:
    token, secret = staffed(accounts).tokens.add(CHIEF, "ann lee", "nightly export", Role.READER)
    assert (token.person.name, token.label, token.role, token.until) == ("Ann Lee", "nightly export", "reader", clock.now + 90 * DAY)
    assert secret.startswith("sayso_") and len(secret) == 49
    assert accounts.entrance.bearer(secret, HOME) == Viewer("Ann Lee", Role.READER)
    [kept] = accounts.tokens.all("ANN LEE")
    assert kept.used == clock.now and not accounts.tokens.all("rob")


def test_a_token_may_not_do_more_than_its_owner(accounts: Accounts) -> None:
    staffed(accounts)
    with pytest.raises(AccountRefused, match="'rob' is a reader, and a token may not do more"):
        accounts.tokens.add(CHIEF, "rob", "x", Role.REVIEWER)
    _, secret = accounts.tokens.add(CHIEF, "Ann Lee", "x", Role.REVIEWER)
    accounts.people.set_role(CHIEF, "Ann Lee", Role.READER)
    assert accounts.entrance.bearer(secret, HOME) == Viewer("Ann Lee", Role.READER)
    accounts.people.set_role(CHIEF, "Ann Lee", Role.ADMIN)
    assert accounts.entrance.bearer(secret, HOME) == Viewer("Ann Lee", Role.REVIEWER)


def test_a_token_expires(accounts: Accounts, clock: Clock) -> None:
    _, secret = staffed(accounts).tokens.add(CHIEF, "rob", "x", Role.READER, 2)
    clock.pass_(2 * DAY - 1)
    assert accounts.entrance.bearer(secret, HOME)
    clock.pass_(1)
    assert accounts.entrance.bearer(secret, HOME) is None
    assert accounts.audit(action="token used")[0].outcome == "refused: it holds no longer"


def test_a_token_is_revoked(accounts: Accounts) -> None:
    token, secret = staffed(accounts).tokens.add(CHIEF, "rob", "x", Role.READER)
    with pytest.raises(UnknownName, match="there is no token 1"):
        accounts.tokens.revoke(CHIEF, token.id, "chief")
    accounts.tokens.revoke(CHIEF, token.id, "rob")
    accounts.tokens.revoke(CHIEF, token.id)
    assert accounts.entrance.bearer(secret, HOME) is None
    assert [deed.action for deed in accounts.audit(limit=4)] == ["token used", "token revoked", "token added", "account added"]


def test_a_token_of_somebody_who_is_shut_out(accounts: Accounts) -> None:
    _, secret = staffed(accounts).tokens.add(CHIEF, "rob", "x", Role.READER)
    accounts.people.disable(CHIEF, "rob")
    assert accounts.entrance.bearer(secret, HOME) is None
    accounts.people.enable(CHIEF, "rob")
    assert accounts.entrance.bearer(secret, HOME)


@pytest.mark.parametrize("secret", ["", "sayso_", "sayso_" + "x" * 43, "\ud800"])
def test_what_is_no_token(accounts: Accounts, secret: str) -> None:
    assert staffed(accounts).entrance.bearer(secret, HOME) is None


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_a_time_that_is_none(accounts: Accounts, days: int) -> None:
    with pytest.raises(AccountRefused, match="cannot hold for"):
        staffed(accounts).tokens.add(CHIEF, "rob", "x", Role.READER, days)


def test_a_session_is_no_token_and_a_token_no_session(accounts: Accounts) -> None:
    _, session = staffed(accounts).entrance.login("rob", GOOD, HOME)
    _, token = accounts.tokens.add(CHIEF, "rob", "x", Role.READER)
    assert accounts.entrance.bearer(session, HOME) is accounts.entrance.session(token) is None
