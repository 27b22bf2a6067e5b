"""What could not be read, told on standard error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.cli.terminal import complain
from sayso.model import Note, Refusal
from sayso.present.words import plural

_NAMED = 3


@dataclass(slots=True)
class Tally:
    """Counts what was read and refused, and tells each refusal as it comes."""

    read: int = 0
    refused: int = 0
    skipped: list[str] = field(default_factory=list)
    more: int = 0

    def note(self, name: str, notes: Iterable[Note]) -> None:
        """Count a document that was read, and tell what reading it did or noticed."""
        self.read += 1
        for note in notes:
            complain(f"{name}: {note.message}")

    def refuse(self, refusal: Refusal) -> None:
        """Tell one refusal; files of other kinds in a folder are only counted and told at the end."""
        if not refusal.skipped:
            self.refused += 1
            complain(str(refusal))
        elif len(self.skipped) < _NAMED:
            self.skipped.append(refusal.where)
        else:
            self.more += 1

    def finish(self) -> None:
        """Tell how many files were skipped."""
        if self.skipped:
            more = f" and {self.more:,} more" if self.more else ""
            total = plural(len(self.skipped) + self.more, "file")
            complain(f"{total} skipped, of no kind that sayso reads: {', '.join(self.skipped)}{more}")


def nothing() -> None:
    """Tell that no figure was chosen."""
    complain("no figures. Take an option away, or add texts with: sayso add PATH")
