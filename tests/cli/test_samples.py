"""The sample corpus, which ships with the package."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.ledger import samples

from .running import run


def test_there_are_samples_in_many_shapes() -> None:
    files = list(samples().iterdir())
    assert len(files) >= 12 and {file.suffix for file in files} == {".txt", ".html", ".jsonl"}


def test_they_are_added_whole_and_once() -> None:
    first, second = run("add", "--samples"), run("add", "--samples")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "0 documents added" in second.stdout and "0 unchanged" in first.stdout


def test_they_can_be_read_beside_others(reports: Path) -> None:
    found = run("find", reports, "--samples")
    assert {"killed", "joined", "interview", "wire"} <= {json.loads(line)["document"] for line in found.stdout.splitlines()}


def test_names_of_places_are_shown() -> None:
    run("add", "--samples")
    table = run("table").stdout
    assert "TJ Tajikistan" in table and "Central Asia" in table
    assert "Tajikistan (TJ)" in run("show", "Tajikistan/joined").stdout
