"""Which figures an address asks for, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from sayso.errors import UnknownName
from sayso.ledger.looking import asked
from sayso.store import Cut
from sayso.store.pages import SORTS
from sayso.web.given import Words, given

Chosen = Mapping[str, Any]
_DISPUTED = {"yes": True, "no": False, "true": True, "false": False}
_SORT = "document"


async def words(
    document: Words = None, category: Words = None, origin: Words = None, location: Words = None, source: Words = None,
    quantifier: Words = None,
) -> Chosen:  # fmt: skip
    """Filters of several words each, as `sayso.store.Filters` explains; empty fields of a form ask for nothing."""
    return given(document=document, category=category, origin=origin, location=location, source=source, quantifier=quantifier)


async def further(
    unit: Words = None, as_of: Words = None, text: Words = None, standing: Words = None,
    disputed: Annotated[Literal["", "yes", "no", "true", "false"], Query(description="Whether the text itself calls it wrong.")] = "",
    min_confidence: Annotated[str, Query(pattern=r"^(0?\.\d{1,9}|[01](\.0{0,9})?)?$", description="0 to 1.")] = "",
) -> Chosen:  # fmt: skip
    """The other filters."""
    held: dict[str, Any] = {**given(unit=unit, as_of=as_of, text=text, standing=standing)}
    if disputed:
        held["disputed"] = _DISPUTED[disputed]
    if min_confidence:
        held["min_confidence"] = float(min_confidence)
    return held


async def wanted(first: Annotated[Chosen, Depends(words)], second: Annotated[Chosen, Depends(further)]) -> Chosen:
    """All filters of an address; UnknownName for a value that there is not."""
    held = {**first, **second}
    asked(held)
    return held


async def order(
    sort: Annotated[str, Query(description="Sorted by document, low, high, category, as_of or confidence; -low the other way.")] = _SORT,
) -> Cut:
    """The order of an address."""
    name = sort.removeprefix("-") or _SORT
    if name not in SORTS:
        raise UnknownName(f"figures cannot be sorted by {name!r}", advice=f"There are: {', '.join(SORTS)}.")
    return Cut(sort=name, down=sort.startswith("-"))


Filtered = Annotated[Chosen, Depends(wanted)]
"""The parameter of a list of figures that says which are wanted."""

Ordered = Annotated[Cut, Depends(order)]
"""The parameter of a list of figures that says in which order."""
