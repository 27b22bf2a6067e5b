"""Runs of the command: in this process where that is enough, as a process of its own where it is not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

from click.testing import CliRunner, Result

import sayso
from sayso.cli import main

KILLED = "At least 12 people were killed on Monday, police said.\n"
JOINED = "About 1,300 Tajik nationals joined the group in Syria.\n"


def run(*arguments: str | Path, **extra: Any) -> Result:
    """The command in this process; an error that is not the command's own is raised."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="sayso", **extra)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-W", "error", "-m", "sayso", *map(str, arguments)]


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a process that finds this sayso and has no ledger of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("SAYSO_LEDGER", "NO_COLOR", "COLUMNS")}
    return {**kept, "PYTHONPATH": str(Path(sayso.__file__).parents[1]), **more}


def process(*arguments: str | Path, **extra: Any) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own."""
    env = surroundings(**extra.pop("env", {}))
    return subprocess.run(command(*arguments), capture_output=True, text=True, encoding="utf8", env=env, timeout=60, check=False, **extra)


@contextmanager
def started(*arguments: str | Path, **extra: Any) -> Iterator[subprocess.Popen[bytes]]:
    """The command as a process that is still running; it is killed after a minute, so that nothing waits for ever."""
    env = surroundings(**extra.pop("env", {}))
    with subprocess.Popen(command(*arguments), env=env, **extra) as run:
        watchdog = Timer(60, run.kill)
        watchdog.start()
        try:
            yield run
        finally:
            watchdog.cancel()
            run.kill()
