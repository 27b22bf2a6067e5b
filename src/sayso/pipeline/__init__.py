"""From a document to its figures: pure and picklable, what an engine maps over many documents."""

from sayso.pipeline.extraction import extract

__all__ = ["extract"]
