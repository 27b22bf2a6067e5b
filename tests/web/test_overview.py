"""The overview: its numbers are those of the ledger, and every one leads further."""

from __future__ import annotations

import re

import httpx2

from sayso.ledger import Ledger
from sayso.model import Estimate


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


def test_the_newest_findings_are_none_that_stand_above(client: httpx2.Client) -> None:
    shown = client.get("/overview.json").json()["findings"]
    newest, gravest = ([one["fingerprint"] for one in shown[name]] for name in ("newest", "gravest"))
    assert len(newest) == 6 and not {*newest} & {*gravest}
    page = client.get("/").text
    assert page.index("Newest findings") < page.index(f"/findings/{newest[0]}")


def test_cells_in_conflict_say_so(client: httpx2.Client, ledger: Ledger) -> None:
    shown = client.get("/overview.json?rows=all").json()["table"]["rows"]
    torn = {(row["key"], column) for row in shown for column, cell in row["cells"].items() if cell["conflicts"]}
    assert ("KG", "joined") in torn
    assert torn <= {("+".join(one.people) or "none", one.category) for one in ledger.findings("conflict")}


def test_the_best_number_of_a_cell_is_that_of_an_estimate_in_it(client: httpx2.Client, ledger: Ledger) -> None:
    estimates = [one for one in ledger.estimates() if isinstance(one, Estimate)]
    held = {one.fingerprint: one for one in estimates if not one.quantity.group and one.quantity.unit == "person"}
    named = 0
    for row in client.get("/overview.json?rows=all").json()["table"]["rows"]:
        for category, cell in row["cells"].items():
            same = [one for one in held.values() if ("+".join(one.quantity.people), one.quantity.category) == (row["key"], category)]
            assert (cell["estimate"] is None) == (not same)
            if same:
                one = held[cell["estimate"]]
                assert one in same and one.origins == max(other.origins for other in same) and cell["best"] == one.best
                named += one.best is not None and (cell["low"] or 0) <= one.best <= (cell["high"] or one.best)
    assert named > 20


def test_every_cell_and_tile_leads_further(client: httpx2.Client) -> None:
    page = client.get("/").text
    assert 'href="/figures?origin=KG&amp;category=joined"' in page
    assert re.search(r'class="best" href="/estimates/[0-9a-f]{16}">best 1,500<', page)
    for address in ("/documents", "/figures", "/review", "/findings?kind=conflict"):
        assert f'href="{address}"' in page
