"""A line on standard error that moves while long work lasts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tick = Callable[[int, str, int], None]
"""Tells how many documents are done, the name of the last one and how many figures it has."""


@contextmanager
def moving(verb: str, *, alone: bool = True) -> Iterator[Tick]:
    """A spinner with the number of documents and the last one; nothing where standard error is no terminal, or not its alone."""
    if not (alone and sys.stderr.isatty()):
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    count = TextColumn("{task.completed:,.0f} documents")
    look = (SpinnerColumn(), TextColumn(verb), count, TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*look, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, name, _: bar.update(task, completed=done, description=escape(name))
