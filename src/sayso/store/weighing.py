"""What persons stand for of many findings at once."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, text

from sayso.model import Decision
from sayso.store.bodies import json_of
from sayso.store.reading import batches


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

