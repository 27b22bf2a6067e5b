"""Sentences to figures."""

from sayso.find.bounds import reparse
from sayso.find.figures import figures

__all__ = ["figures", "reparse"]
