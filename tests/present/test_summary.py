"""The main table without its figures is the main table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.ledger import Ledger, browsing, samples
from sayso.present import Table


def bare(table: Table) -> Table:
    return replace(table, cells={at: replace(cell, figures=()) for at, cell in table.cells.items()})


def test_it_is_the_same_as_the_table_of_all_figures(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(samples())
        whole = ledger.table()
        assert sum(cell.count for cell in whole.cells.values()) == len(ledger.figures())
        assert browsing.overview(ledger) == bare(whole)
        one, *_ = ledger.figures(category="joined")
        ledger.reject(one.fingerprint)
        after = browsing.overview(ledger)
        assert after == bare(ledger.table()) != bare(whole)
