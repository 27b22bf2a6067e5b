"""What a workbench asks of a ledger: lists cut into pages, single things with what was said of them, and counts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, text

from sayso.errors import UnknownName
from sayso.model import Decision, Figure, Finding, Point, Shown
from sayso.store.bodies import finding_of, point_of
from sayso.store.filters import Filters, conditions
from sayso.store.queues import QUEUES, queued
from sayso.store.reading import SHOWN, figures_by, figures_where
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
    """Which part of a list: how it is sorted, from which place on and how many."""

    sort: str = "document"
    down: bool = False
    offset: int = 0
    limit: int = 50


class Pages:
    """Reading in one transaction for pages; `Store.pages` gives it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def figures(self, filters: Filters, cut: Cut) -> list[Shown]:
        """Figures of one page; UnknownName for a sort that there is not."""
        return self._shown(list(conditions(filters)), cut)

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
        wanted = sorted(set(fingerprints))
        found: dict[str, Shown] = {}
        for at in range(0, len(wanted), 500):
            here = figures_by(self._connection, SHOWN, figures.c.fingerprint.in_(wanted[at : at + 500]))
            found |= {figure.fingerprint: shown_of(row, figure) for row, figure in here}
        return found

    def figures_like(self, prefix: str) -> list[Figure]:
        """Figures whose fingerprint begins like this, refused ones too."""
        return list(figures_where(self._connection, figures.c.fingerprint.op("GLOB")(f"{prefix}*")))

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

    def findings(self, fingerprint: str) -> list[Finding]:
        """Findings whose fingerprint begins like this."""
        rows = self._connection.execute(_FINDINGS, {"prefix": f"{fingerprint}*"})
        return [finding_of(json.loads(row[0])) for row in rows]

    def about(self, figure: str) -> tuple[list[Finding], list[Point]]:
        """Findings and points that a figure is part of."""
        noticed = self._connection.execute(_CONCERNING, {"figure": figure})
        reckoned = self._connection.execute(_COUNTING, {"figure": figure})
        return [finding_of(json.loads(row[0])) for row in noticed], [point_of(json.loads(row[0])) for row in reckoned]

    def _shown(self, wanted: Sequence[ColumnElement[bool]], cut: Cut) -> list[Shown]:
        ids = self._ids(wanted, cut)
        rows = {row.id: shown_of(row, figure) for row, figure in figures_by(self._connection, figures.c.id.in_(ids))}
        return [rows[number] for number in ids]

    def _ids(self, wanted: Sequence[ColumnElement[bool]], cut: Cut) -> list[int]:
        """Numbers of the figures of a page: sorted and cut before anything is read of them."""
        if cut.sort not in SORTS:
            raise UnknownName(f"figures cannot be sorted by {cut.sort!r}", advice=f"There are: {', '.join(SORTS)}.")
        order = [column.desc() if cut.down else column.asc() for column in SORTS[cut.sort]]
        query = select(figures.c.id).join_from(figures, documents).where(*wanted)
        return list(self._connection.execute(query.order_by(*order).limit(cut.limit).offset(cut.offset)).scalars())


_SUBJECTS = text(
    "SELECT DISTINCT json_extract(subject, '$[0]'), json_extract(subject, '$[1]') FROM decisions "
    "WHERE kind = 'figure' AND json_extract(subject, '$[1]') GLOB :prefix"
)
_FINDINGS = text("SELECT body FROM findings WHERE fingerprint GLOB :prefix GROUP BY fingerprint ORDER BY gravity, fingerprint")
_CONCERNING = text(
    "SELECT body FROM concerns JOIN findings ON findings.piece_id = concerns.piece_id AND findings.fingerprint = concerns.finding "
    "WHERE figure = :figure GROUP BY findings.fingerprint ORDER BY gravity, findings.fingerprint"
)
_COUNTING = text("SELECT body FROM counted JOIN points USING (piece_id, position) WHERE figure = :figure ORDER BY time, fingerprint")
