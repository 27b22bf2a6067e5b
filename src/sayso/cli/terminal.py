"""What is said on standard error, and what the terminal can do."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress

import click


def prepare(ctx: click.Context) -> None:
    """Colour only where it is wanted; output that never fails on a character that the terminal does not have."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf8")


def complain(message: str) -> None:
    """One line on standard error, free of what would steer a terminal."""
    line = "".join(c if c.isprintable() else "\ufffd" for c in " ".join(message.split()))
    click.echo(f"sayso: {line}", err=True)


def width() -> int:
    """Columns of the terminal; 120 where there is none."""
    return shutil.get_terminal_size((120, 24)).columns


def piped() -> bool:
    """Whether the output goes to something other than a terminal."""
    return not sys.stdout.isatty()


def echo_all(lines: Iterable[str]) -> None:
    """Print each line as it comes."""
    for line in lines:
        click.echo(line)


def painted(text: str) -> str:
    """The text with rules and counts dim, numbers in double brackets and headings bold; click strips it all off a terminal."""
    text = re.sub(r"\[\[(.+?)\]\]", lambda m: click.style(m[0], bold=True, fg="yellow"), text)
    text = re.sub(r"─[─ ]+|· \d+r \d+o(?: \d+d)?(?: \+\d+hh)?", lambda m: click.style(m[0], dim=True), text)
    return re.sub(r"^figure [0-9a-f]{16}$|^figure  .*$", lambda m: click.style(m[0], bold=True), text, flags=re.M)


def hush() -> None:
    """Let nothing more be written to an output that nobody reads."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
