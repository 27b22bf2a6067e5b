"""What rows and columns of a table may be, their keys and their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from sayso.codebook import load
from sayso.errors import UnknownName
from sayso.model import Figure, Quantifier, Role, Unit
from sayso.present.origins import NOTHING, ReadAs, identity, labels
from sayso.present.words import NONE, readable

Key = Callable[[Figure], str]


def _codes(codes: Sequence[str]) -> str:
    return "+".join(sorted(codes)) or NONE


def _publisher(figure: Figure) -> str:
    return next((source.name for source in figure.attribution if source.role is Role.PUBLISHER), NONE)


_KEYS: Mapping[str, Key] = {
    "origin": lambda figure: _codes(figure.origin),
    "location": lambda figure: _codes(figure.location),
    "category": lambda figure: figure.category,
    "source": lambda figure: figure.document,
    "document": lambda figure: figure.document,
    "publisher": _publisher,
    "quantifier": lambda figure: figure.quantifier.value,
    "unit": lambda figure: figure.unit.value,
    "as_of": lambda figure: figure.as_of or NONE,
}
FIELDS = tuple(_KEYS)
"""What rows and columns may be."""


def keys(field: str, figures: Sequence[Figure], read_as: ReadAs = NOTHING) -> Key:
    """The function that gives the key of a figure in this field; UnknownName where there is no such field."""
    if field not in _KEYS:
        near = get_close_matches(field, FIELDS, 1)
        raise UnknownName(
            f"no rows or columns can be made of {field!r}",
            advice=f"{f'Did you mean {near[0]}? ' if near else ''}There are: {', '.join(FIELDS)}.",
        )
    if field != "source":
        return _KEYS[field]
    names = labels(figures, read_as)
    return lambda figure: names[identity(figure, read_as)]


def arrange(field: str, reports: Mapping[str, int], names: Mapping[str, str]) -> tuple[str, ...]:
    """Keys in the order that a reader looks for them: what is not stated last.

    Categories, quantifiers and units in the order of the guideline, dates in theirs, all else by number of reports and then name.
    """
    fixed = {"category": load().codes, "quantifier": [q.value for q in Quantifier], "unit": [u.value for u in Unit]}.get(field)

    def rank(key: str) -> tuple[bool, int, str]:
        if fixed:
            return key == NONE, fixed.index(key) if key in fixed else len(fixed), key
        if field == "as_of":
            return key == NONE, 0, key
        return key == NONE, -reports[key], readable(key, names).casefold()

    return tuple(sorted(reports, key=rank))
