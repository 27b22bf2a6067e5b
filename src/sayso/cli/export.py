"""`sayso export`: figures to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sayso.cli.filters import asked, filters
from sayso.cli.session import Session, ledger_option


@click.command("export", epilog="Example: sayso export returned.xlsx --category returned")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@filters
@ledger_option
@click.pass_obj
def command(session: Session, /, file: Path, **options: Any) -> None:
    """Write figures with all their fields to FILE: .csv, .jsonl, .parquet or .xlsx by its suffix.

    In CSV a text that a spreadsheet would run as a formula gets an apostrophe before it; the Excel file explains every column on its
    README sheet.
    """
    with session.open() as ledger:
        click.echo(f"wrote {ledger.export(file, **asked(options))}")
