"""The overview: its numbers are those of the ledger, and every one leads further."""

from __future__ import annotations

import httpx2

from sayso.ledger import Ledger


def test_the_table_is_that_of_the_ledger(client: httpx2.Client, ledger: Ledger) -> None:
    shown = client.get("/overview.json?rows=all").json()["table"]
    table = ledger.table()
    assert [row["key"] for row in shown["rows"]] == list(table.rows)
    assert [column["key"] for column in shown["columns"]] == list(table.columns)
    cells = {(row["key"], column): cell["text"] for row in shown["rows"] for column, cell in row["cells"].items()}
    assert cells == {(row, column): str(cell) for row, column, cell in table}


def test_totals_are_those_of_the_ledger(client: httpx2.Client, ledger: Ledger) -> None:
    shown = client.get("/overview.json").json()
    assert shown["documents"] == len(ledger.documents())
    assert shown["figures"] == shown["waiting"] == len(ledger.figures())
    assert shown["findings"]["total"] == len(ledger.findings())
    assert [one["fingerprint"] for one in shown["findings"]["gravest"]] == [one.fingerprint for one in ledger.findings()[:8]]


def test_cells_in_conflict_say_so(client: httpx2.Client, ledger: Ledger) -> None:
    shown = client.get("/overview.json?rows=all").json()["table"]["rows"]
    torn = {(row["key"], column) for row in shown for column, cell in row["cells"].items() if cell["conflicts"]}
    assert ("KG", "joined") in torn
    assert torn <= {("+".join(one.people) or "none", one.category) for one in ledger.findings("conflict")}


def test_every_cell_and_tile_leads_further(client: httpx2.Client) -> None:
    page = client.get("/").text
    assert 'href="/figures?origin=KG&amp;category=joined"' in page
    for address in ("/documents", "/figures", "/review", "/findings?kind=conflict"):
        assert f'href="{address}"' in page
