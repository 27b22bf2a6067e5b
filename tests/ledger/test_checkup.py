from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.ledger import Check, Ledger, checkup

pytestmark = pytest.mark.usefixtures("counting")


def checks(path: Path) -> dict[str, Check]:
    return {check.name: check for check in Ledger(path).doctor()}


def test_a_sound_ledger(tmp_path: Path, texts: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(texts)
        found = ledger.doctor()
    assert [check.name for check in found] == [
        "python", "sqlite", "extra excel", "extra parquet", "extra charts", "language data", "ledger", "layout", "integrity", "figures",
    ]  # fmt: skip
    assert all(check.ok for check in found)
    assert "3 documents, 3 figures" in found[6].message


def test_no_ledger_is_no_fault_and_none_is_made(tmp_path: Path) -> None:
    found = checks(tmp_path / "sayso.db")
    assert found["ledger"].ok and "sayso add" in found["ledger"].advice
    assert not list(tmp_path.iterdir())


def test_something_else(texts: Path) -> None:
    found = checks(texts / "first.txt")
    assert not found["ledger"].ok and "no database" in found["ledger"].message and found["ledger"].advice


def test_a_text_that_was_changed_behind_the_ledgers_back(tmp_path: Path, texts: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(texts)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE documents SET text = replace(text, '1,300', '1,301')")
        connection.commit()
    found = checks(path)
    assert found["integrity"].ok
    check = found["figures"]
    assert not check.ok and check.advice
    assert "the text of first was changed" in check.message and "in first: the text has '1,301' there" in check.message


def test_damage_is_told(tmp_path: Path, texts: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(texts)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
        connection.commit()
    assert not checks(path)["ledger"].ok


def test_an_extra_that_is_missing_gets_its_install_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "find_spec", lambda _: None)
    check = checks(tmp_path / "sayso.db")["extra parquet"]
    assert check.ok and check.advice == 'pip install "sayso[parquet]"'


def test_language_data_that_does_not_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise FileNotFoundError("numbers.yaml")

    monkeypatch.setattr(checkup, "extract", fail)
    check = checks(tmp_path / "sayso.db")["language data"]
    assert not check.ok and "numbers.yaml" in check.message and check.advice
    monkeypatch.setattr(checkup, "extract", lambda _: [])
    assert not checks(tmp_path / "sayso.db")["language data"].ok
