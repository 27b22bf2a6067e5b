"""`sayso serve`: the workbench in a browser."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import click

from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import complain

F = TypeVar("F", bound=Callable[..., Any])
_PROXY = "Believe the proxy at this address or network (this computer if not said) who asks, and whether over https."


def sessions(function: F) -> F:
    """`--idle-hours` and `--session-days`."""
    idle = click.option(
        "--idle-hours", default=12, show_default=True, type=click.IntRange(1, 168), metavar="N", help="A login ends when not used so long."
    )
    days = click.option("--session-days", default=7, show_default=True, type=click.IntRange(1, 90), metavar="N", help="A login ends then.")
    return idle(days(function))


@click.command("serve", epilog="Example: sayso serve --ledger fighters.db --open")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at; 0.0.0.0 for all.")
@click.option("--port", default=8800, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 takes any free one.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name that it may be asked by, such as sayso.example.org.")
@click.option("--behind-proxy", "proxy", is_flag=False, flag_value="127.0.0.1,::1", default="", metavar="[ADDRESS]", help=_PROXY)
@click.option("--upload-mb", default=256, show_default=True, type=click.IntRange(1, 65_536), metavar="N", help="Documents sent at once.")
@sessions
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
@ledger_option
@click.pass_obj
def command(session: Session, /, show: bool, upload_mb: int, idle_hours: int, session_days: int, **place: Any) -> None:
    """Open the workbench on the ledger in a browser: documents, figures, findings and the table, each number with its sentence.

    It goes on until it is interrupted. A ledger that is missing is made. Without accounts it listens on this computer only, and its user
    may do everything; once somebody has an account (sayso accounts) everybody is asked to log in.
    """
    from sayso.access import Limits
    from sayso.web import Place, serve

    where = Place(**place)

    def ready(address: str) -> None:
        complain(f"listening at {address} (Ctrl+C stops it)")
        if where.shared and not where.proxy:
            complain("what goes to and fro is not encrypted, passwords neither: put a proxy with TLS before it (docs/serving.md)")
        if show:
            webbrowser.open(address)

    limits = Limits(idle=idle_hours * 3600, whole=session_days * 86_400)
    with suppress(KeyboardInterrupt):  # which does not come where whoever started it ignores interrupts; it stops all the same
        serve(session.path, where, limits=limits, uploads=upload_mb << 20, ready=ready)
    complain("stopped")
