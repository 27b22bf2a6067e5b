"""What figures are asked for: plain names and values in, conditions of the database out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ColumnElement, Text, and_, cast, exists, func, literal_column, or_, select, true

from sayso.errors import UnknownName
from sayso.model import Quantifier, Standing, Unit
from sayso.store.bodies import json_of
from sayso.store.rows import COUNTED, SUPERSEDED
from sayso.store.schema import codes, documents, figures, links
from sayso.store.standing import askable

Words = str | Sequence[str] | None
NONE = "none"
"""Asks for figures that have nothing in a field: `origin="none"`."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What figures are asked for; all that is given must hold, and of several words in one field any.

    `document` is a name or a fingerprint; `origin` and `location` ask for a code among the figure's codes; `source` for a
    stretch of a name anywhere in the chain and `text` for a stretch of the quote, both without regard to case and spacing;
    `as_of` for a date or for the month or year that it lies in. `origin`, `location`, `source` and `as_of` take "none" for
    figures without any. `standing` asks for figures that stand so after what persons said; those refused are only given to whoever
    asks for "rejected".
    """

    document: Words = None
    category: Words = None
    origin: Words = None
    location: Words = None
    source: Words = None
    quantifier: Words = None
    unit: Words = None
    disputed: bool | None = None
    as_of: Words = None
    text: Words = None
    min_confidence: float | None = None
    standing: Words = None

    @classmethod
    def of(cls, wanted: Mapping[str, Any]) -> Filters:
        """Filters from names and values; raises UnknownName for a name or a value that does not exist."""
        known = [field.name for field in fields(cls)]
        for name in wanted:
            if name not in known:
                raise UnknownName(f"there is no filter {name!r}", advice=_suggest(name, known))
        filters = cls(**wanted)
        _refuse_unknown("quantifier", filters.quantifier, Quantifier)
        _refuse_unknown("unit", filters.unit, Unit)
        _refuse_unknown("standing", filters.standing, Standing)
        return filters


def conditions(filters: Filters, *, refused: bool = False, many: bool = False) -> Iterator[ColumnElement[bool]]:
    """The conditions of a query over figures joined with their documents; with `refused` those that were rejected too.

    `many` says that they choose a good part of the ledger: then no index over what they name is gone through.
    """
    standing = _words(filters.standing)
    yield figures.c.use != SUPERSEDED if refused or Standing.REJECTED in standing else figures.c.use == COUNTED
    if standing:
        yield _column("standing", many).in_(standing)
    if names := _words(filters.document):
        yield or_(documents.c.name.in_(names), documents.c.fingerprint.in_(names))
    for field in ("category", "quantifier", "unit"):
        if words := _words(getattr(filters, field)):
            yield _column(field, many).in_(words)
    for field in ("origin", "location"):
        if words := _words(getattr(filters, field)):
            yield _coded(field, words, many)
    if words := _words(filters.source):
        yield or_(*(_credited(word) for word in words))
    if words := _words(filters.as_of):
        yield or_(*(_dated(word) for word in words))
    if words := _words(filters.text):
        yield or_(*(_holds(figures.c.quote, word) for word in words))
    if filters.disputed is not None:
        yield figures.c.disputed.is_(filters.disputed)
    if filters.min_confidence is not None:
        yield _column("confidence", many) >= filters.min_confidence


def _column(name: str, many: bool) -> ColumnElement[Any]:
    """A column of figures; with `many` so that SQLite finds no index for it."""
    return literal_column(f"+figures.{name}", figures.c[name].type) if many else figures.c[name]


def folded(text: str) -> str:
    """Text without regard to case and spacing; the database knows it as a function of the same name."""
    return " ".join(text.casefold().split())


def _words(wanted: Words) -> list[str]:
    words = [wanted] if isinstance(wanted, str) else list(wanted or ())
    return [askable(word) for word in words]


def _coded(field: str, words: Sequence[str], many: bool) -> ColumnElement[bool]:
    """Whether a figure has any of some codes in a field; with `many` each is asked, else those that have one are looked up."""
    held = and_(codes.c.field == field, codes.c.code.in_(["" if word == NONE else word for word in words if word]))
    if many:
        return exists(select(1).select_from(codes).where(held, codes.c.figure_id == figures.c.id))
    return figures.c.id.in_(select(codes.c.figure_id).where(held))


def has_code(column: Column[Any], code: str) -> ColumnElement[bool]:
    """Whether a column of codes holds this one; in a list as it is kept a code stands in double quotes, and no other code holds those."""
    held = cast(column, Text)
    return held == "[]" if code == NONE else func.instr(held, json_of(code)) > 0


def _credited(name: str) -> ColumnElement[bool]:
    chain = exists(select(1).select_from(links).where(links.c.figure_id == figures.c.id))
    if name == NONE:
        return ~chain
    return chain.where(_holds(links.c.name, name))


def _holds(column: Column[Any], wanted: str) -> ColumnElement[bool]:
    """Whether a text holds the wanted one, without regard to case and spacing.

    LIKE is asked first for each plain word: it knows no letters beyond ASCII and nothing behind a NUL, but is many times faster, and
    leaves few to the rest.
    """
    plain = [column.contains(word, autoescape=True) for word in wanted.split() if word.isascii()]
    maybe = or_(and_(*plain), func.instr(column, "\0") > 0) if plain else true()
    return and_(maybe, func.instr(func.folded(column), folded(wanted)) > 0)


def _dated(date: str) -> ColumnElement[bool]:
    if date == NONE:
        return figures.c.as_of.is_(None)
    return or_(figures.c.as_of == date, figures.c.as_of.startswith(f"{date}-", autoescape=True))


def _refuse_unknown(field: str, wanted: Words, kind: type[StrEnum]) -> None:
    known = [member.value for member in kind]
    for word in _words(wanted):
        if word not in known:
            raise UnknownName(f"there is no {field} {word!r}", advice=_suggest(word, known))


def _suggest(word: str, known: Sequence[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f"Did you mean {close[0]!r}?" if close else f"There are: {', '.join(known)}."
