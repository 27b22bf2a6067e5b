"""Argon2id, the only place that knows it."""

from __future__ import annotations

import os
from base64 import b64encode
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from sayso.access.passwords import normal
from sayso.errors import MissingExtra

if TYPE_CHECKING:
    from argon2 import PasswordHasher


class Hashing:
    """Makes and checks password hashes with the costs that RFC 9106 gives for computers with little memory.

    One hash takes 64 MiB, so no more than two are made at a time however many logins come at once.
    """

    def __init__(self, *, rounds: int = 3, kibibytes: int = 65_536, lanes: int = 4) -> None:
        self._rounds, self._kibibytes, self._lanes = rounds, kibibytes, lanes
        self._turn = BoundedSemaphore(2)
        salt, tag = (b64encode(os.urandom(size)).decode().rstrip("=") for size in (16, 32))
        self._nobody = f"$argon2id$v=19$m={kibibytes},t={rounds},p={lanes}${salt}${tag}"

    def hash(self, password: str) -> str:
        """The hash of a password with its salt and costs; raises MissingExtra."""
        hasher = self._hasher()
        with self._turn:
            return hasher.hash(_bytes(password))

    def matches(self, known: str | None, password: str) -> bool:
        """Whether it is the password of this hash; for None, where there is nobody, it takes as much work and is never so."""
        from argon2.exceptions import InvalidHashError, VerificationError

        hasher = self._hasher()
        try:
            with self._turn:
                return hasher.verify(known or self._nobody, _bytes(password))
        except (VerificationError, InvalidHashError):
            return False

    def outdated(self, known: str) -> bool:
        """Whether the hash was made with other costs than it would be now."""
        return self._hasher().check_needs_rehash(known)

    def _hasher(self) -> PasswordHasher:
        try:
            from argon2 import PasswordHasher
        except ImportError as error:
            raise MissingExtra("argon2-cffi", "web", purpose="Keeping accounts") from error
        return PasswordHasher(time_cost=self._rounds, memory_cost=self._kibibytes, parallelism=self._lanes)


def _bytes(password: str) -> bytes:
    return normal(password).encode("utf8", "surrogatepass")
