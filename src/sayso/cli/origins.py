"""`sayso origins`: names of sources that are read as one."""

from __future__ import annotations

import click

from sayso.cli.output import array, choice, compact
from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import complain, echo_all, painted, piped, width
from sayso.present import named


@click.command("origins", epilog="Example: sayso origins   then: sayso accept 7b2df6e9 --note 'same group, renamed'")
@click.option("--open", "unsettled", is_flag=True, help="Only those that are not taken and that nobody decided.")
@choice("table", "json", "jsonl", about="How to print: jsonl (one object a link) where the output is piped, table on a terminal.")
@ledger_option
@click.pass_obj
def command(session: Session, /, unsettled: bool, form: str | None) -> None:
    """List names of sources that are, or may be, read as one: with a reason, a score and whether the link is taken.

    A link of 0.80 or more is taken by itself; accept and reject have the last word. No link is ever concluded from two others.
    """
    with session.open() as ledger:
        found = [link for link in ledger.origins() if not unsettled or (not link.applied and link.decided is None)]
    match form or ("jsonl" if piped() else "table"):
        case "jsonl":
            echo_all(compact(link.to_dict()) for link in found)
        case "json":
            echo_all(array(link.to_dict() for link in found))
        case _:
            echo_all([painted(named(found, width()))] if found else [])
    if not found:
        complain("no two names of sources look like one")
