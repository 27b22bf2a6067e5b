"""What a person says: `accept`, `reject`, `correct`, `unsure`, `note`, `undo`, `mark`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.session import Session, ledger_option, names
from sayso.model import Link, Weighed
from sayso.present import judged
from sayso.present.safe import printable

if TYPE_CHECKING:
    from sayso.ledger import Judged

_REFERENCE = click.argument("reference", metavar="REF")


def _saying(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of whoever says something."""
    person = click.option("--person", metavar="NAME", help="Who says so, if not the user of this computer.")
    note = click.option("--note", default="", metavar="TEXT", help="Why; it is kept with the name and the time.")
    return note(person(ledger_option(click.pass_obj(function))))


def _verdict(verb: str, about: str, told: str) -> click.Command:
    @click.command(verb, help=f"{about}\n\nREF is the first four or more digits of its fingerprint.", epilog=_example(verb))
    @_REFERENCE
    @_saying
    def decide(session: Session, /, reference: str, note: str, person: str | None) -> None:
        with session.open() as ledger:
            _tell(told, getattr(ledger, verb)(reference, note=note, person=person))

    return decide


def _example(verb: str) -> str:
    return f"Example: sayso {verb} 7b2df6e9 --note 'they share an office'"


accept = _verdict("accept", "Confirm a figure as it is read, a finding, or a link between two names of a source.", "confirmed")
reject = _verdict("reject", "Refuse a figure, dismiss a finding, or part two names of a source.", "refused")
unsure = _verdict("unsure", "Note that you looked at a figure or a finding and could not tell.", "left open")
undo = _verdict("undo", "Take back what you last said of a figure, a finding or a link.", "undone")


@click.command("note", epilog="Example: sayso note 7b2df6e9 'the later edition has another number'")
@_REFERENCE
@click.argument("text")
@click.option("--person", metavar="NAME", help="Who says so, if not the user of this computer.")
@ledger_option
@click.pass_obj
def note(session: Session, /, reference: str, text: str, person: str | None) -> None:
    """Add a remark to a figure, a finding or a link; it changes nothing."""
    with session.open() as ledger:
        _tell("noted", ledger.note(reference, text, person=person))


@click.command("correct", epilog="Example: sayso correct 7b2df6e9 category=returned origin=TJ,KG source='the ministry < the police'")
@_REFERENCE
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@_saying
def correct(session: Session, /, reference: str, fields: tuple[str, ...], note: str, person: str | None) -> None:
    """Say what a figure really says; the machine's reading stays beside it.

    Fields are low, high, quantifier, unit, category, noun, origin, location, as_of, source, disputed, part_of. Lists of codes are
    separated by commas, sources by <. The number has to stand in the text.
    """
    with session.open() as ledger:
        _tell("corrected", ledger.correct(reference, note=note, person=person, **_fields(fields)))


@click.command("mark", epilog="Example: sayso mark report 120 125 category=killed location=KG:Osh")
@click.argument("document")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.argument("fields", nargs=-1, required=True, metavar="category=CODE FIELD=VALUE...")
@_saying
def mark(session: Session, /, fields: tuple[str, ...], note: str, person: str | None, **place: Any) -> None:
    """Keep a figure that was not found: DOCUMENT by name or fingerprint, START and END in characters of its text.

    The number has to stand just there. Fields are those of: sayso correct
    """
    with session.open() as ledger:
        _tell("marked", ledger.mark(place["document"], place["start"], place["end"], note=note, person=person, **_fields(fields)))


def _fields(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [field.partition("=") for field in given]
    for name, equals, _ in pairs:
        if not equals:
            raise click.UsageError(f"{name!r} is no FIELD=VALUE; write it such as category=returned.")
        if name in ("note", "person", "version"):
            raise click.UsageError(f"{name!r} is no field of a figure.")
    return {name: value for name, _, value in pairs}


def _tell(told: str, found: Judged) -> None:
    if isinstance(found, Link):
        words = f"{' = '.join(found.spelled)} ({'taken' if found.applied else 'not taken'})"
    elif isinstance(found, Weighed):
        words = f"{found.finding.fingerprint[:8]} {found.finding.statement} ({found.standing.value})"
    else:
        words = judged(found.shown, names())
    click.echo(printable(f"{told}: {words}"))
