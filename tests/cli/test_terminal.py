"""Terminals, pipes and interruptions: the real thing, in processes of their own."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from subprocess import PIPE

import pytest

from .running import KILLED, process, started

pty = pytest.importorskip("pty")


def on_terminal(*arguments: str | Path, **env: str) -> str:
    """What the command prints to a terminal of 100 columns, both streams."""
    master, slave = pty.openpty()
    pieces = []
    with started(*arguments, stdin=slave, stdout=slave, stderr=slave, env={"COLUMNS": "100", "TERM": "xterm", **env}) as run:
        os.close(slave)
        with suppress(OSError):  # the other end is closed
            while piece := os.read(master, 65536):
                pieces.append(piece)
        assert run.wait() == 0
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
    """Enough figures to fill the pipe many times over."""
    (here / "many.txt").write_text("\n\n".join(f"At least {n} people were killed, police said." for n in range(2, 600)))
    with started("find", "many.txt", stdout=PIPE, stderr=PIPE) as run:
        assert run.stdout and run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 0


def test_figures_are_printed_as_they_come_and_an_interruption_ends_with_130(reports: Path) -> None:
    """The folder is done first, then standard input keeps the command waiting."""
    with started("find", reports, "-", stdin=PIPE, stdout=PIPE, stderr=PIPE) as run:
        assert run.stdout and run.stderr
        assert b"1300" in run.stdout.readline()
        assert b"12" in run.stdout.readline()
        run.send_signal(signal.SIGINT)
        assert run.wait() == 130
        assert run.stderr.read().decode().split() == ["sayso:", "interrupted"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_what_was_added_before_an_interruption_is_kept(reports: Path) -> None:
    with started("add", reports, "-", stdin=PIPE, stdout=PIPE, stderr=PIPE) as run:
        assert run.stderr
        _until_two(Path("sayso.db"))
        run.send_signal(signal.SIGINT)
        assert run.wait() == 130
        told = run.stderr.read().decode()
    assert told == "sayso: interrupted; 2 documents done and kept. The same command again does the rest.\n"
    assert KILLED.strip() in process("figures").stdout


def _until_two(path: Path) -> None:
    """Wait until two documents are on the disk, and then for the command to wait for its input."""
    for _ in range(600):
        with suppress(sqlite3.Error), closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
            if raw.execute("SELECT count(*) FROM documents").fetchone()[0] == 2:
                break
        time.sleep(0.05)
    time.sleep(0.3)
