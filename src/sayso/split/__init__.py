"""Text to sentences: spans that never cut a number from its qualifier."""

from sayso.split.sentences import sentences

__all__ = ["sentences"]
