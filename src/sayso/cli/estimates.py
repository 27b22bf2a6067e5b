"""`sayso estimates`: what many texts say of one event, laid together."""

from __future__ import annotations

from collections.abc import Iterator

import click

from sayso.cli import codes
from sayso.cli.inputs import chosen, inputs
from sayso.cli.output import array, choice, compact
from sayso.cli.progress import moving
from sayso.cli.reports import Tally
from sayso.cli.session import ledger_option
from sayso.cli.terminal import echo_all, painted, piped, width
from sayso.model import Event, Refusal


@click.command("estimates", epilog="Example: sayso estimates incidents.jsonl --by event --format jsonl")
@inputs
@click.option("--by", type=click.Choice(["event"]), default="event", show_default=True, help="What documents are laid together by.")
@choice(
    "table", "json", "jsonl", about="How to print: jsonl (one object an event) where the output is piped, table on a terminal, if not said."
)
@ledger_option
def command(paths: tuple[str, ...], samples: bool, by: str, form: str | None) -> int:
    """Estimate how many people an event killed, injured, displaced, from all texts that name it, without a ledger.

    A record of a JSONL file names its event by the key "event". Each estimate says which figures and sentences it rests on, which it
    sets aside and why.
    """
    tally = Tally()
    with moving("Reading", alone=piped()):
        events = list(_events(chosen(paths, samples), by, tally))
    echo_all(_lines(form or ("jsonl" if piped() else "table"), events))
    tally.finish()
    return codes.reading(tally.read, tally.refused)


def _events(paths: tuple[str, ...], by: str, tally: Tally) -> Iterator[Event]:
    from sayso.ledger.estimating import estimates

    for item in estimates(*paths, by=by, heed=lambda document: tally.note(document.name, document.notes)):
        if isinstance(item, Refusal):
            tally.refuse(item)
        else:
            yield item


def _lines(form: str, events: list[Event]) -> Iterator[str]:
    match form:
        case "jsonl":
            return (compact(event.to_dict()) for event in events)
        case "json":
            return array(event.to_dict() for event in events)
    from sayso.present.events import overview

    return iter([painted(overview(events, width()))])
