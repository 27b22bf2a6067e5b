"""Who has an account: adding people, their roles and passwords, shutting them out."""

from __future__ import annotations

from sayso.access.book import Actor, Book, person_named
from sayso.access.limits import subjects
from sayso.access.names import clean, key
from sayso.access.passwords import refuse_weak
from sayso.access.roles import Role
from sayso.errors import AccountRefused
from sayso.store import Desk, Person


class People:
    """The people of a file of accounts; whatever changes is noted in the audit log."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def any(self) -> bool:
        """Whether there is anybody, so that logins are asked for."""
        with self._book.read() as desk:
            return desk.people.any()

    def all(self) -> list[Person]:
        """Everybody, by name."""
        with self._book.read() as desk:
            return desk.people.all()

    def add(self, by: Actor, name: str, role: Role, password: str) -> Person:
        """Somebody new; raises AccountRefused for a name that is taken or cannot be one, or a weak password."""
        kept = clean(name)
        refuse_weak(password, kept)
        made = Person(0, kept, self._book.hashing.hash(password), role, False, self._book.now())
        with self._book.write() as desk:
            if there := desk.people.find(key(kept)):
                raise AccountRefused(f"there is an account of {there.name!r} already", advice="Take another name.")
            desk.people.add(made, key(kept))
            desk.trail.note(self._book.deed(by, "account added", kept, role))
            return person_named(desk, kept)

    def set_role(self, by: Actor, name: str, role: Role) -> None:
        """Another role from now on, for those who are logged in too. Raises UnknownName, AccountRefused for the last admin."""
        with self._book.write() as desk:
            person = person_named(desk, name)
            _keep_an_admin(desk, person, role is Role.ADMIN)
            desk.people.change(person.id, role=role.value)
            desk.trail.note(self._book.deed(by, "role changed", person.name, f"{person.role} to {role}"))

    def set_password(self, by: Actor, name: str, password: str) -> None:
        """Another password; every session of the person ends. Raises UnknownName, AccountRefused for a weak one."""
        refuse_weak(password, name)
        made = self._book.hashing.hash(password)
        with self._book.write() as desk:
            person = person_named(desk, name)
            desk.people.change(person.id, hash=made)
            desk.sessions.end_all(person.id)
            desk.attempts.clear(subjects(name, "")[0])
            desk.trail.note(self._book.deed(by, "password changed", person.name))

    def disable(self, by: Actor, name: str) -> None:
        """Shut somebody out at once: sessions end and tokens hold no longer. Raises UnknownName, AccountRefused for the last admin."""
        with self._book.write() as desk:
            person = person_named(desk, name)
            _keep_an_admin(desk, person, False)
            desk.people.change(person.id, disabled=True)
            desk.sessions.end_all(person.id)
            desk.trail.note(self._book.deed(by, "account disabled", person.name))

    def enable(self, by: Actor, name: str) -> None:
        """Let somebody in again who was shut out or has to wait after failed logins. Raises UnknownName."""
        with self._book.write() as desk:
            person = person_named(desk, name)
            desk.people.change(person.id, disabled=False)
            desk.attempts.clear(subjects(name, "")[0])
            desk.trail.note(self._book.deed(by, "account enabled", person.name))


def _keep_an_admin(desk: Desk, person: Person, stays: bool) -> None:
    last = person.role == Role.ADMIN and not person.disabled and desk.people.working(Role.ADMIN) == 1
    if last and not stays:
        raise AccountRefused(f"{person.name!r} is the last admin", advice="Make another one first.")
