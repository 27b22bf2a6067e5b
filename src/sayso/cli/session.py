"""What one run of the command works on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

import sayso

if TYPE_CHECKING:
    from sayso.access import Accounts
    from sayso.ledger import Ledger

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(slots=True)
class Session:
    """The path of the ledger, as the options and the environment give it."""

    path: str

    def create(self) -> Ledger:
        """The ledger, made where there is none."""
        return sayso.open(self.path)

    def open(self) -> Ledger:
        """The ledger; LedgerError where there is none yet."""
        return sayso.open(self.path, create=False)

    def accounts(self, *, create: bool = False) -> Accounts:
        """The accounts beside the ledger; LedgerError where there are none and none are to be made."""
        from sayso.access import Accounts

        return Accounts.open(self.path, create=create)


def ledger_option(function: F) -> F:
    """`--ledger` after the verb too."""

    def remember(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
        if value is not None:
            ctx.ensure_object(Session).path = value

    option = click.option("--ledger", metavar="PATH", expose_value=False, callback=remember, help="The ledger to work on.")
    return option(function)


def names() -> Mapping[str, str]:
    """Display names of places by their codes."""
    from sayso.codebook import load

    return load().places
