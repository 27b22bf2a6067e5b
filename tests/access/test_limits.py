from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from sayso.access import Accounts, Hashing, Pace
from sayso.access.limits import subjects
from sayso.errors import LoginDelayed, LoginFailed

from .visits import CHIEF, GOOD, HOME, WRONG, Clock, opened, staffed


def tried(accounts: Accounts, name: str = "rob", password: str = WRONG, address: str = HOME) -> int:
    """Seconds to wait after a login: 0 where it was looked at and failed, -1 where it let somebody in."""
    try:
        accounts.entrance.login(name, password, address)
    except LoginDelayed as delayed:
        return delayed.seconds
    except LoginFailed:
        return 0
    return -1


def test_the_delay_grows(accounts: Accounts, clock: Clock) -> None:
    staffed(accounts)
    assert [tried(accounts) for _ in range(6)] == [0, 0, 0, 0, 0, 1]
    waited = []
    for _ in range(10):
        wait = tried(accounts)
        waited.append(wait)
        clock.pass_(wait)
        assert tried(accounts) == 0
    assert waited == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300]


def test_the_right_password_waits_too_and_then_all_is_forgiven(accounts: Accounts, clock: Clock) -> None:
    staffed(accounts)
    for _ in range(5):
        tried(accounts)
    assert tried(accounts, password=GOOD) == 1
    clock.pass_(1)
    assert tried(accounts, password=GOOD) == -1
    assert [tried(accounts) for _ in range(6)] == [0, 0, 0, 0, 0, 1]


def test_a_name_is_slowed_down_wherever_it_is_tried_from_and_whatever_its_spelling(accounts: Accounts) -> None:
    staffed(accounts)
    for at in range(5):
        assert tried(accounts, "Rob " if at % 2 else "ROB", address=f"198.51.100.{at}") == 0
    assert tried(accounts, address="198.51.100.77") == 1
    assert tried(accounts, "chief", GOOD) == -1


def test_a_name_that_nobody_has_is_slowed_down_alike(accounts: Accounts) -> None:
    staffed(accounts)
    assert [tried(accounts, "nobody") for _ in range(6)] == [tried(accounts, "rob") for _ in range(6)] == [0, 0, 0, 0, 0, 1]


def test_an_address_is_slowed_down_whoever_it_tries(accounts: Accounts, clock: Clock) -> None:
    staffed(accounts)
    assert [tried(accounts, f"name {at}") for at in range(21)] == [0] * 20 + [1]
    assert tried(accounts, "chief", GOOD) == 1
    assert tried(accounts, "chief", GOOD, address="192.0.2.8") == -1
    clock.pass_(1)
    assert tried(accounts, "chief", GOOD) == -1
    assert tried(accounts, "another") == 1, "who gets in takes back the own try and no other"


def test_a_network_of_ipv6_is_one_address() -> None:
    assert subjects("x", "2001:db8:1:2::1") == subjects("x", "2001:db8:1:2:ffff::9") != subjects("x", "2001:db8:1:3::1")
    assert subjects("x", "::ffff:192.0.2.7") == subjects("x", "192.0.2.7")


def test_failures_are_forgotten_after_an_hour(accounts: Accounts, clock: Clock) -> None:
    staffed(accounts)
    for _ in range(5):
        tried(accounts)
    clock.pass_(3601)
    assert [tried(accounts) for _ in range(6)] == [0, 0, 0, 0, 0, 1]


def test_an_admin_lets_in_who_has_to_wait(accounts: Accounts) -> None:
    staffed(accounts)
    for _ in range(5):
        tried(accounts)
    accounts.people.enable(CHIEF, "rob")
    assert tried(accounts, password=GOOD) == -1


def test_another_server_and_the_next_one_count_on(accounts: Accounts, tmp_path: Path, clock: Clock) -> None:
    staffed(accounts)
    for _ in range(3):
        tried(accounts)
    with opened(tmp_path / "sayso.db", clock) as other:
        assert [tried(other) for _ in range(3)] == [0, 0, 1]
    assert tried(accounts) == 1


def test_many_tries_at_once_gain_nothing(accounts: Accounts) -> None:
    staffed(accounts)
    with ThreadPoolExecutor(8) as pool:
        waited = list(pool.map(lambda _: tried(accounts), range(16)))
    assert waited.count(0) == 5 and waited.count(1) == 11


class Waiting(Hashing):
    """Checks a password only once so many others wait that one more is turned away."""

    def __init__(self) -> None:
        super().__init__(rounds=1, kibibytes=8, lanes=1)
        self.turned_away = Event()

    def matches(self, known: str | None, password: str) -> bool:
        assert self.turned_away.wait(60)
        return super().matches(known, password)


def test_a_crowd_at_the_entrance_leaves_room_for_those_inside(tmp_path: Path) -> None:
    hashing = Waiting()
    with Accounts.open(tmp_path / "sayso.db", create=True, hashing=hashing) as accounts, ThreadPoolExecutor(9) as pool:
        staffed(accounts)

        def coming(at: int) -> int:
            seconds = tried(accounts, f"name {at}", address=f"198.51.100.{at}")
            if seconds:
                hashing.turned_away.set()
            return seconds

        assert sorted(pool.map(coming, range(9))) == [0] * 8 + [1]
        assert tried(accounts, "rob", GOOD) == -1


@pytest.mark.parametrize(("failures", "wait"), [(0, 0), (4, 0), (5, 1), (13, 256), (14, 300), (10_000, 300)])
def test_a_pace(failures: int, wait: int) -> None:
    assert Pace(5, 300).wait(failures, 100, 100) == wait
    assert Pace(5, 300).wait(failures, 100, 500) == 0
