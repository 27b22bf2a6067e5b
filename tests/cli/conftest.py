from __future__ import annotations

from pathlib import Path

import pytest

from .running import JOINED, KILLED, run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder and no ledger named in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("SAYSO_LEDGER", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def reports(here: Path) -> Path:
    """A folder with two reports."""
    folder = here / "reports"
    folder.mkdir()
    (folder / "killed.txt").write_text(KILLED, "utf8")
    (folder / "joined.txt").write_text(JOINED, "utf8")
    return folder


@pytest.fixture
def ledger(reports: Path) -> Path:
    """A ledger that holds the two reports, in the usual place."""
    assert run("add", reports).exit_code == 0
    return reports.parent / "sayso.db"
