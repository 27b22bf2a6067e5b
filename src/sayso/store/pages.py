"""What a workbench asks of a ledger: lists cut into pages, single things with what was said of them, and counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, literal_column, select, text, tuple_

from sayso.errors import UnknownName
from sayso.model import Counted, Decision, Document, Figure, Review, Shown, Standing
from sayso.store.counting import counted
from sayso.store.filters import Filters, conditions
from sayso.store.queues import FEW, QUEUES, SCARCE, queued
from sayso.store.reading import SHOWN, batches, documents_where, figures_by, figures_where
from sayso.store.rows import COUNTED, decision_of, shown_of
from sayso.store.schema import decisions, documents, figures
from sayso.store.sights import Passage, passages, reviews
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

_MANY = 3_000


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of a list: how it is sorted, from which place on and how many (None for all).

    `few` says that the list is short beside the ledger: then it is found first and sorted after, not looked for in sorted order; `many`
    that it is long: then it is looked for in sorted order, not found first.
    `after` is the fingerprint of a figure: of a list in the order of documents only what stands behind it.
    """

    sort: str = "document"
    down: bool = False
    offset: int = 0
    limit: int | None = 50
    few: bool = False
    many: bool = False
    after: str = ""


class Heap(NamedTuple):
    """Figures that are alike in category and standing: how many there are, and how many of them count."""

    category: str
    standing: str
    figures: int
    counted: int


class Pages:
    """Reading in one transaction for pages; `Store.pages` gives it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def figures(self, filters: Filters, cut: Cut) -> list[Shown]:
        """Figures of one page; UnknownName for a sort that there is not."""
        joined = cut.sort == "document" or bool(filters.document)
        return self._by_ids(self._ids(list(conditions(filters, many=cut.many)), cut, joined=joined))

    def count(self, filters: Filters) -> int:
        """How many figures the filters choose."""
        query = select(func.count()).select_from(figures)
        if filters.document:
            query = query.join(documents)
        return int(self._connection.execute(query.where(*conditions(filters))).scalar_one())

    def all(self, filters: Filters, cut: Cut) -> Iterator[Shown]:
        """Figures in the order of the cut, read a stretch at a time."""
        for ids in batches(self._ids(list(conditions(filters)), cut, joined=True)):
            yield from self._by_ids(ids)

    def heaps(self, filters: Filters) -> list[Heap]:
        """What the filters choose, by category and standing; those refused are there too, but do not count."""
        counting = func.sum(case((figures.c.use == COUNTED, 1), else_=0))
        query = select(figures.c.category, figures.c.standing, func.count(), counting).group_by(figures.c.category, figures.c.standing)
        if filters.document:
            query = query.join_from(figures, documents)
        return [Heap(*row) for row in self._connection.execute(query.where(*conditions(filters, refused=True)))]

    def standings(self) -> dict[str, str]:
        """How figures stand that somebody judged, by their fingerprints."""
        query = select(figures.c.fingerprint, figures.c.standing).where(figures.c.standing != Standing.NEW.value)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def queue(self, name: str, person: str, filters: Filters, cut: Cut) -> list[Shown]:
        """Figures of a queue of what waits for this person; UnknownName where there is no such queue."""
        wanted = [*conditions(filters, refused=True), *queued(name, person)]
        few = name in FEW or (name in SCARCE and self._scarce(SCARCE[name]))
        return self._by_ids(self._ids(wanted, replace(cut, few=few), joined=True))

    def waiting(self, name: str, person: str, filters: Filters | None = None) -> int:
        """How many figures a queue holds for this person."""
        wanted = [*conditions(filters or Filters(), refused=True), *queued(name, person, counting=True)]
        joined = name != "new" or bool(filters and filters.document)
        query = select(func.count()).select_from(figures.join(documents) if joined else figures)
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

    def reviews(self, fingerprints: Iterable[str]) -> dict[str, Review]:
        """These figures with everything that was said of them, by their fingerprints; those that are not there are left out."""
        return {one.shown.figure.fingerprint: one for one in self.reviewed(list(self.shown(fingerprints).values()))}

    def reviewed(self, shown: Sequence[Shown]) -> list[Review]:
        """The same for figures that are at hand."""
        return reviews(self._connection, shown)

    def passages(self, held: Sequence[Figure], reach: int) -> list[Passage]:
        """The text around the quotes of figures, up to so many characters on either side, and what else is counted there."""
        return passages(self._connection, held, reach)

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

    def shared(self) -> list[Decision]:
        """All that was said of figures for which two persons or more stand for something, the oldest first."""
        return [decision_of(row) for row in self._connection.execute(_SHARED)]

    def documents(self, fingerprints: Iterable[str]) -> dict[str, Document]:
        """Documents without their bytes, by their fingerprints."""
        found = (documents_where(self._connection, documents.c.fingerprint.in_(batch)) for batch in batches(sorted(set(fingerprints))))
        return {document.fingerprint: document for held in found for document in held}

    def subjects(self, prefix: str) -> list[tuple[str, str]]:
        """Document and figure of everything judged whose figure's fingerprint begins like this, whether a figure is there now or not."""
        rows = self._connection.execute(_SUBJECTS, {"prefix": f"{prefix}*"})
        return [(row[0], row[1]) for row in rows]

    def _scarce(self, condition: ColumnElement[bool]) -> bool:
        """Whether few figures are so; an index has to tell."""
        found = select(figures.c.id).where(condition).limit(_MANY).subquery()
        return int(self._connection.execute(select(func.count()).select_from(found)).scalar_one()) < _MANY

    def _by_ids(self, ids: Sequence[int]) -> list[Shown]:
        rows = {row.id: shown_of(row, figure) for row, figure in figures_by(self._connection, figures.c.id.in_(ids))}
        return [rows[number] for number in ids]

    def _ids(self, wanted: Sequence[ColumnElement[bool]], cut: Cut, *, joined: bool) -> list[int]:
        """Numbers of the figures of a page: sorted and cut before anything is read of them."""
        if cut.sort not in SORTS:
            raise UnknownName(f"figures cannot be sorted by {cut.sort!r}", advice=f"There are: {', '.join(SORTS)}.")
        columns = [literal_column(f"+{column}") if cut.few else column for column in SORTS[cut.sort]]
        order = [column.desc() if cut.down else column.asc() for column in columns]
        query = select(figures.c.id).select_from(figures.join(documents) if joined else figures).where(*wanted, *self._behind(cut.after))
        return list(self._connection.execute(query.order_by(*order).limit(cut.limit).offset(cut.offset)).scalars())

    def _behind(self, fingerprint: str) -> Iterator[ColumnElement[bool]]:
        """What stands behind a figure in the order of documents; everything where it is no longer there."""
        query = select(*SORTS["document"]).join_from(figures, documents).where(figures.c.fingerprint == fingerprint).limit(1)
        place = self._connection.execute(query).one_or_none() if fingerprint else None
        if place is not None:
            yield documents.c.name >= place.name  # so that the index over names is gone into at the right place
            yield tuple_(*SORTS["document"]) > tuple_(*place)


_SHARED = text(
    "SELECT decisions.* FROM decisions WHERE kind = 'figure' AND subject IN "
    "(SELECT subject FROM said WHERE kind = 'figure' GROUP BY subject HAVING count(*) > 1) ORDER BY id"
).columns(*decisions.c)
_SUBJECTS = text(
    "SELECT DISTINCT json_extract(subject, '$[0]'), json_extract(subject, '$[1]') FROM decisions "
    "WHERE kind = 'figure' AND json_extract(subject, '$[1]') GLOB :prefix"
)
