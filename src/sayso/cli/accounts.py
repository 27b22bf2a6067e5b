"""`sayso accounts`: who may open the ledger when it is served."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import audit, tokens
from sayso.cli.actor import actor
from sayso.cli.listed import day, told
from sayso.cli.names import ROLE
from sayso.cli.output import choice
from sayso.cli.password import asked, password_option
from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import complain
from sayso.present.safe import printable

if TYPE_CHECKING:
    from sayso.access import Person

_EPILOG = "Example: sayso accounts add 'Ann Lee' --role admin   then: sayso serve --host 0.0.0.0"


@click.group("accounts", epilog=_EPILOG)
@ledger_option
def command() -> None:
    """Say who may open the ledger when it is served, and see what they did.

    Accounts are kept in a file of their own beside the ledger (sayso.db has sayso.accounts.db), so that a ledger can be passed on
    without them. A reader reads, a reviewer also decides and adds documents, an admin also manages accounts.
    """


@command.command("add", epilog="Example: sayso accounts add 'Ann Lee' --role reviewer")
@click.argument("name")
@click.option("--role", required=True, type=ROLE, metavar="ROLE", help="reader, reviewer or admin.")
@password_option
@ledger_option
@click.pass_obj
def add(session: Session, /, name: str, role: str, password_stdin: bool) -> None:
    """Add somebody. The password is asked for, 12 characters or more; the file of accounts is made where there is none."""
    from sayso.access import Role

    password = asked(password_stdin)
    with session.accounts(create=True) as accounts:
        person = accounts.people.add(actor(), name, Role.named(role), password)
        click.echo(printable(f"{person.name} added as {person.role}, in {accounts.path.name}"))
    if not Path(session.path).exists():
        complain(f"{session.path}: there is no ledger of this name yet")


@command.command("list", epilog="Example: sayso accounts list")
@choice("table", "json", "jsonl", about="How to print: jsonl (one object a person) where the output is piped, table on a terminal.")
@ledger_option
@click.pass_obj
def everybody(session: Session, /, form: str | None) -> None:
    """List everybody who has an account."""
    with session.accounts() as accounts:
        found = accounts.people.all()
    told(form, [_row(person) for person in found], "nobody has an account. Add somebody with: sayso accounts add NAME --role admin")


@command.command("role", epilog="Example: sayso accounts role 'Ann Lee' reviewer")
@click.argument("name")
@click.argument("role", type=ROLE)
@ledger_option
@click.pass_obj
def role(session: Session, /, name: str, role: str) -> None:
    """Give somebody another role: reader, reviewer or admin. It holds at once."""
    from sayso.access import Role

    with session.accounts() as accounts:
        accounts.people.set_role(actor(), name, Role.named(role))
    click.echo(printable(f"{name} is now {role}"))


@command.command("disable", epilog="Example: sayso accounts disable 'Ann Lee'")
@click.argument("name")
@ledger_option
@click.pass_obj
def disable(session: Session, /, name: str) -> None:
    """Shut somebody out at once: sessions end, tokens hold no longer. What the person decided stays."""
    with session.accounts() as accounts:
        accounts.people.disable(actor(), name)
    click.echo(printable(f"{name} is disabled"))


@command.command("enable", epilog="Example: sayso accounts enable 'Ann Lee'")
@click.argument("name")
@ledger_option
@click.pass_obj
def enable(session: Session, /, name: str) -> None:
    """Let somebody in again who was disabled, or has to wait after failed logins."""
    with session.accounts() as accounts:
        accounts.people.enable(actor(), name)
    click.echo(printable(f"{name} is enabled"))


@command.command("password", epilog="Example: sayso accounts password 'Ann Lee'")
@click.argument("name")
@password_option
@ledger_option
@click.pass_obj
def password(session: Session, /, name: str, password_stdin: bool) -> None:
    """Give somebody another password; all sessions of the person end."""
    with session.accounts() as accounts:
        accounts.people.set_password(actor(), name, asked(password_stdin))
    click.echo(printable(f"{name} has another password"))


def _row(person: Person) -> dict[str, object]:
    return {"name": person.name, "role": person.role, "disabled": person.disabled, "made": day(person.made)}


command.add_command(audit.command)
command.add_command(tokens.command)
