"""`sayso accounts token`: secrets with which programs ask a served ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.actor import actor
from sayso.cli.listed import day, told
from sayso.cli.names import ROLE
from sayso.cli.output import choice
from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import complain
from sayso.present.safe import printable

if TYPE_CHECKING:
    from sayso.access import Token


@click.group("token", epilog="Example: sayso accounts token add 'Ann Lee' --label 'nightly export'")
@ledger_option
def command() -> None:
    """Make, list and revoke API tokens, with which a program may do what a person may."""


@command.command("add", epilog="Example: sayso accounts token add 'Ann Lee' --label 'nightly export' --days 30")
@click.argument("name")
@click.option("--label", required=True, metavar="TEXT", help="What it is for.")
@click.option("--role", type=ROLE, default="reader", show_default=True, metavar="ROLE", help="What it may do; not more than the person.")
@click.option("--days", default=90, show_default=True, type=int, metavar="N", help="How long it holds.")
@ledger_option
@click.pass_obj
def add(session: Session, /, name: str, label: str, role: str, days: int) -> None:
    """Make a token and print it: this once and never again."""
    from sayso.access import Role

    with session.accounts() as accounts:
        token, secret = accounts.tokens.add(actor(), name, label, Role.named(role), days)
    complain(f"token {token.id} of {token.person.name} holds until {day(token.until)} and is shown this once")
    click.echo(secret)


@command.command("list", epilog="Example: sayso accounts token list --person 'Ann Lee'")
@click.option("--person", metavar="NAME", help="Only those of this person.")
@choice("table", "json", "jsonl", about="How to print: jsonl (one object a token) where the output is piped, table on a terminal.")
@ledger_option
@click.pass_obj
def everything(session: Session, /, person: str | None, form: str | None) -> None:
    """List tokens, without their secrets, which nobody knows but who holds them."""
    with session.accounts() as accounts:
        found = accounts.tokens.all(person)
    told(form, [_row(token) for token in found], "there is no token. Make one with: sayso accounts token add NAME --label TEXT")


@command.command("revoke", epilog="Example: sayso accounts token revoke 3")
@click.argument("number", type=int)
@ledger_option
@click.pass_obj
def revoke(session: Session, /, number: int) -> None:
    """Let a token hold no longer."""
    with session.accounts() as accounts:
        token = accounts.tokens.revoke(actor(), number)
    click.echo(printable(f"token {token.id} of {token.person.name} is revoked: {token.label}"))


def _row(token: Token) -> dict[str, object]:
    times = {"made": day(token.made), "until": day(token.until), "used": day(token.used), "revoked": day(token.revoked)}
    return {"number": token.id, "name": token.person.name, "label": token.label, "role": token.role, **times}
