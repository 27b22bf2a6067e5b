"""`sayso table`: who says how many."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sayso.cli.filters import asked, filters
from sayso.cli.names import FIELD
from sayso.cli.output import choice, compact, pretty
from sayso.cli.reports import nothing
from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import echo_all, painted, piped, width
from sayso.present import Table, csv_records


@click.command("table", epilog="Example: sayso table --rows origin --columns category --output fighters.xlsx")
@click.option(
    "--rows", default="origin", show_default=True, type=FIELD, metavar="FIELD", help="origin, location, category, source, document ..."
)
@click.option("--columns", default="category", show_default=True, type=FIELD, metavar="FIELD", help="The same choice.")
@filters
@choice(about="How to print: table, if not said; json nested; jsonl and csv one line a cell.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write .csv .json .jsonl .parquet or .xlsx instead.")
@ledger_option
@click.pass_obj
def command(session: Session, /, rows: str, columns: str, form: str | None, output: Path | None, **options: Any) -> None:
    """Lay the figures out: lowest to highest count, number of reports and of origins in every cell.

    Rows and columns are any of origin, location, category, source (whom a count goes back to), document, publisher, quantifier, unit
    and as_of. Open a cell with: sayso show ROW/COLUMN
    """
    if form and output:
        raise click.UsageError("--output tells the format by its suffix: give --format or --output, not both.")
    with session.open() as ledger:
        made: Table = ledger.table(rows, columns, **asked(options))
    if output:
        click.echo(f"wrote {made.save(output)}")
        return
    if not made.rows:
        nothing()
    echo_all(_lines(made, form or "table"))


def _lines(made: Table, form: str) -> list[str]:
    match form:
        case "json":
            return [pretty(made.to_dict())]
        case "jsonl":
            return [compact(record) for record in made.to_records()]
        case "csv":
            return list(csv_records("cells", made.to_records()))
    hint = [] if piped() or not made.rows else [f'Open a cell on its sentences: sayso show "{_example(made)}"']
    return [painted(made.text(width())), *hint]


def _example(made: Table) -> str:
    row, column, _ = next(iter(made))
    return f"{row}/{column}"
