"""The people who have accounts, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from sayso.store.register import people


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account: `role` is "reader", "reviewer" or "admin", `made` when in seconds since 1970."""

    id: int
    name: str
    hash: str = field(repr=False)
    role: str
    disabled: bool
    made: int


PERSON = (people.c.id, people.c.name, people.c.hash, people.c.role, people.c.disabled, people.c.made)


class People:
    """Reading and writing of people; a person is found by the key of the name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def any(self) -> bool:
        """Whether there is anybody, disabled or not."""
        return self._connection.execute(select(people.c.id).limit(1)).first() is not None

    def all(self) -> list[Person]:
        """Everybody, by name."""
        return [person_of(row) for row in self._connection.execute(select(*PERSON).order_by(people.c.key))]

    def find(self, key: str) -> Person | None:
        """The person whose name has this key."""
        row = self._connection.execute(select(*PERSON).where(people.c.key == key)).one_or_none()
        return person_of(row) if row else None

    def add(self, person: Person, key: str) -> None:
        """Somebody new; the id of `person` does not count."""
        values = {"name": person.name, "hash": person.hash, "role": person.role, "disabled": person.disabled, "made": person.made}
        self._connection.execute(insert(people).values(key=key, **values))

    def change(self, number: int, **values: str | bool) -> None:
        """Another `role`, `hash` or `disabled`."""
        self._connection.execute(update(people).where(people.c.id == number).values(**values))

    def working(self, role: str) -> int:
        """How many people with this role are not disabled."""
        query = select(func.count()).select_from(people).where(people.c.role == role, ~people.c.disabled)
        return int(self._connection.execute(query).scalar_one())


def person_of(row: Sequence[Any]) -> Person:
    """The person of a row of PERSON."""
    return Person(*row[:6])
