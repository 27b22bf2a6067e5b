"""`sayso figures`: the figures of the ledger."""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.filters import asked, filters
from sayso.cli.output import choice, lines
from sayso.cli.reports import nothing
from sayso.cli.session import Session, ledger_option, names
from sayso.cli.terminal import echo_all
from sayso.model import Standing


@click.command("figures", epilog="Example: sayso figures --category returned --origin TJ --format csv")
@filters
@choice(about="How to print: jsonl (one object a figure) where the output is piped, table on a terminal, if not said.")
@ledger_option
@click.pass_obj
def command(session: Session, /, form: str | None, **options: Any) -> None:
    """List the figures of the ledger, all or those that the options choose."""
    from sayso.ledger import sights

    with session.open() as ledger:
        found = ledger.figures(**asked(options))
        documents = {document.fingerprint: document for document in ledger.documents()} if form == "csv" else {}
        standings = sights.standings(ledger) if form == "csv" else {}
    echo_all(lines(form, found, documents, names(), lambda fingerprint: standings.get(fingerprint, Standing.NEW.value)))
    if not found:
        nothing()
