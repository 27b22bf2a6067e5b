"""What a workbench asks of a ledger: lists cut into pages, single things with what was said of them, and counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal_column, select, text

from sayso.errors import UnknownName
from sayso.model import Counted, Decision, Figure, Shown
from sayso.store.counting import counted
from sayso.store.filters import Filters, conditions
from sayso.store.queues import QUEUES, queued
from sayso.store.reading import SHOWN, batches, figures_by, figures_where
from sayso.store.rows import decision_of, shown_of
from sayso.store.schema import decisions, documents, figures
from sayso.store.verdicts import decisions_on, machine_reading, version

SORTS: Mapping[str, Sequence[ColumnElement[Any]]] = {
    "document": (documents.c.name, documents.c.fingerprint, figures.c.start, figures.c.end),
    "low": (figures.c.low, figures.c.id),
    "high": (figures.c.high, figures.c.id),
    "category": (figures.c.category, figures.c.id),
    "as_of": (figures.c.as_of, figures.c.id),
    "confidence": (figures.c.confidence, figures.c.id),
}
"""What a list of figures may be sorted by."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of a list: how it is sorted, from which place on and how many.

    `few` says that the list is short beside the ledger: then it is found first and sorted after, not looked for in sorted order.
    """

    sort: str = "document"
    down: bool = False
    offset: int = 0
    limit: int = 50
    few: bool = False


class Pages:
    """Reading in one transaction for pages; `Store.pages` gives it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def figures(self, filters: Filters, cut: Cut) -> list[Shown]:
        """Figures of one page; UnknownName for a sort that there is not."""
        joined = cut.sort == "document" or bool(filters.document)
        return self._shown(list(conditions(filters)), cut, joined=joined)

    def count(self, filters: Filters) -> int:
        """How many figures the filters choose."""
        query = select(func.count()).select_from(figures)
        if filters.document:
            query = query.join(documents)
        return int(self._connection.execute(query.where(*conditions(filters))).scalar_one())

    def queue(self, name: str, person: str, filters: Filters, cut: Cut) -> list[Shown]:
        """Figures of a queue of what waits for this person; UnknownName where there is no such queue."""
        return self._shown([*conditions(filters, refused=True), *queued(name, person)], cut)

    def waiting(self, name: str, person: str, filters: Filters | None = None) -> int:
        """How many figures a queue holds for this person."""
        query = select(func.count()).select_from(figures).join(documents)
        wanted = [*conditions(filters or Filters(), refused=True), *queued(name, person)]
        return int(self._connection.execute(query.where(*wanted)).scalar_one())

    def queues(self, person: str) -> dict[str, int]:
        """Every queue with how many figures it holds for this person."""
        return {name: self.waiting(name, person) for name in QUEUES}

    def shown(self, fingerprints: Iterable[str]) -> dict[str, Shown]:
        """These figures as lists show them, by their fingerprints."""
        found: dict[str, Shown] = {}
        for batch in batches(sorted(set(fingerprints))):
            here = figures_by(self._connection, SHOWN, figures.c.fingerprint.in_(batch))
            found |= {figure.fingerprint: shown_of(row, figure) for row, figure in here}
        return found

    def figures_like(self, prefix: str) -> list[Figure]:
        """Figures whose fingerprint begins like this, refused ones too."""
        return list(figures_where(self._connection, figures.c.fingerprint.op("GLOB")(f"{prefix}*")))

    def published(self, fingerprints: Iterable[str]) -> dict[str, str | None]:
        """When documents came out, by their fingerprints; None where it is not known."""
        wanted = list(fingerprints)
        query = select(documents.c.fingerprint, documents.c.published)
        held = [query.where(documents.c.fingerprint.in_(batch)) for batch in batches(wanted)]
        return {row[0]: row[1] for one in held for row in self._connection.execute(one)}

    def counted(self) -> Iterator[Counted]:
        """All figures that count, with no more of them than a table of all asks."""
        return counted(self._connection)

    def machine(self, fingerprint: str) -> Figure | None:
        """What the machine reads at the place of a figure."""
        return machine_reading(self._connection, fingerprint)

    def said(self, kind: str, subject: Sequence[str]) -> tuple[list[Decision], str]:
        """All that was said of one thing, the oldest first, and the version that a further decision names."""
        return decisions_on(self._connection, kind, subject), version(self._connection, kind, subject)

    def decisions(self, kind: str) -> list[Decision]:
        """All that was said of things of a kind, the oldest first."""
        rows = self._connection.execute(select(decisions).where(decisions.c.kind == kind).order_by(decisions.c.id))
        return [decision_of(row) for row in rows]

    def subjects(self, prefix: str) -> list[tuple[str, str]]:
        """Document and figure of everything judged whose figure's fingerprint begins like this, whether a figure is there now or not."""
        rows = self._connection.execute(_SUBJECTS, {"prefix": f"{prefix}*"})
        return [(row[0], row[1]) for row in rows]

    def _shown(self, wanted: Sequence[ColumnElement[bool]], cut: Cut, *, joined: bool = True) -> list[Shown]:
        ids = self._ids(wanted, cut, joined)
        rows = {row.id: shown_of(row, figure) for row, figure in figures_by(self._connection, figures.c.id.in_(ids))}
        return [rows[number] for number in ids]

    def _ids(self, wanted: Sequence[ColumnElement[bool]], cut: Cut, joined: bool) -> list[int]:
        """Numbers of the figures of a page: sorted and cut before anything is read of them."""
        if cut.sort not in SORTS:
            raise UnknownName(f"figures cannot be sorted by {cut.sort!r}", advice=f"There are: {', '.join(SORTS)}.")
        columns = [literal_column(f"+{column}") if cut.few else column for column in SORTS[cut.sort]]
        order = [column.desc() if cut.down else column.asc() for column in columns]
        query = select(figures.c.id).select_from(figures.join(documents) if joined else figures).where(*wanted)
        return list(self._connection.execute(query.order_by(*order).limit(cut.limit).offset(cut.offset)).scalars())


_SUBJECTS = text(
    "SELECT DISTINCT json_extract(subject, '$[0]'), json_extract(subject, '$[1]') FROM decisions "
    "WHERE kind = 'figure' AND json_extract(subject, '$[1]') GLOB :prefix"
)
