"""Terminals, pipes and interruptions: the real thing, in processes of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .running import KILLED, command, process, surroundings

pty = pytest.importorskip("pty")


def on_terminal(*arguments: str | Path, **env: str) -> str:
    """What the command prints to a terminal of 100 columns, both streams."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        command(*arguments), stdin=slave, stdout=slave, stderr=slave, env=surroundings(COLUMNS="100", TERM="xterm", **env)
    ) as run:
        os.close(slave)
        pieces = []
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            pieces.append(piece)
        assert run.wait(30) == 0
    os.close(master)
    return b"".join(pieces).decode("utf8")


def test_a_terminal_gets_a_table_with_colour(reports: Path) -> None:
    text = on_terminal("find", reports)
    assert "\x1b[1mfigure" in text
    assert "{" not in text


def test_colour_is_left_out_where_it_is_not_wanted(reports: Path) -> None:
    assert "\x1b" not in on_terminal("find", reports, NO_COLOR="1")
    assert "\x1b" not in process("find", reports, "--format", "table").stdout


def test_progress_is_shown_on_a_terminal_and_nowhere_else(reports: Path) -> None:
    text = on_terminal("add", reports)
    assert "Adding" in text
    assert text.rstrip().endswith("2 documents added, 0 unchanged; 2 figures")
    assert process("add", reports, "--ledger", "other.db").stderr == ""


def test_the_table_on_a_terminal_says_how_to_open_a_cell(ledger: Path) -> None:
    assert 'sayso show "TJ/joined"' in on_terminal("table")
    assert "sayso show" not in process("table").stdout
    assert ledger.exists()


def test_a_reader_that_stops_reading_is_no_trouble(here: Path) -> None:
    (here / "many.txt").write_text("\n\n".join(f"At least {n} people were killed in village {n}a, police said." for n in range(2, 3000)))
    with subprocess.Popen(command("find", "many.txt"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings()) as run:
        assert run.stdout and run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("verb", ["find", "add"])
def test_an_interruption_ends_with_130_and_no_traceback(reports: Path, verb: str) -> None:
    """The folder is done first, then standard input keeps it waiting."""
    line = command(verb, reports, "-")
    with subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings(), text=True
    ) as run:
        assert run.stdin and run.stdout and run.stderr
        if verb == "find":
            run.stdout.readline()
            run.stdout.readline()
        else:
            _until_two(Path("sayso.db"))
        run.send_signal(signal.SIGINT)
        assert run.wait(30) == 130
        told = run.stderr.read()
    assert "sayso: interrupted" in told
    assert "Traceback" not in told
    if verb == "add":
        assert "2 documents done and kept" in told
        assert KILLED.strip() in process("figures").stdout


def _until_two(path: Path) -> None:
    """Wait until two documents are on the disk."""
    import sqlite3
    import time
    from contextlib import closing, suppress

    for _ in range(600):
        with suppress(sqlite3.Error), closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
            if raw.execute("SELECT count(*) FROM documents").fetchone()[0] == 2:
                break
        time.sleep(0.05)
    time.sleep(0.2)
