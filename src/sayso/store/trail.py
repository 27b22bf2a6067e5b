"""The audit log, in one transaction: who did what, when and from where; it is only ever added to."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select

from sayso.store.register import audit
from sayso.store.standing import askable


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
        """Its fields, the time in words (ISO, UTC)."""
        return {**asdict(self), "time": datetime.fromtimestamp(self.time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}


_DEED = (audit.c.time, audit.c.person, audit.c.address, audit.c.action, audit.c.subject, audit.c.outcome)


class Trail:
    """Reading the log and adding to it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, deed: Deed) -> None:
        """Add a line."""
        self._connection.execute(insert(audit).values(asdict(deed)))

    def read(self, *, person: str = "", action: str = "", limit: int | None = 100, skip: int = 0) -> list[Deed]:
        """The newest lines first, all or those of a person or an action."""
        query = select(*_DEED).where(*_about(person, action)).order_by(audit.c.id.desc()).limit(limit).offset(skip)
        return [Deed(*row) for row in self._connection.execute(query)]

    def size(self, *, person: str = "", action: str = "") -> int:
        """How many lines there are of a person or an action, or in all."""
        query = select(func.count()).select_from(audit).where(*_about(person, action))
        return int(self._connection.execute(query).scalar_one())


def _about(person: str, action: str) -> list[ColumnElement[bool]]:
    wanted = ((audit.c.person, person), (audit.c.action, action))
    return [column == askable(value) for column, value in wanted if value]
