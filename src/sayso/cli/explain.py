"""`sayso explain`: an estimate with its workings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.names import POLICY
from sayso.cli.output import array, choice
from sayso.cli.session import Session, ledger_option, names
from sayso.cli.terminal import echo_all, painted, width
from sayso.present import explained

if TYPE_CHECKING:
    from sayso.ledger import Explanation

_WIDEST = 110


@click.command("explain", epilog="Example: sayso explain TJ/joined   or: sayso explain 7b2df6e9 --policy conservative")
@click.argument("reference", metavar="REF")
@click.option("--policy", default="range", show_default=True, type=POLICY, metavar="NAME", help="By which policy.")
@choice("table", "json", about="Text to read, if not said, or one JSON array.")
@ledger_option
@click.pass_obj
def command(session: Session, /, reference: str, policy: str, form: str | None) -> None:
    """Open estimates on their workings: every figure used, every one set aside and why, and the rule, with quotes.

    REF is the start of the fingerprint of an estimate or of a figure, or people and category as TJ/joined.
    """
    with session.open() as ledger:
        found = ledger.explain(reference, policy=policy)
    if form == "json":
        echo_all(array(_record(one) for one in found))
        return
    columns = min(width(), _WIDEST)
    for at, one in enumerate(found):
        echo_all([""] * (at > 0) + [painted(explained(one.estimate, one.figures, names(), columns))])


def _record(one: Explanation) -> dict[str, object]:
    return {**one.estimate.to_dict(), "figures": [figure.to_dict() for figure in one.figures.values()]}
