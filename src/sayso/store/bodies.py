"""Findings and points as they are kept, one piece of JSON each, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sayso.model import Aside, Claim, Evidence, Finding, Interval, Kind, Point, Quantity, Unit


def finding_of(body: Mapping[str, Any]) -> Finding:
    """The finding of what its `to_dict` gave."""
    held = {name: value for name, value in body.items() if name != "fingerprint"}
    lists = {name: tuple(held[name]) for name in ("figures", "people", "place", "missing")}
    evidence = tuple(Evidence(**one) for one in held["evidence"])
    return Finding(**{**held, **lists, "kind": Kind(held["kind"]), "evidence": evidence})


def finding_row(piece_id: int, finding: Finding) -> tuple[object, ...]:
    """The columns of a finding."""
    what = finding.category, json_of(finding.people), json_of(finding.place)
    return piece_id, finding.fingerprint, finding.kind.value, finding.gravity, *what, json_of(finding.to_dict())


def point_row(piece_id: int, position: int, point: Point) -> tuple[object, ...]:
    """The columns of a point."""
    held = point.quantity
    what = held.category, json_of(held.people), json_of(held.place), held.event, held.time
    return piece_id, position, point.fingerprint, held.series, *what, len(point.claims), json_of(point_body(point))


def json_of(value: object) -> str:
    """A value as the database keeps it: JSON with letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def point_body(point: Point) -> list[Any]:
    """A point as plain values."""
    held = point.quantity
    return [
        [held.category, held.people, held.place, held.group, held.time, held.event, held.unit.value],
        [[c.origin, c.interval, c.reach, c.official, c.last, c.figures, c.documents, c.torn] for c in point.claims],
        [[aside.figure, aside.reason] for aside in point.asides],
    ]


def point_of(body: list[Any]) -> Point:
    """The point of what `point_body` gave."""
    (category, people, place, group, time, event, unit), claims, asides = body
    return Point(
        Quantity(category, tuple(people), tuple(place), group, time, event, Unit(unit)),
        tuple(
            Claim(origin, Interval(*interval), Interval(*reach), official, last, tuple(figures), tuple(documents), torn)
            for origin, interval, reach, official, last, figures, documents, torn in claims
        ),
        tuple(Aside(*aside) for aside in asides),
    )
