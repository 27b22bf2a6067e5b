"""A figure on its way: what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.find.counted import Counted
from sayso.find.numbers import Number
from sayso.find.sentence import Sentence
from sayso.find.status import Status
from sayso.model import Value


@dataclass(slots=True)
class Draft:
    """A number that counts people, with what its sentence says; fields are filled one after another, each with its rule in `why`."""

    sentence: Sentence
    index: int
    number: Number
    value: Value
    counted: Counted
    status: Status
    rule: str
    category: str = "other"
    origin: tuple[str, ...] = ()
    used: frozenset[int] = frozenset()
    location: tuple[str, ...] = ()
    as_of: str | None = None
    names: tuple[str, ...] = ()
    disputed: bool = False
    whole: int | None = None
    part_rule: str = ""
    inner: bool = False
    parent: int | None = None
    why: dict[str, str] = field(default_factory=dict)
