"""Figures as a reviewer sees them: with all that was said of them, and in the text around them; many at once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select, text

from sayso.model import Decision, Figure, Review, Shown, Span
from sayso.store.bodies import json_of
from sayso.store.reading import batches, figures_by
from sayso.store.rows import MACHINE, decision_of
from sayso.store.schema import decisions, documents, figures


class Passage(NamedTuple):
    """A stretch of a text around a quote: where it starts, the text, and where in the document other figures stand in it."""

    start: int
    text: str
    others: tuple[Span, ...]


def reviews(connection: Connection, shown: Sequence[Shown]) -> list[Review]:
    """Figures with everything that was said of them."""
    prints = [held.figure.fingerprint for held in shown]
    machine = _machine(connection, [one for one, held in zip(prints, shown, strict=True) if held.by_person])
    machine |= {one: held.figure for one, held in zip(prints, shown, strict=True) if not held.by_person}
    said = _said(connection, [held.figure for held in shown])
    return [_review(held, machine.get(one), said[one]) for one, held in zip(prints, shown, strict=True)]


def passages(connection: Connection, held: Sequence[Figure], reach: int) -> list[Passage]:
    """The text around the quotes of figures, up to so many characters on either side of each."""
    prints = sorted({figure.document_fingerprint for figure in held})
    query = select(documents.c.fingerprint, documents.c.text)
    texts: dict[str, str] = {}
    for batch in batches(prints):
        texts |= {row[0]: row[1] for row in connection.execute(query.where(documents.c.fingerprint.in_(batch)))}
    spans = [_around(figure, texts[figure.document_fingerprint], reach) for figure in held]
    places = [[figure.document_fingerprint, *span] for figure, span in zip(held, spans, strict=True)]
    others: dict[int, list[Span]] = defaultdict(list)
    for row in connection.execute(_BESIDE, {"places": json.dumps(places)}):
        others[row[0]].append((row[1], row[2]))
    return [
        Passage(start, texts[figure.document_fingerprint][start:end], tuple(one for one in others[at] if one != (figure.start, figure.end)))
        for at, (figure, (start, end)) in enumerate(zip(held, spans, strict=True))
    ]


_BESIDE = text(
    "SELECT wanted.key, start, \"end\" FROM json_each(:places) AS wanted "
    "JOIN documents ON documents.fingerprint = wanted.value ->> 0 JOIN figures ON document_id = documents.id "
    "AND start >= wanted.value ->> 1 AND start < wanted.value ->> 2 AND \"end\" <= wanted.value ->> 2 "
    "WHERE \"use\" = 'counted' ORDER BY wanted.key, start"
)


def _around(figure: Figure, text: str, reach: int) -> Span:
    return max(figure.quote_start - reach, 0), min(figure.quote_start + len(figure.quote) + reach, len(text))


def _machine(connection: Connection, fingerprints: Sequence[str]) -> dict[str, Figure]:
    if not fingerprints:
        return {}
    wanted = figures.c.fingerprint.in_(fingerprints), figures.c.made == MACHINE
    return {figure.fingerprint: figure for _, figure in figures_by(connection, *wanted)}


def _said(connection: Connection, held: Sequence[Figure]) -> dict[str, list[tuple[int, Decision]]]:
    """Of each figure what was said of it, the oldest first, with its number."""
    said: dict[str, list[tuple[int, Decision]]] = {figure.fingerprint: [] for figure in held}
    subjects = json_of([json_of((figure.document_fingerprint, figure.fingerprint)) for figure in held])
    for row in connection.execute(_SAID, {"subjects": subjects}):
        decision = decision_of(row)
        said[decision.subject[-1]].append((row.id, decision))
    return said


_SAID = text(
    "SELECT decisions.* FROM json_each(:subjects) AS wanted JOIN decisions ON kind = 'figure' AND subject = wanted.value "
    "ORDER BY decisions.id"
).columns(*decisions.c)


def _review(shown: Shown, machine: Figure | None, said: Sequence[tuple[int, Decision]]) -> Review:
    version = f"{machine.digest if machine else ''}.{said[-1][0] if said else 0}"
    return Review(shown, machine, tuple(decision for _, decision in said), version)
