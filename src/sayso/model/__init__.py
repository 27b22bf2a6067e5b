"""Frozen values that every floor speaks of; they do no work."""

from sayso.model.document import Document, Note, Refusal, Span
from sayso.model.estimate import Aside, Estimate, Quantity, Status
from sayso.model.event import Event
from sayso.model.figure import Figure
from sayso.model.mention import Fate, Mention, Share
from sayso.model.source import Basis, Role, Source
from sayso.model.value import Quantifier, Unit, Value

__all__ = [
    "Aside",
    "Basis",
    "Document",
    "Estimate",
    "Event",
    "Fate",
    "Figure",
    "Mention",
    "Note",
    "Quantifier",
    "Quantity",
    "Refusal",
    "Role",
    "Share",
    "Source",
    "Span",
    "Status",
    "Unit",
    "Value",
]
