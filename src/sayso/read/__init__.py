"""Reading: files, folders and standard input become documents whose text is final."""

from sayso.read.reader import MAX_BYTES, read

__all__ = ["MAX_BYTES", "read"]
