"""`sayso estimates`: low, best and high of what many texts say, by quantity or by event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import codes
from sayso.cli.filters import about
from sayso.cli.inputs import chosen, inputs
from sayso.cli.names import POLICY
from sayso.cli.output import array, choice, compact
from sayso.cli.progress import moving
from sayso.cli.reports import Tally
from sayso.cli.session import Session, ledger_option, names
from sayso.cli.terminal import complain, echo_all, painted, piped, width
from sayso.model import Document, Estimate, Event, Refusal
from sayso.present import beside, csv_records, listed, overview

if TYPE_CHECKING:
    from sayso.ledger import Ledger

Made = Estimate | Event


@click.command("estimates", epilog="Example: sayso estimates --origin TJ --compare conservative range")
@inputs
@click.option("--by", type=click.Choice(["quantity", "event"]), default="quantity", show_default=True, help="What counts belong to.")
@click.option("--policy", default="range", show_default=True, type=POLICY, metavar="NAME", help="How rival counts become one estimate.")
@click.option("--compare", nargs=2, type=POLICY, metavar="NAME NAME", help="Two policies side by side.")
@about
@choice("table", "json", "jsonl", "csv", about="How to print: jsonl (one object a line) where the output is piped, table on a terminal.")
@ledger_option
@click.pass_obj
def command(session: Session, /, paths: tuple[str, ...], samples: bool, form: str | None, **options: Any) -> int:
    """Estimate how many from all that texts say: of the ledger, or of PATH... without one.

    By quantity: category, people, place and time, a line for each point of a series. By event: what documents of one event say (a record
    of a JSONL file names it by the key "event") comes to one estimate a category. Every estimate names the figures that it rests on and
    those set aside; see them with: sayso explain.
    """
    tally = Tally()
    form = form or ("jsonl" if piped() else "table")
    if options["by"] == "event" and (options["compare"] or form == "csv"):
        raise click.UsageError("--compare and --format csv are for estimates by quantity: leave --by event out.")
    wanted = chosen(paths, samples) if paths or samples else ()
    with moving("Reading", alone=piped()), session.create() if wanted else session.open() as ledger:
        made = [_made(ledger, wanted, tally, {**options, "policy": policy}) for policy in options["compare"] or [options["policy"]]]
    echo_all(_events(form, made[0]) if options["by"] == "event" else _estimates(form, made))
    tally.finish()
    if not made[0] and not tally.refused:
        complain("no estimates. Take an option away, or add texts with: sayso add PATH")
    return codes.reading(tally.read, tally.refused) if wanted else codes.DONE


def _made(ledger: Ledger, paths: tuple[str, ...], tally: Tally, options: dict[str, Any]) -> list[Made]:
    again = tally.read + tally.refused > 0  # with --compare texts are read once for each policy, and told of once
    heard = Tally() if again else tally

    def heed(document: Document) -> None:
        heard.note(document.name, () if again else document.notes)

    found: list[Made] = []
    given = {name: list(options[name]) for name in ("category", "origin", "location")}
    for item in ledger.estimates(*paths, by=options["by"], policy=options["policy"], heed=heed, **given):
        if not isinstance(item, Refusal):
            found.append(item)
        elif not again:
            heard.refuse(item)
    return found


def _events(form: str, made: Iterable[Made]) -> Iterator[str]:
    events = [event for event in made if isinstance(event, Event)]
    match form:
        case "jsonl":
            return (compact(event.to_dict()) for event in events)
        case "json":
            return array(event.to_dict() for event in events)
    return iter([painted(overview(events, width()))] if events else [])


def _estimates(form: str, made: list[list[Made]]) -> Iterator[str]:
    columns = [[one for one in held if isinstance(one, Estimate)] for held in made]
    rows = list(zip(*columns, strict=True))
    records = (one.to_dict() for held in rows for one in held)
    match form:
        case "jsonl":
            return map(compact, records)
        case "json":
            return array(records)
        case "csv":
            return csv_records("estimates", records)
    if not rows:
        return iter([])
    return iter([painted(listed(columns[0], names(), width()) if len(made) == 1 else beside(rows, names(), width()))])
