"""Frozen values that every floor speaks of; they do no work."""

from sayso.model.claim import Claim, Interval, Point
from sayso.model.counted import Counted
from sayso.model.decision import Decision, Verdict, words
from sayso.model.document import Document, Note, Refusal, Span
from sayso.model.estimate import Aside, Estimate, Quantity, Status
from sayso.model.event import Event
from sayso.model.figure import Figure
from sayso.model.finding import Evidence, Finding, Kind, Link
from sayso.model.mention import Fate, Mention, Share
from sayso.model.review import Review, Settled, Shown, Standing, Weighed
from sayso.model.source import Basis, Role, Source
from sayso.model.value import Quantifier, Unit, Value

__all__ = [
    "Aside",
    "Basis",
    "Claim",
    "Counted",
    "Decision",
    "Document",
    "Estimate",
    "Event",
    "Evidence",
    "Fate",
    "Figure",
    "Finding",
    "Interval",
    "Kind",
    "Link",
    "Mention",
    "Note",
    "Point",
    "Quantifier",
    "Quantity",
    "Refusal",
    "Review",
    "Role",
    "Settled",
    "Share",
    "Shown",
    "Source",
    "Span",
    "Standing",
    "Status",
    "Unit",
    "Value",
    "Verdict",
    "Weighed",
    "words",
]
