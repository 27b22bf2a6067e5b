"""What stands beside findings in lists: what persons stand for, and which peoples and categories are in conflict."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, text

from sayso.model import Decision
from sayso.store.bodies import json_of
from sayso.store.reading import batches


class Rivalry(NamedTuple):
    """How many conflicts there are about a category and some people."""

    category: str
    people: tuple[str, ...]
    conflicts: int


def stances(connection: Connection, findings: Sequence[str]) -> dict[str, list[Decision]]:
    """What each person stands for, of each of these findings by its fingerprint."""
    query = text("SELECT subject, person, verdict FROM said WHERE kind = 'finding' AND subject IN :subjects")
    query = query.bindparams(bindparam("subjects", expanding=True))
    subjects = {json_of((fingerprint,)): fingerprint for fingerprint in findings}
    found: dict[str, list[Decision]] = {fingerprint: [] for fingerprint in findings}
    for batch in batches(list(subjects)):
        for row in connection.execute(query, {"subjects": batch}):
            fingerprint = subjects[row.subject]
            found[fingerprint].append(Decision("finding", (fingerprint,), row.verdict, row.person, ""))
    return found


def rivalries(connection: Connection) -> list[Rivalry]:
    """Every category and people that a conflict is about."""
    query = "SELECT category, people, count(DISTINCT fingerprint) FROM findings WHERE kind = 'conflict' GROUP BY category, people"
    return [Rivalry(row[0], tuple(json.loads(row[1])), row[2]) for row in connection.execute(text(query))]
