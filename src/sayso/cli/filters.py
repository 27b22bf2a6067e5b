"""The options that choose figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from sayso.cli.names import CATEGORY, QUANTIFIER, STANDING, UNIT

F = TypeVar("F", bound=Callable[..., Any])

_ABOUT = (
    click.option("--category", multiple=True, type=CATEGORY, metavar="CODE", help="What is said of them: joined, returned, killed ..."),
    click.option("--origin", multiple=True, metavar="CODE", help='Where the people are from: TJ, "region:Central Asia", none.'),
    click.option("--location", multiple=True, metavar="CODE", help="Where it happened or holds, in the same codes."),
)
_OPTIONS = (
    click.option("--document", multiple=True, metavar="NAME", help="In this document (name or fingerprint)."),
    *_ABOUT,
    click.option("--source", multiple=True, metavar="NAME", help="Credited to a source whose name holds this."),
    click.option("--quantifier", multiple=True, type=QUANTIFIER, metavar="NAME", help="How the number is put: exact, at_least, range ..."),
    click.option("--unit", multiple=True, type=UNIT, metavar="NAME", help="What is counted: person or household."),
    click.option("--disputed/--undisputed", default=None, help="Only those that their own text calls wrong, or only the others."),
    click.option("--as-of", "as_of", multiple=True, metavar="DATE", help="Speaking of this year, month or day: 2017, 2017-10."),
    click.option("--text", multiple=True, metavar="WORDS", help="With these words in the sentence."),
    click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="0..1", help="At least this likely to be right."),
    click.option("--standing", multiple=True, type=STANDING, metavar="NAME", help="After review: new, accepted, corrected, rejected ..."),
)


def filters(function: F) -> F:
    """All options that choose figures; one given twice takes either value."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def about(function: F) -> F:
    """The options that choose findings and estimates by what they are of."""
    for option in reversed(_ABOUT):
        function = option(function)
    return function


def asked(options: Mapping[str, Any]) -> dict[str, Any]:
    """Of the options, those that were given, as the ledger takes them: one value alone, several as a list."""
    given = {name: value for name, value in options.items() if value is not None and value != ()}
    return {name: _plain(value) for name, value in given.items()}


def _plain(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    return value[0] if len(value) == 1 else list(value)
