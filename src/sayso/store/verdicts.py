"""What persons said, and what it makes of figures; a decision is only ever added, the machine's reading is never touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, literal_column, select, text, update

from sayso.errors import StaleDecision
from sayso.model import Decision, Figure, Settled, words
from sayso.store.bodies import json_of
from sayso.store.reading import figures_by
from sayso.store.rows import COUNTED, MACHINE, PERSON, REJECTED, SUPERSEDED, decision_of, decision_row, figure_row, link_rows
from sayso.store.schema import decisions, documents, figures, links

Settle = Callable[[Figure | None, Sequence[Decision]], Settled]
"""Says what decisions make of the machine's reading of a place, None where it finds no figure there."""


def decide(connection: Connection, decision: Decision, expected: str | None, settle: Settle | None) -> None:
    """Add a decision and settle what it is about; StaleDecision where `expected` is given and no longer the version of the subject."""
    subject = json_of(decision.subject)
    if expected is not None and expected != version(connection, decision.kind, decision.subject):
        raise StaleDecision
    connection.execute(insert(decisions).values(decision_row(decision)))
    connection.execute(_FORGET, {"kind": decision.kind, "subject": subject})
    said = words(decisions_on(connection, decision.kind, decision.subject))
    rows = [{"kind": decision.kind, "subject": subject, "person": one.person, "verdict": one.verdict} for one in said.values()]
    if rows:
        connection.execute(_SAY, rows)
    if decision.kind == "figure":
        document, figure = decision.subject
        number = connection.execute(select(documents.c.id).where(documents.c.fingerprint == document)).scalar_one()
        _settle(connection, number, document, figure, settle)


_FORGET = text("DELETE FROM said WHERE kind = :kind AND subject = :subject")
_SAY = text("INSERT INTO said VALUES (:kind, :subject, :person, :verdict)")


def decisions_on(connection: Connection, kind: str, subject: Sequence[str]) -> list[Decision]:
    """All that was said of one thing, the oldest first."""
    query = select(decisions).where(decisions.c.kind == kind, _subject() == json_of(subject)).order_by(decisions.c.id)
    return [decision_of(row) for row in connection.execute(query)]


def version(connection: Connection, kind: str, subject: Sequence[str]) -> str:
    """What changes whenever somebody decides on a thing or, of a figure, the machine reads it otherwise."""
    last = connection.execute(_LAST, {"kind": kind, "subject": json_of(subject)}).scalar_one()
    machine = machine_reading(connection, subject[-1]) if kind == "figure" else None
    return f"{machine.digest if machine else ''}.{last}"


_LAST = text("SELECT coalesce(max(id), 0) FROM decisions WHERE kind = :kind AND subject = :subject")


def machine_reading(connection: Connection, fingerprint: str) -> Figure | None:
    """What the machine reads at the place of a figure, whether it counts or not."""
    wanted = figures.c.fingerprint == fingerprint, figures.c.made == MACHINE
    return next((figure for _, figure in figures_by(connection, *wanted)), None)


def settle_document(connection: Connection, document_id: int, fingerprint: str, settle: Settle | None) -> None:
    """Settle anew every figure of a document that anybody ever judged; its text was read again."""
    rows = connection.execute(_JUDGED, {"start": f'["{fingerprint}", "', "end": f'["{fingerprint}", #'})
    for (figure,) in rows.all():
        _settle(connection, document_id, fingerprint, figure, settle)


_JUDGED = text(
    "SELECT DISTINCT json_extract(subject, '$[1]') FROM decisions WHERE kind = 'figure' AND subject > :start AND subject < :end"
)


def put_figures(connection: Connection, document_id: int, reading: Sequence[Figure], more: Mapping[str, Any] | None = None) -> None:
    """Add figures with their chains; `more` are columns that tell whose reading it is and how it stands."""
    if not reading:
        return
    adding = insert(figures).returning(figures.c.id, sort_by_parameter_order=True)
    numbers = connection.execute(adding, [{**figure_row(figure, document_id), **(more or {})} for figure in reading]).scalars()
    if chains := list(_chains(reading, numbers)):
        connection.execute(insert(links), chains)


def _chains(reading: Iterable[Figure], numbers: Iterable[int]) -> Iterable[dict[str, Any]]:
    for figure, number in zip(reading, numbers, strict=True):
        yield from link_rows(figure, number)


def _settle(connection: Connection, document_id: int, document: str, fingerprint: str, settle: Settle | None) -> None:
    if settle is None:
        raise TypeError("a store that is opened without a rule for decisions cannot keep what was said of figures")
    machine = machine_reading(connection, fingerprint)
    settled = settle(machine, decisions_on(connection, "figure", (document, fingerprint)))
    here = figures.c.fingerprint == fingerprint
    connection.execute(delete(figures).where(here, figures.c.made == PERSON))
    stands = {"standing": settled.standing.value, "changed": settled.changed}
    own = settled.reading is not None and (machine is None or settled.reading != machine)
    use = SUPERSEDED if own else COUNTED if settled.reading else REJECTED
    if machine:
        connection.execute(update(figures).where(here, figures.c.made == MACHINE).values(use=use, **stands))
    if own and settled.reading:
        put_figures(connection, document_id, [settled.reading], {"made": PERSON, "use": COUNTED, **stands})


def _subject() -> Any:
    return literal_column("decisions.subject")
