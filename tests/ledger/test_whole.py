"""The ledger with every real stage below it: nothing stands in for anything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import sayso
from sayso.ledger import Ledger, find
from sayso.model import Figure

_PROGRAM = """
import sys, sayso
with sayso.open(sys.argv[1]) as ledger:
    ledger.add(sys.argv[2], progress=lambda done, name, figures: print("added", name, figures, flush=True))
"""


def folder(tmp_path: Path, count: int) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(count):
        story = f"At least {number + 10} people were killed in the valley, police said on Monday. Another {number + 20} were wounded.\n"
        (texts / f"story{number:04}.txt").write_text(story, "utf8")
    return texts


def test_what_is_found_is_what_is_kept(tmp_path: Path) -> None:
    texts = folder(tmp_path, 5)
    found = [item for item in find(texts) if isinstance(item, Figure)]
    assert len(found) == 10
    with Ledger(tmp_path / "sayso.db") as ledger:
        assert ledger.add(texts).figures == 10
        assert ledger.figures() == found
        assert ledger.add(texts).unchanged == 5
        assert ledger.figures() == found
        assert [figure.low for figure in ledger.figures(category="killed", source="POLICE", document="story0003")] == [13]
        assert all(document.text[f.start : f.end] == f.reported_text for f, document in ledger.show("none/killed"))
        assert all(check.ok for check in ledger.doctor())


def test_every_kind_of_export_is_written(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(folder(tmp_path, 2))
        for suffix in ("csv", "jsonl", "parquet", "xlsx"):
            assert ledger.export(tmp_path / f"out.{suffix}").stat().st_size


def test_a_killed_add_keeps_what_it_reported_and_the_next_one_does_the_rest(tmp_path: Path) -> None:
    texts, path = folder(tmp_path, 400), tmp_path / "sayso.db"
    command = [sys.executable, "-c", _PROGRAM, str(path), str(texts)]
    environment = {**os.environ, "PYTHONPATH": str(Path(sayso.__file__).parents[1])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        reported = [process.stdout.readline() for _ in range(3)]
        process.send_signal(signal.SIGKILL)
        reported += process.stdout
    assert process.returncode == -signal.SIGKILL
    with Ledger(path) as ledger:
        kept = {document.name for document in ledger.documents()}
        assert {line.split()[1] for line in reported} <= kept
        assert len(kept) < 400
        assert len(ledger.figures()) == 2 * len(kept)
        rest = ledger.add(texts)
        assert (rest.added, rest.renewed, rest.unchanged) == (400 - len(kept), 0, len(kept))
        assert all(check.ok for check in ledger.doctor())
