"""Sentences to figures."""

from sayso.find.bounds import ends, reparse
from sayso.find.figures import figures
from sayso.find.numbers import numbers
from sayso.find.victims import mentions

__all__ = ["ends", "figures", "mentions", "numbers", "reparse"]
