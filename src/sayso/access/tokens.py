"""API tokens: secrets with which a program does what a person may do."""

from __future__ import annotations

from sayso.access import tickets
from sayso.access.book import Actor, Book, person_named
from sayso.access.names import clean, key
from sayso.access.roles import Role
from sayso.errors import AccountRefused, UnknownName
from sayso.store import Token

DAYS = 90
_MOST_DAYS = 3650
_DAY = 86_400


class Tokens:
    """The API tokens of a file of accounts; whatever changes is noted in the audit log."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def all(self, owner: str | None = None) -> list[Token]:
        """Every token, or those of one person, the oldest first; expired and revoked ones too."""
        with self._book.read() as desk:
            return [token for token in desk.tokens.all() if owner is None or key(token.person.name) == key(owner)]

    def add(self, by: Actor, owner: str, label: str, role: Role, days: int = DAYS) -> tuple[Token, str]:
        """A new token and its secret, which is told this once and never again.

        Raises UnknownName, AccountRefused for a role above the owner's or a time that is not 1 to 3,650 days.
        """
        secret, now = tickets.draw(tickets.TOKEN), self._book.now()
        if not 1 <= days <= _MOST_DAYS:
            raise AccountRefused(f"a token cannot hold for {days:,} days", advice=f"Give 1 to {_MOST_DAYS:,}.")
        with self._book.write() as desk:
            person = person_named(desk, owner)
            if not Role.named(person.role).may(role):
                raise AccountRefused(f"{person.name!r} is a {person.role}, and a token may not do more", advice="Give a lower role.")
            token = Token(0, person, clean(label, "label"), role, now, now + days * _DAY)
            number = desk.tokens.add(token, tickets.digest(secret))
            desk.trail.note(self._book.deed(by, "token added", person.name, f"{number} {token.label}, {role}, {days} days"))
            return next(one for one in desk.tokens.all() if one.id == number), secret

    def revoke(self, by: Actor, number: int, owner: str | None = None) -> Token:
        """The token of this number holds no longer; with `owner` only if it is that person's. Raises UnknownName."""
        with self._book.write() as desk:
            mine = [one for one in desk.tokens.all() if one.id == number and (owner is None or key(one.person.name) == key(owner))]
            if not mine:
                raise UnknownName(f"there is no token {number}", advice="See them with: sayso accounts token list")
            if mine[0].revoked is None:
                desk.tokens.revoke(number, self._book.now())
                desk.trail.note(self._book.deed(by, "token revoked", mine[0].person.name, f"{number} {mine[0].label}"))
            return mine[0]
