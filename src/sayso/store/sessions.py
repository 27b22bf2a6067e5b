"""Sessions of people who logged in, in one transaction: of the secret that a browser holds only a digest is known."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from sayso.store.people import PERSON, Person, person_of
from sayso.store.register import people, sessions


@dataclass(frozen=True, slots=True)
class Session:
    """One login: whose it is, when it began and when it was last seen, in seconds since 1970."""

    person: Person
    made: int
    seen: int


class Sessions:
    """Reading and writing of sessions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, digest: bytes) -> Session | None:
        """The session with this digest, whatever its age."""
        query = select(*PERSON, sessions.c.made, sessions.c.seen).join(people).where(sessions.c.digest == digest)
        row = self._connection.execute(query).one_or_none()
        return Session(person_of(row), row[6], row[7]) if row else None

    def add(self, digest: bytes, person_id: int, now: int) -> None:
        """A session that begins now."""
        self._connection.execute(insert(sessions).values(digest=digest, person_id=person_id, made=now, seen=now))

    def touch(self, digest: bytes, now: int) -> None:
        """It was seen now."""
        self._connection.execute(update(sessions).where(sessions.c.digest == digest).values(seen=now))

    def end(self, digest: bytes) -> None:
        """It is over."""
        self._connection.execute(delete(sessions).where(sessions.c.digest == digest))

    def end_all(self, person_id: int) -> None:
        """All of a person are over."""
        self._connection.execute(delete(sessions).where(sessions.c.person_id == person_id))

    def forget(self, *, made_before: int, seen_before: int) -> None:
        """Those that began or were last seen before are over."""
        self._connection.execute(delete(sessions).where((sessions.c.made < made_before) | (sessions.c.seen < seen_before)))
