"""The entrance: logins, sessions and tokens that come with a request."""

from __future__ import annotations

from threading import BoundedSemaphore

from sayso.access import tickets
from sayso.access.book import Actor, Book
from sayso.access.limits import subjects
from sayso.access.names import key
from sayso.access.passwords import refuse_weak
from sayso.access.roles import Role, Viewer
from sayso.errors import LoginDelayed, LoginFailed
from sayso.store import Desk, Person, Session

_AT_ONCE = 8
"""Logins that are looked at, or wait for that, at a time: more would leave no thread to those who are in."""

_FRESH = 60
"""Seconds for which a session or token that is used again is not noted anew: a page must not wait for the disk."""


class Entrance:
    """Lets people in who know their password, and knows them again by what they were given."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._places = BoundedSemaphore(_AT_ONCE)
        with book.read() as desk:
            self.key = desk.secret()
        """What forms are sealed with; see `tickets.seal`."""

    def login(self, name: str, password: str, address: str) -> tuple[Viewer, str]:
        """Who it is, and the secret of a session that begins now.

        Raises LoginFailed, the same for a wrong password, a name that nobody has and one who is shut out, each after as much work;
        LoginDelayed where too many failed before.
        """
        person = self._prove("login", name, password, address)
        renewed = self._book.hashing.hash(password) if self._book.hashing.outdated(person.hash) else None
        with self._book.write() as desk:
            _refuse_changed(desk, person)
            if renewed:
                desk.people.change(person.id, hash=renewed)
            return _viewer(person), self._begin(desk, person)

    def session(self, secret: str) -> Viewer | None:
        """Whose session this is; None where it is over or never was."""
        digest, now = tickets.digest(secret), self._book.now()
        with self._book.read() as desk:
            found = desk.sessions.find(digest)
        if found is None or found.person.disabled or self._over(found, now):
            return None
        if now - found.seen >= _FRESH:
            with self._book.write() as desk:
                desk.sessions.touch(digest, now)
        return _viewer(found.person)

    def bearer(self, secret: str, address: str) -> Viewer | None:
        """Whose API token this is; None where it is none, holds no longer, or its owner is shut out."""
        now = self._book.now()
        with self._book.read() as desk:
            token = desk.tokens.find(tickets.digest(secret))
        if token is None:
            return None
        if token.revoked is not None or token.until <= now or token.person.disabled:
            self._book.note(Actor(token.person.name, address), "token used", f"{token.id} {token.label}", "refused: it holds no longer")
            return None
        if token.used is None or now - token.used >= _FRESH:
            with self._book.write() as desk:
                desk.tokens.touch(token.id, now)
        granted, owned = Role.named(token.role), Role.named(token.person.role)
        return Viewer(token.person.name, granted if owned.may(granted) else owned)

    def logout(self, secret: str, by: Actor) -> None:
        """End a session."""
        with self._book.write() as desk:
            desk.sessions.end(tickets.digest(secret))
            desk.trail.note(self._book.deed(by, "logout"))

    def change_password(self, by: Actor, old: str, new: str) -> str:
        """One's own password: all sessions end, and the secret of a new one is given.

        Raises AccountRefused for a weak one, LoginFailed where the old one is wrong, LoginDelayed.
        """
        refuse_weak(new, by.name)
        person = self._prove("password changed", by.name, old, by.address)
        made = self._book.hashing.hash(new)
        with self._book.write() as desk:
            _refuse_changed(desk, person)
            desk.people.change(person.id, hash=made)
            desk.sessions.end_all(person.id)
            return self._begin(desk, person)

    def _prove(self, action: str, name: str, password: str, address: str) -> Person:
        """The person, if the password is theirs. The try counts as failed until it has succeeded, so that many at once gain nothing."""
        if not self._places.acquire(blocking=False):
            raise LoginDelayed(1, "too many logins at once")
        try:
            return self._proven(action, name, password, address)
        finally:
            self._places.release()

    def _proven(self, action: str, name: str, password: str, address: str) -> Person:
        by_name, by_address = subjects(name, address)
        with self._book.write() as desk:
            self._refuse_haste(desk, by_name, by_address)
            person = desk.people.find(key(name))
            for subject in (by_name, by_address):
                desk.attempts.fail(subject, self._book.now())
        known = self._book.hashing.matches(person.hash if person else None, password)
        if person is None or not known or person.disabled:
            self._book.note(Actor(person.name if person else "", address), action, outcome=_refusal(person, known))
            raise _failed()
        with self._book.write() as desk:
            desk.attempts.clear(by_name)
            desk.attempts.take_back(by_address)
            desk.trail.note(self._book.deed(Actor(person.name, address), action))
        return person

    def _refuse_haste(self, desk: Desk, by_name: bytes, by_address: bytes) -> None:
        now, limits = self._book.now(), self._book.limits
        desk.attempts.forget(now - limits.memory)
        paces = ((by_name, limits.name), (by_address, limits.address))
        if wait := max(pace.wait(*desk.attempts.of(subject), now) for subject, pace in paces):
            raise LoginDelayed(wait)

    def _begin(self, desk: Desk, person: Person) -> str:
        secret, now, limits = tickets.draw(), self._book.now(), self._book.limits
        desk.sessions.forget(made_before=now - limits.whole, seen_before=now - limits.idle)
        desk.sessions.add(tickets.digest(secret), person.id, now)
        return secret

    def _over(self, session: Session, now: int) -> bool:
        limits = self._book.limits
        return now - session.made >= limits.whole or now - session.seen >= limits.idle


def _refuse_changed(desk: Desk, person: Person) -> None:
    """While a hash was made somebody may have changed the password or shut the person out."""
    now = desk.people.find(key(person.name))
    if now is None or now.disabled or now.hash != person.hash:
        raise _failed()


def _failed() -> LoginFailed:
    return LoginFailed("this name and this password do not go together", advice="See that both are typed as they were given.")


def _viewer(person: Person) -> Viewer:
    return Viewer(person.name, Role.named(person.role))


def _refusal(person: Person | None, known: bool) -> str:
    if person is None:
        return "failed: nobody has this name"  # which is not kept: some type their password here
    return "failed: the account is disabled" if known else "failed: wrong password"
