"""Who says how many? Reported counts of people, with the exact words, who said so, and how they add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.errors import SaysoError
from sayso.model import Document, Figure, Quantifier, Source, Unit

if TYPE_CHECKING:
    from sayso.ledger import Ledger, open
    from sayso.pipeline import extract

__version__ = "0.1.0"
__all__ = ["Document", "Figure", "Ledger", "Quantifier", "SaysoError", "Source", "Unit", "__version__", "extract", "open"]

_HOMES = {"Ledger": "sayso.ledger", "open": "sayso.ledger", "extract": "sayso.pipeline"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
