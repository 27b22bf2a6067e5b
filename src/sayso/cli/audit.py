"""`sayso accounts audit`: who did what."""

from __future__ import annotations

import click

from sayso.cli.listed import told
from sayso.cli.output import choice
from sayso.cli.session import Session, ledger_option


@click.command("audit", epilog="Example: sayso accounts audit --person 'Ann Lee' --limit 20")
@click.option("--person", default="", metavar="NAME", help="Only what this person did.")
@click.option("--action", default="", metavar="WORDS", help="Only this action, such as login, export, upload, token revoked.")
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1), metavar="N", help="How many lines at most.")
@choice("table", "json", "jsonl", about="How to print: jsonl (one object a line) where the output is piped, table on a terminal.")
@ledger_option
@click.pass_obj
def command(session: Session, /, person: str, action: str, limit: int, form: str | None) -> None:
    """Show who did what, when and from where, the newest first: logins, refusals, decisions, uploads, exports, changes of accounts."""
    with session.accounts() as accounts:
        deeds = accounts.audit(person=person, action=action, limit=limit)
    told(form, [deed.to_dict() for deed in deeds], "nothing of the kind is in the audit log")
