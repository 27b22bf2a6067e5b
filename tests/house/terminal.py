"""A terminal for what the pages show: a folder of its own, and commands that believe that somebody looks on."""

from __future__ import annotations

import os
import pty
import shlex
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from .measure import ROOT

WIDTH = 104


class Terminal:
    """Runs commands in an empty folder, with `sayso` and `python` those of the tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "here"
        self.folder.mkdir()
        programs = folder / "programs"
        programs.mkdir()
        python = shlex.quote(sys.executable)
        for name, command in {"sayso": f"{python} -W error -m sayso", "python": f"{python} -W error"}.items():
            program = programs / name
            program.write_text(f'#!/bin/sh\nexec {command} "$@"\n', "utf8")
            program.chmod(0o755)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("SAYSO", "PYTEST"))}
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        plain = {"COLUMNS": str(WIDTH), "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}
        self.env = {**kept, **plain, "PATH": path, "PYTHONPATH": str(ROOT / "src")}

    def run(self, command: list[str]) -> list[str]:
        """The lines that a command prints: those on standard error first, then those on the terminal."""
        master, slave = pty.openpty()
        with (self.folder.parent / "errors").open("w+b") as errors:
            process = subprocess.Popen(command, cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, stdout=slave, stderr=errors)
            os.close(slave)
            printed = _everything(master)
            process.wait(60)
            errors.seek(0)
            told = errors.read()
        return (told + printed).decode("utf8").replace("\r\n", "\n").splitlines()


def _everything(master: int) -> bytes:
    pieces: list[bytes] = []
    with suppress(OSError):  # the other end is closed
        while piece := os.read(master, 65536):
            pieces.append(piece)
    os.close(master)
    return b"".join(pieces)
