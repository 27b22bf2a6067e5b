"""What a verb reads: paths, standard input, the sample corpus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def inputs(function: F) -> F:
    """`PATH...` and `--samples`, for `chosen`."""
    option = click.option("--samples", is_flag=True, help="The sample corpus that ships with sayso, for a try.")
    return click.argument("paths", nargs=-1, metavar="PATH...")(option(function))


def chosen(paths: tuple[str, ...], samples: bool) -> tuple[str, ...]:
    """All that is to be read; UsageError where there is nothing."""
    if not (paths or samples):
        raise click.UsageError("Missing argument 'PATH...': name files or folders, - for standard input, or try --samples.")
    if not samples:
        return paths
    from sayso.ledger import samples as corpus

    return (*paths, str(corpus()))
