"""`sayso report`: one HTML file that needs nothing beside it."""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.filters import asked, filters
from sayso.cli.names import POLICY
from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import complain


@click.command("report", epilog="Example: sayso report returned.html --category returned --title 'Who returned'")
@click.argument("path", metavar="FILE", type=click.Path(dir_okay=False))
@click.option("--title", default="What the texts say", show_default=True, metavar="TEXT", help="What stands above it.")
@click.option("--policy", default="range", show_default=True, type=POLICY, metavar="NAME", help="How rival counts become one estimate.")
@filters
@ledger_option
@click.pass_obj
def command(session: Session, /, path: str, title: str, policy: str, **options: Any) -> None:
    """Write a report to an HTML FILE: the chosen figures with their quotes, the table, estimates with their workings, findings.

    It holds up to a thousand figures, needs no network and nothing beside it, and can be printed.
    """
    from sayso.web.report import write

    with session.open() as ledger:
        written = write(ledger, path, title=title, policy=policy, filters=asked(options))
    complain(f"written: {written}")
