"""`sayso show`: figures opened on their sentences."""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.filters import asked, filters
from sayso.cli.names import FIELD
from sayso.cli.output import array, choice
from sayso.cli.session import Session, ledger_option, names
from sayso.cli.terminal import echo_all, painted, width
from sayso.errors import UnknownName
from sayso.model import Document, Figure
from sayso.present import export, show

_WIDEST = 110


@click.command("show", epilog="Example: sayso show TJ/joined   or: sayso show 7b2df6e9   or: sayso show interview")
@click.argument("references", nargs=-1, required=True, metavar="REF...")
@click.option(
    "--rows", default="origin", show_default=True, type=FIELD, metavar="FIELD", help="What the rows of the table are, for a cell."
)
@click.option("--columns", default="category", show_default=True, type=FIELD, metavar="FIELD", help="What its columns are.")
@filters
@choice("table", "json", about="Text to read, if not said, or one JSON array.")
@ledger_option
@click.pass_obj
def command(session: Session, /, references: tuple[str, ...], rows: str, columns: str, form: str | None, **options: Any) -> None:
    """Open figures: their sentence letter for letter, who said it, and why it was read so.

    REF is the start of a figure's fingerprint, a document's name, or a cell as ROW/COLUMN, of the table that --rows,
    --columns and the options that choose figures make.
    """
    with session.open() as ledger:
        pairs: list[tuple[Figure, Document]] = []
        for reference in references:
            found = ledger.show(reference, rows=rows, columns=columns, **asked(options))
            if not found:
                raise UnknownName(f"no figures under {reference!r}", advice="See what there is with: sayso table, or: sayso figures")
            pairs += found
    if form == "json":
        echo_all(array(export.record(figure, document) for figure, document in pairs))
        return
    columns_wide = min(width(), _WIDEST)
    for at, (figure, document) in enumerate(pairs):
        echo_all([""] * (at > 0) + [painted(show(figure, document, names(), columns_wide))])
