"""Frozen values that every floor speaks of; they do no work."""

from sayso.model.document import Document, Note, Refusal, Span
from sayso.model.figure import Figure
from sayso.model.source import Basis, Role, Source
from sayso.model.value import Quantifier, Unit, Value

__all__ = [
    "Basis",
    "Document",
    "Figure",
    "Note",
    "Quantifier",
    "Refusal",
    "Role",
    "Source",
    "Span",
    "Unit",
    "Value",
]
