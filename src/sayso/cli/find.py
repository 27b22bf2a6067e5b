"""`sayso find`: read texts and print their figures, keeping nothing."""

from __future__ import annotations

from collections.abc import Iterator

import click

from sayso.cli import codes
from sayso.cli.inputs import chosen, inputs
from sayso.cli.output import choice, lines
from sayso.cli.progress import Tick, moving
from sayso.cli.reports import Tally
from sayso.cli.session import ledger_option, names
from sayso.cli.terminal import echo_all, piped
from sayso.model import Document, Figure, Refusal


@click.command("find", epilog="Example: sayso find report.txt reports/ --format csv   or: sayso find - < report.txt")
@inputs
@choice(about="How to print: jsonl (one object a figure) where the output is piped, table on a terminal, if not said.")
@ledger_option
def command(paths: tuple[str, ...], samples: bool, form: str | None) -> int:
    """Read files, folders or standard input (-) and print every figure, without a ledger.

    Figures come as they are found; what cannot be read is told on standard error and the rest goes on.
    """
    texts = chosen(paths, samples)
    tally = Tally()
    documents: dict[str, Document] = {}
    with moving("Reading", alone=piped()) as tick:
        echo_all(lines(form, _figures(texts, documents, tally, tick), documents, names()))
    tally.finish()
    return codes.reading(tally.read, tally.refused)


def _figures(paths: tuple[str, ...], documents: dict[str, Document], tally: Tally, tick: Tick) -> Iterator[Figure]:
    """Figures one by one; `documents` holds the document in hand and no other, so that memory stays small."""
    from sayso.ledger.finding import readings

    for item in readings(paths):
        if isinstance(item, Refusal):
            tally.refuse(item)
            continue
        document, figures = item
        tally.note(document.name, document.notes)
        tick(tally.read, document.name, len(figures))
        documents.clear()
        documents[document.fingerprint] = document
        yield from figures
