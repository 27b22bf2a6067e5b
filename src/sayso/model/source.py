"""Who said so: one link of an attribution chain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a source did with the figure."""

    PUBLISHER = "publisher"
    RELAY = "relay"
    ORIGIN = "origin"


class Basis(StrEnum):
    """On what authority a source speaks."""

    OFFICIAL = "official"
    OWN_COUNT = "own_count"
    ESTIMATE = "estimate"
    WITNESS = "witness"
    ANONYMOUS = "anonymous"
    NONE_STATED = "none_stated"


@dataclass(frozen=True, slots=True)
class Source:
    """An actor that a figure is credited to, named as the text names it.

    `resolved` is true where this link is not stated beside the figure: the text names
    elsewhere who stands behind the link before it ("a new report" is The Soufan Center's).
    """

    name: str
    role: Role = Role.ORIGIN
    basis: Basis = Basis.NONE_STATED
    resolved: bool = False
