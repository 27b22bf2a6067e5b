"""Accounts with a clock that is set by hand and hashes that cost little, and some people."""

from __future__ import annotations

from pathlib import Path

from sayso.access import Accounts, Actor, Hashing, Role

GOOD, BETTER, WRONG = "seven quiet otters", "eight louder herons", "nine wrong guesses"
HOME = "192.0.2.7"
CHIEF = Actor("chief", HOME)


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


def cheap() -> Hashing:
    return Hashing(rounds=1, kibibytes=8, lanes=1)


def opened(ledger: Path, clock: Clock) -> Accounts:
    return Accounts.open(ledger, create=True, clock=clock, hashing=cheap())


def staffed(accounts: Accounts) -> Accounts:
    """The same with one person of each role, all with the same good password."""
    for name, role in {"chief": Role.ADMIN, "Ann Lee": Role.REVIEWER, "rob": Role.READER}.items():
        accounts.people.add(CHIEF, name, role, GOOD)
    return accounts
