"""API tokens, in one transaction: of the secret that a program holds only a digest is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from sayso.store.people import PERSON, Person, person_of
from sayso.store.register import people, tokens


@dataclass(frozen=True, slots=True)
class Token:
    """A token and whose it is; `used` and `revoked` are None for never. Times in seconds since 1970."""

    id: int
    person: Person
    label: str
    role: str
    made: int
    until: int
    used: int | None = None
    revoked: int | None = None


_TOKEN = (tokens.c.id, tokens.c.label, tokens.c.role, tokens.c.made, tokens.c.until, tokens.c.used, tokens.c.revoked)
_ALL = select(*PERSON, *_TOKEN).join(people)


class Tokens:
    """Reading and writing of tokens."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Token]:
        """Every token that was ever made, the oldest first."""
        return [_token_of(row) for row in self._connection.execute(_ALL.order_by(tokens.c.id))]

    def find(self, digest: bytes) -> Token | None:
        """The token with this digest, be it expired or revoked."""
        row = self._connection.execute(_ALL.where(tokens.c.digest == digest)).one_or_none()
        return _token_of(row) if row else None

    def add(self, token: Token, digest: bytes) -> int:
        """A new one, whose number is returned; that of `token` does not count."""
        values = {"person_id": token.person.id, "label": token.label, "role": token.role, "made": token.made, "until": token.until}
        return int(self._connection.execute(insert(tokens).values(digest=digest, **values).returning(tokens.c.id)).scalar_one())

    def touch(self, number: int, now: int) -> None:
        """It was used now."""
        self._connection.execute(update(tokens).where(tokens.c.id == number).values(used=now))

    def revoke(self, number: int, now: int) -> None:
        """It holds no longer."""
        self._connection.execute(update(tokens).where(tokens.c.id == number).values(revoked=now))


def _token_of(row: Sequence[Any]) -> Token:
    number, *rest = row[6:]
    return Token(number, person_of(row), *rest)
