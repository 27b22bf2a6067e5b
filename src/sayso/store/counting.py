"""Every figure that counts, with no more of it than a table of all of them asks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from sqlalchemy import Connection, text

from sayso.model import Counted, Unit

_QUERY = text(
    """SELECT f.document_id, f.category, f.origin, f.low, f.high, f.unit, f.disputed, whole.origin,
        (SELECT name FROM links WHERE figure_id = f.id ORDER BY role = 'publisher', position DESC LIMIT 1)
    FROM figures AS f LEFT JOIN figures AS whole ON whole.document_id = f.document_id AND whole.start = f.part_start
        AND whole."end" = f.part_end AND whole.category = f.category AND whole."use" = 'counted'
    WHERE f."use" = 'counted'"""
)
"""The last link of a chain is whom a count goes back to, the publisher where there is no other."""


def counted(connection: Connection) -> Iterator[Counted]:
    """All figures that count, in no order that means anything."""
    codes = cache(_codes)
    for number, category, origin, low, high, unit, disputed, whole, name in connection.execute(_QUERY):
        people = codes(origin)
        part = whole is not None and set(codes(whole)) == set(people)
        yield Counted(number, category, people, low, high, Unit(unit), bool(disputed), part, name)


def _codes(held: str) -> tuple[str, ...]:
    return tuple(json.loads(held))
