"""`sayso doctor`: whether everything is in order."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

import sayso
from sayso.cli import codes
from sayso.cli.output import array, choice
from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import echo_all

if TYPE_CHECKING:
    from sayso.ledger import Check


@click.command("doctor", epilog="Example: sayso doctor --ledger fighters.db")
@choice("table", "json", about="Lines to read, if not said, or one JSON array.")
@ledger_option
@click.pass_obj
def command(session: Session, /, form: str | None) -> int:
    """Check the ledger, the installation and the optional packages, and say what to do about what is wrong."""
    checks = sayso.Ledger(session.path).doctor()
    if form == "json":
        echo_all(array(asdict(check) for check in checks))
    else:
        echo_all(map(_line, checks))
    return codes.DONE if all(check.ok for check in checks) else codes.UNUSABLE


def _line(check: Check) -> str:
    mark = click.style("ok  ", fg="green") if check.ok else click.style("FAIL", fg="red", bold=True)
    then = f". {check.advice}" if check.advice else ""
    return f"{mark}  {check.name}: {check.message}{then}"
