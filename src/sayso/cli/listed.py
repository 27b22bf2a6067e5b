"""Records, one a line: for a terminal or for a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sayso.cli.output import array, compact
from sayso.cli.terminal import complain, echo_all, painted, piped, width
from sayso.present.layout import grid
from sayso.present.safe import printable


def told(form: str | None, records: Sequence[Mapping[str, object]], nothing: str) -> None:
    """Print records as a table, JSON or JSON lines; say `nothing` on standard error where there is none."""
    match form or ("jsonl" if piped() else "table"):
        case "jsonl":
            echo_all(map(compact, records))
        case "json":
            echo_all(array(records))
        case _:
            cells = [[printable(_cell(value)) for value in record.values()] for record in records]
            echo_all(map(painted, grid(list(records[0]), cells, width())) if records else [])
    if not records:
        complain(nothing)


def day(seconds: int | None) -> str | None:
    """The day of a time in seconds since 1970 (UTC)."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "–" if value is None else " ".join(str(value).split())
