"""The audit log, in one transaction: who did what, when and from where; it is only ever added to."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from sayso.store.register import audit


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the log: `time` in seconds since 1970, `person` "" where nobody is known."""

    time: int
    person: str
    address: str
    action: str
    subject: str = ""
    outcome: str = "done"

    def to_dict(self) -> dict[str, Any]:
        """Its fields."""
        return asdict(self)


_DEED = (audit.c.time, audit.c.person, audit.c.address, audit.c.action, audit.c.subject, audit.c.outcome)


class Trail:
    """Reading the log and adding to it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, deed: Deed) -> None:
        """Add a line."""
        self._connection.execute(insert(audit).values(deed.to_dict()))

    def read(self, *, person: str = "", action: str = "", limit: int = 100, skip: int = 0) -> list[Deed]:
        """The newest lines first, all or those of a person or an action."""
        query = select(*_DEED).order_by(audit.c.id.desc()).limit(limit).offset(skip)
        query = query.where(audit.c.person == person) if person else query
        query = query.where(audit.c.action == action) if action else query
        return [Deed(*row) for row in self._connection.execute(query)]
