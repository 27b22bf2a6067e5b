"""What all parts of the accounts work with: the file, the clock, and who is at it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sayso.access.hashing import Hashing
from sayso.access.limits import Limits
from sayso.access.names import key
from sayso.errors import UnknownName
from sayso.store import AccountsFile, Deed, Desk, Person, printable

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who does something: a name ("" where nobody is known) and where from."""

    name: str
    address: str


@dataclass(frozen=True)
class Book:
    """The file of accounts with the clock and the costs that hold for it."""

    file: AccountsFile
    clock: Callable[[], float] = time.time
    hashing: Hashing = field(default_factory=Hashing)
    limits: Limits = field(default_factory=Limits)

    def now(self) -> int:
        """Whole seconds since 1970."""
        return int(self.clock())

    @contextmanager
    def read(self) -> Iterator[Desk]:
        """Look at what is there."""
        with self.file.transaction() as desk:
            yield desk

    @contextmanager
    def write(self) -> Iterator[Desk]:
        """Change it, as a whole or not at all."""
        with self.file.transaction(write=True) as desk:
            yield desk

    def note(self, actor: Actor, action: str, subject: str = "", outcome: str = "done") -> None:
        """Add a line to the audit log, in a transaction of its own."""
        with self.write() as desk:
            desk.trail.note(self.deed(actor, action, subject, outcome))

    def deed(self, actor: Actor, action: str, subject: str = "", outcome: str = "done") -> Deed:
        """A line for the audit log, each part printable and of bounded length."""
        parts = (actor.name, actor.address, action, subject, outcome)
        return Deed(self.now(), *("".join(c if c.isprintable() else "\ufffd" for c in printable(part))[:_LONGEST] for part in parts))


def person_named(desk: Desk, name: str) -> Person:
    """The person of this name; raises UnknownName."""
    person = desk.people.find(key(name))
    if person is None:
        raise UnknownName(f"nobody is called {name!r}", advice="See who there is with: sayso accounts list")
    return person
