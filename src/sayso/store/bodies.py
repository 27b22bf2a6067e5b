"""Findings and points as they are kept, one piece of JSON each, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.model import Aside, Claim, Evidence, Finding, Interval, Kind, Point, Quantity, Unit


def finding_of(body: Mapping[str, Any]) -> Finding:
    """The finding of what its `to_dict` gave."""
    held = {name: value for name, value in body.items() if name != "fingerprint"}
    lists = {name: tuple(held[name]) for name in ("figures", "people", "place", "missing")}
    evidence = tuple(Evidence(**one) for one in held["evidence"])
    return Finding(**{**held, **lists, "kind": Kind(held["kind"]), "evidence": evidence})


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
