"""The main table of a large ledger: peoples by category, without the figures themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache

from sayso.languages import compared
from sayso.model import Counted
from sayso.present.axes import arrange
from sayso.present.cell import Tally
from sayso.present.grid import Table
from sayso.present.origins import NOTHING, Identity, ReadAs, known_as
from sayso.present.words import NONE


def summary(counted: Iterable[Counted], names: Mapping[str, str], read_as: ReadAs = NOTHING) -> Table:
    """The same table as `table` by origin and category, whose cells hold numbers but no figures; figures are gone through once."""
    cells: dict[tuple[str, str], Tally] = defaultdict(Tally)
    rows: dict[str, set[Hashable]] = defaultdict(set)
    columns: dict[str, set[Hashable]] = defaultdict(set)
    identity = _identities(read_as)
    for one in counted:
        row = "+".join(sorted(one.origin)) or NONE
        cells[row, one.category].add(one, identity(one.name, one.document))
        rows[row].add(one.document)
        columns[one.category].add(one.document)
    return Table(
        row_field="origin",
        column_field="category",
        rows=arrange("origin", _sizes(rows), names),
        columns=arrange("category", _sizes(columns), names),
        cells={at: tally.cell() for at, tally in cells.items()},
        names=names,
    )


def _identities(read_as: ReadAs) -> Callable[[str | None, Hashable], Identity]:
    """What tells origins apart; names come back so often that each is compared once."""
    known = cache(compared)

    def identity(name: str | None, document: Hashable) -> Identity:
        return known_as(known(name) if name is not None else None, document, read_as)

    return identity


def _sizes(found: Mapping[str, set[Hashable]]) -> dict[str, int]:
    return {key: len(documents) for key, documents in found.items()}
