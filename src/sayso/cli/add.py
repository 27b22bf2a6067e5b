"""`sayso add`: read texts into the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli import codes
from sayso.cli.inputs import chosen, inputs
from sayso.cli.progress import moving
from sayso.cli.reports import Tally
from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import complain
from sayso.present.words import plural

if TYPE_CHECKING:
    from sayso.ledger import Added


@click.command("add", epilog="Example: sayso add reports/ interview.html --ledger fighters.db")
@inputs
@ledger_option
@click.pass_obj
def command(session: Session, /, paths: tuple[str, ...], samples: bool) -> int:
    """Read files, folders or standard input (-) into the ledger, which is made where there is none.

    Adding the same text again adds nothing. What cannot be read is told on standard error and the rest goes on.
    """
    texts = chosen(paths, samples)
    done = 0
    with session.create() as ledger, moving("Adding") as tick:

        def progress(number: int, name: str, figures: int) -> None:
            nonlocal done
            done = number
            tick(number, name, figures)

        try:
            added = ledger.add(*texts, progress=progress)
        except KeyboardInterrupt:
            complain(f"interrupted; {plural(done, 'document')} done and kept. The same command again does the rest.")
            return codes.INTERRUPTED
    return _report(added)


def _report(added: Added) -> int:
    tally = Tally()
    for entry in added.entries:
        tally.note(entry.name, entry.notes)
    for refusal in added.refusals:
        tally.refuse(refusal)
    tally.finish()
    parts = [f"{plural(added.added, 'document')} added"]
    parts += [f"{added.renewed:,} renewed"] if added.renewed else []
    parts += [f"{added.unchanged:,} unchanged"]
    parts += [f"{tally.refused:,} could not be read"] if tally.refused else []
    click.echo(f"{', '.join(parts)}; {plural(added.figures, 'figure')}")
    return codes.reading(tally.read, tally.refused)
