"""Exit codes that scripts can trust."""

from __future__ import annotations

DONE = 0
SOME_UNREAD = 1
NOTHING_READ = 3
UNUSABLE = 4
INTERRUPTED = 130

EPILOG = """\b
Exit codes:
  0    all done
  1    something could not be read; the rest was done
  2    wrong usage, or a name that is not there
  3    nothing could be read
  4    the ledger or the output cannot be used
  5    an optional package is missing
  130  interrupted; what was reported as added is kept

\b
Results go to standard output; notes, refusals and progress go to standard error.
NO_COLOR turns colour off. SAYSO_LEDGER names the ledger.
"""


def reading(read: int, refused: int) -> int:
    """The code of a batch, by how many documents were read and how many inputs refused."""
    if not refused:
        return DONE
    return SOME_UNREAD if read else NOTHING_READ
