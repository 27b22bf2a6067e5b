"""`sayso serve`: the workbench in a browser."""

from __future__ import annotations

import webbrowser

import click

from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import complain


@click.command("serve", epilog="Example: sayso serve --ledger fighters.db --open")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at, of this computer only.")
@click.option("--port", default=8800, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 takes any free one.")
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
@ledger_option
@click.pass_obj
def command(session: Session, /, host: str, port: int, show: bool) -> None:
    """Open the workbench on the ledger in a browser: documents, figures, findings and the table, each number with its sentence.

    It listens on this computer only and goes on until it is interrupted. A ledger that is missing is made.
    """
    from sayso.web import serve

    def ready(address: str) -> None:
        complain(f"listening at {address} (Ctrl+C stops it)")
        if show:
            webbrowser.open(address)

    try:
        serve(session.path, host, port, ready=ready)
    except KeyboardInterrupt:
        complain("stopped")
