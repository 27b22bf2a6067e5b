"""Sentences to figures."""

from sayso.find.bounds import reparse
from sayso.find.figures import figures
from sayso.find.victims import mentions

__all__ = ["figures", "mentions", "reparse"]
