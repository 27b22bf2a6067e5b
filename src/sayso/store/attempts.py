"""How often logins failed, in one transaction; it outlives the server, and several servers count together."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from sayso.store.register import attempts


class Failures(NamedTuple):
    """How many there were in a row and when the last was, in seconds since 1970."""

    number: int
    last: int


class Attempts:
    """Reading and writing of what failed, by a digest of the name or the address."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, subject: bytes) -> Failures:
        """What is known of it."""
        row = self._connection.execute(select(attempts.c.failures, attempts.c.last).where(attempts.c.subject == subject)).one_or_none()
        return Failures(*row) if row else Failures(0, 0)

    def fail(self, subject: bytes, now: int) -> None:
        """One more."""
        adding = insert(attempts).values(subject=subject, failures=1, last=now)
        changed = {"failures": attempts.c.failures + 1, "last": now}
        self._connection.execute(adding.on_conflict_do_update(index_elements=["subject"], set_=changed))

    def take_back(self, subject: bytes) -> None:
        """One fewer."""
        counted = self.of(subject).number
        if counted > 1:
            self._connection.execute(attempts.update().where(attempts.c.subject == subject).values(failures=counted - 1))
        else:
            self.clear(subject)

    def clear(self, subject: bytes) -> None:
        """None at all."""
        self._connection.execute(delete(attempts).where(attempts.c.subject == subject))

    def forget(self, before: int) -> None:
        """Those whose last was before."""
        self._connection.execute(delete(attempts).where(attempts.c.last < before))
