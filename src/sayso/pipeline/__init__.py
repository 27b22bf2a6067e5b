"""From a document to its figures and mentions: pure and picklable, what an engine maps over many documents."""

from sayso.pipeline.extraction import extract, mentions

__all__ = ["extract", "mentions"]
