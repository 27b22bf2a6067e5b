"""Review: what decisions make of figures, what may be corrected, how far persons agree."""

from sayso.review.agreement import Agreement, agreement, alpha
from sayso.review.correcting import FIELDS, corrected
from sayso.review.readings import reading_of, snapshot
from sayso.review.settling import settle, standing

__all__ = ["FIELDS", "Agreement", "agreement", "alpha", "corrected", "reading_of", "settle", "snapshot", "standing"]
