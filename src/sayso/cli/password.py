"""A password, which is never an argument: others see those, and shells remember them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def password_option(function: F) -> F:
    """`--password-stdin`, for `asked`."""
    about = "Take the first line of standard input instead of asking."
    return click.option("--password-stdin", is_flag=True, help=about)(function)


def asked(password_stdin: bool) -> str:
    """The password, asked for twice on a terminal; UsageError where there is none to ask on."""
    if password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise click.UsageError("there is no terminal to ask for the password on; give it as a line with --password-stdin.")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt="The same once more", err=True))
