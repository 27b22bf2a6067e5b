"""`sayso review` and `sayso agreement`: what waits for a person, and how far persons agree."""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.filters import asked, filters
from sayso.cli.names import QUEUE
from sayso.cli.output import array, choice, compact
from sayso.cli.session import Session, ledger_option, names
from sayso.cli.terminal import complain, echo_all, painted, piped
from sayso.present import agreed, awaiting


@click.command("review", epilog="Example: sayso review in_conflict   then: sayso accept 7b2df6e9")
@click.argument("queue", default="new", type=QUEUE)
@click.option("--person", metavar="NAME", help="Whose queue, if not that of the user of this computer.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), metavar="NUMBER", help="How many at most.")
@filters
@choice("table", "json", "jsonl", about="How to print: jsonl (one object a figure) where the output is piped, table on a terminal.")
@ledger_option
@click.pass_obj
def command(session: Session, /, queue: str, person: str | None, limit: int, form: str | None, **options: Any) -> None:
    r"""List figures that wait for a person: QUEUE is one of those below.

    \b
    new             nobody has judged it (if none is said)
    disputed        its own text calls it wrong
    changed         the text reads otherwise than when it was judged
    low_confidence  it is as likely wrong as right
    in_conflict     it is in a conflict or a diverging echo
    second          others judged it, you did not
    disagreement    those who judged it disagree
    unsure          whoever looked could not tell
    """
    with session.open() as ledger:
        found = ledger.review(queue, person=person, limit=limit, **asked(options))
    match form or ("jsonl" if piped() else "table"):
        case "jsonl":
            echo_all(compact(one.to_dict()) for one in found)
        case "json":
            echo_all(array(one.to_dict() for one in found))
        case _:
            echo_all(painted(text) for one in found for text in awaiting(one, names()))
    if not found:
        complain("nothing waits in this queue")


@click.command("agreement", epilog="Example: sayso agreement --format json")
@choice("table", "json", about="Lines to read, if not said, or one JSON object.")
@ledger_option
@click.pass_obj
def agreement(session: Session, /, form: str | None) -> None:
    """Tell how far those who judged the same figures agree: Krippendorff's alpha, 1 for full agreement, 0 for chance."""
    with session.open() as ledger:
        found = ledger.agreement()
    echo_all([compact(found.to_dict())] if form == "json" else agreed(found.to_dict()))
