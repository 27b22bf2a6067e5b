"""What reconciling made, asked for a page at a time: findings and the points of quantities."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    text,
    tuple_,
)

from sayso.model import Finding, Point, Standing, Verdict
from sayso.store.bodies import finding_of, json_of, point_of
from sayso.store.filters import has_code
from sayso.store.schema import concerns, counted, documents, figures, findings, points, said

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class About:
    """What findings or estimates are asked for; all that is given must hold, and of several words in one field any.

    `people` and `place` are codes, "none" for those without; `kinds` and `standings` are of findings, `event` of estimates.
    """

    categories: Sequence[str] = ()
    people: Sequence[str] = ()
    place: Sequence[str] = ()
    kinds: Sequence[str] = ()
    standings: Sequence[str] = ()
    event: str | None = None
    rivals: int = 0
    """At least so many origins speak of an estimate."""
    whole: str = ""
    """Only estimates of whole countries or regions: by their "people" or their "place"."""


class Results:
    """Reading in one transaction of what reconciling made; `Store.results` gives it. It is as fresh as the last refresh."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def findings(self, about: About, offset: int = 0, limit: int = 50) -> list[Finding]:
        """Findings of one page, the gravest first; with a limit of -1 all from the offset on."""
        order = findings.c.gravity, findings.c.fingerprint
        query = select(func.min(findings.c.piece_id).label("piece_id"), findings.c.fingerprint).where(*_of_findings(about)).group_by(*order)
        page = query.order_by(*order).limit(limit).offset(offset).subquery()
        here = and_(findings.c.piece_id == page.c.piece_id, findings.c.fingerprint == page.c.fingerprint)
        bodies = select(findings.c.body).join_from(page, findings, here).order_by(*order)
        return [finding_of(row[0]) for row in self._connection.execute(bodies)]

    def newest(self, about: About, limit: int, within: int) -> list[Finding]:
        """Findings that figures of the documents added last are part of, so many at most: of the latest document first, then the gravest.

        `within` is how many documents are looked through.
        """
        before = select(documents.c.id).order_by(documents.c.id.desc()).limit(1).offset(within).scalar_subquery()
        last = func.max(figures.c.document_id).label("last")
        late = select(concerns.c.finding, concerns.c.piece_id, last).where(figures.c.document_id > func.coalesce(before, 0))
        found = late.join_from(figures, concerns, concerns.c.figure == figures.c.fingerprint).group_by(concerns.c.finding).subquery()
        here = and_(findings.c.piece_id == found.c.piece_id, findings.c.fingerprint == found.c.finding)
        query = select(findings.c.body).join_from(found, findings, here).where(*_of_findings(about))
        order = found.c.last.desc(), findings.c.gravity, findings.c.fingerprint
        return [finding_of(row[0]) for row in self._connection.execute(query.order_by(*order).limit(limit))]

    def count_findings(self, about: About) -> dict[str, int]:
        """How many findings there are, by their kinds."""
        query = select(findings.c.kind, func.count(findings.c.fingerprint.distinct())).where(*_of_findings(about)).group_by(findings.c.kind)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def cells(self, about: About) -> dict[tuple[tuple[str, ...], str], int]:
        """How many findings there are, by people and category."""
        what = findings.c.people, findings.c.category
        query = select(*what, func.count(findings.c.fingerprint.distinct())).where(*_of_findings(about)).group_by(*what)
        return {(tuple(row[0]), row[1]): row[2] for row in self._connection.execute(query)}

    def after(self, about: About, finding: Finding) -> str | None:
        """The fingerprint of the next finding in order."""
        order = findings.c.gravity, findings.c.fingerprint
        later = tuple_(*order) > tuple_(literal(finding.gravity), literal(finding.fingerprint))
        query = select(findings.c.fingerprint).where(later, *_of_findings(about)).order_by(*order).limit(1)
        return self._connection.execute(query).scalar_one_or_none()

    def like(self, fingerprint: str) -> list[Finding]:
        """Findings whose fingerprint begins like this."""
        return [finding_of(json.loads(row[0])) for row in self._connection.execute(_LIKE, {"start": f"{fingerprint}*"})]

    def findings_about(self, *figures: str, limit: int = -1) -> list[Finding]:
        """Findings that any of some figures is part of, the gravest first."""
        here = and_(findings.c.piece_id == concerns.c.piece_id, findings.c.fingerprint == concerns.c.finding)
        query = select(findings.c.body).join_from(concerns, findings, here).where(concerns.c.figure.in_(figures))
        query = query.group_by(findings.c.gravity, findings.c.fingerprint).order_by(findings.c.gravity, findings.c.fingerprint).limit(limit)
        return [finding_of(row[0]) for row in self._connection.execute(query)]

    def points(self, about: About, offset: int = 0, limit: int = 50, *, rivalled: bool = False) -> list[Point]:
        """Points of one page, by category, people, place and time; with `rivalled` those first of which most origins speak."""
        names = ("category", "people", "place", "series", "time", "fingerprint")
        order: list[ColumnElement[Any]] = [points.c[name] for name in names]
        if rivalled:
            order = [points.c.origins.desc(), points.c.fingerprint.desc()]
        query = select(points.c.body).where(*_of_points(about)).order_by(*order).limit(limit).offset(offset)
        return [point_of(row[0]) for row in self._connection.execute(query)]

    def count_points(self, about: About) -> int:
        """How many points there are."""
        return int(self._connection.execute(select(func.count()).select_from(points).where(*_of_points(about))).scalar_one())

    def categories(self) -> dict[str, int]:
        """How many points there are of each category, the most first."""
        number = func.count()
        query = select(points.c.category, number).group_by(points.c.category).order_by(number.desc(), points.c.category)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def point(self, fingerprint: str) -> Point | None:
        """The point of an estimate's whole fingerprint."""
        query = select(points.c.body).where(points.c.fingerprint == fingerprint)
        return next((point_of(row[0]) for row in self._connection.execute(query)), None)

    def leading(self, categories: Sequence[str], people: Sequence[Sequence[str]]) -> list[Point]:
        """Of each category and people the point of which most origins speak, then the latest: of persons, and of no group among them."""
        asked = {"categories": list(categories), "people": [json_of(sorted(codes)) for codes in people]}
        return [point_of(json.loads(row[0])) for row in self._connection.execute(_LEADING, asked)]

    def series(self, series: str, limit: int = -1) -> list[Point]:
        """The points of one series (`Quantity.series`), the undated first, all or so many."""
        query = select(points.c.body).where(points.c.series == series).order_by(points.c.time, points.c.fingerprint).limit(limit)
        return [point_of(row[0]) for row in self._connection.execute(query)]

    def count_series(self, series: str) -> int:
        """How many points a series has."""
        return int(self._connection.execute(select(func.count()).select_from(points).where(points.c.series == series)).scalar_one())

    def points_about(self, *figures: str) -> list[Point]:
        """Points that any of some figures is used for or set aside in, by time."""
        here = and_(points.c.piece_id == counted.c.piece_id, points.c.position == counted.c.position)
        order = points.c.time, points.c.fingerprint
        query = select(points.c.body).join_from(counted, points, here).where(counted.c.figure.in_(figures)).group_by(*order)
        return [point_of(row[0]) for row in self._connection.execute(query.order_by(*order))]


_LIKE = text("SELECT body FROM findings WHERE fingerprint GLOB :start GROUP BY fingerprint")

_LEADING = text(
    """SELECT body FROM (
        SELECT body, row_number() OVER (PARTITION BY category, people ORDER BY origins DESC, time DESC, fingerprint) AS place FROM points
        WHERE category IN :categories AND people IN :people AND body ->> '$[0][3]' = '' AND body ->> '$[0][6]' = 'person'
    ) WHERE place = 1"""
).bindparams(bindparam("categories", expanding=True), bindparam("people", expanding=True))


def _of_findings(about: About) -> Iterator[Condition]:
    yield from _named(about, findings)
    if about.kinds:
        yield findings.c.kind.in_(about.kinds)
    if about.standings:
        yield or_(*(_standing(Standing(standing)) for standing in about.standings))


def _of_points(about: About) -> Iterator[Condition]:
    yield from _named(about, points)
    if about.event is not None:
        yield points.c.event == about.event
    if about.rivals:
        yield points.c.origins >= about.rivals
    if about.whole:
        codes = cast(points.c[about.whole], Text)
        yield and_(codes != "[]", or_(func.instr(codes, ":") == 0, func.instr(codes, '"region:') > 0))


def _named(about: About, table: Table) -> Iterator[Condition]:
    if about.categories:
        yield table.c.category.in_(about.categories)
    if about.people:
        yield _any(table.c.people, about.people)
    if about.place:
        yield _any(table.c.place, about.place)


def _any(column: Column[Any], codes: Sequence[str]) -> Condition:
    return or_(*(has_code(column, code) for code in codes))


@cache
def _standing(standing: Standing) -> Condition:
    """How a finding stands by what persons stand for; the same as `review.standing` says."""
    accepted, rejected = _says(Verdict.ACCEPT), _says(Verdict.REJECT)
    match standing:
        case Standing.ACCEPTED:
            return and_(accepted, ~rejected)
        case Standing.REJECTED:
            return and_(rejected, ~accepted)
        case Standing.DIVIDED:
            return and_(accepted, rejected)
        case Standing.UNSURE:
            return and_(_says(Verdict.UNSURE), ~accepted, ~rejected)
        case Standing.NEW:
            return ~_says(*Verdict)
    return literal_column("0") == 1


def _says(*verdicts: Verdict) -> Condition:
    subject = '["' + findings.c.fingerprint + '"]'
    here = and_(said.c.kind == "finding", literal_column("said.subject") == subject)
    return exists(select(1).select_from(said).where(here, said.c.verdict.in_([verdict.value for verdict in verdicts])))
