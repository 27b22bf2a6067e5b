"""Roles: what a person may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.errors import AccountRefused


class Role(StrEnum):
    """A reader reads, a reviewer also decides and adds documents, an admin also manages accounts."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def may(self, needed: Role) -> bool:
        """Whether this role includes another."""
        order = list(Role)
        return order.index(self) >= order.index(needed)

    @classmethod
    def named(cls, name: str) -> Role:
        """The role of this name; raises AccountRefused."""
        try:
            return cls(name)
        except ValueError as error:
            raise AccountRefused(f"there is no role {name!r}", advice=f"There are: {', '.join(cls)}.") from error


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person who looks on: their name, and what they may do here."""

    name: str
    role: Role

    def may(self, role: str) -> bool:
        """Whether they may do what this role may."""
        return self.role.may(Role(role))
