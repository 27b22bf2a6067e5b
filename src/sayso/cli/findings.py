"""`sayso findings`: what was noticed across figures."""

from __future__ import annotations

import click

from sayso.cli.filters import about
from sayso.cli.names import KIND
from sayso.cli.output import array, choice, compact
from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import complain, echo_all, painted, piped, width
from sayso.present import heard

_WIDEST = 110


@click.command("findings", epilog='Example: sayso findings --kind conflict --origin "region:Central Asia"')
@click.option("--kind", multiple=True, type=KIND, metavar="NAME", help="conflict, diverging_echo, arithmetic, gap, echo ...")
@about
@choice("table", "json", "jsonl", about="How to print: jsonl (one object a finding) where the output is piped, text to read on a terminal.")
@ledger_option
@click.pass_obj
def command(session: Session, /, kind: tuple[str, ...], form: str | None, **options: tuple[str, ...]) -> None:
    """List what was noticed across figures, the gravest first, each in one sentence with its quotes.

    A conflict: two origins and no number that agrees with both. A diverging echo: one origin, two numbers. Arithmetic: parts and their
    total, what came back and what left. A scope mismatch only looks like a conflict. An echo is one count in many texts.
    """
    with session.open() as ledger:
        found = ledger.findings(list(kind), **{name: list(value) for name, value in options.items()})
    match form or ("jsonl" if piped() else "table"):
        case "jsonl":
            echo_all(compact(finding.to_dict()) for finding in found)
        case "json":
            echo_all(array(finding.to_dict() for finding in found))
        case _:
            columns = min(width(), _WIDEST)
            echo_all("\n" * (at > 0) + painted(heard(finding, columns)) for at, finding in enumerate(found))
    if not found:
        complain("no findings. Take an option away, or add texts that speak of the same with: sayso add PATH")
