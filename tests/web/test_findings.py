"""Findings in the browser: filters, pages, the quotes with their numbers."""

from __future__ import annotations

from typing import Any

import httpx2

from sayso.ledger import Ledger


def rows(client: httpx2.Client, query: str = "") -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = client.get(f"/findings.json?size=500&{query}").json()["rows"]
    return held


def test_the_list_is_that_of_the_ledger(client: httpx2.Client, ledger: Ledger) -> None:
    assert [row["fingerprint"] for row in rows(client)] == [one.fingerprint for one in ledger.findings()]


def test_filters_in_the_address_choose(client: httpx2.Client) -> None:
    assert {row["kind"] for row in rows(client, "kind=conflict&kind=echo")} == {"conflict", "echo"}
    assert all("KG" in row["people"] for row in rows(client, "origin=KG")) and rows(client, "origin=KG")
    assert all(row["people"] == [] for row in rows(client, "origin=none"))
    assert rows(client, "standing=rejected") == []
    assert rows(client, "kind=&category=&origin=") == rows(client)


def test_every_kind_says_how_many_there_are_of_it(client: httpx2.Client) -> None:
    kinds = client.get("/findings.json").json()["kinds"]
    assert {kind: count for kind, count in kinds.items() if count} == {
        kind: len(rows(client, f"kind={kind}")) for kind in {row["kind"] for row in rows(client)}
    }


def test_numbers_are_marked_where_they_stand(client: httpx2.Client, ledger: Ledger) -> None:
    for finding in ledger.findings():
        held = client.get(f"/findings/{finding.fingerprint}.json").json()
        assert [one["figure"] for one in held["evidence"]] == list(finding.figures)
        told = {one.figure: one.reported_text for one in finding.evidence}
        for one in held["evidence"]:
            assert one["quote"][one["from"] : one["to"]] == told.get(one["figure"], one["quote"][one["from"] : one["to"]])


def test_the_form_keeps_what_was_chosen(client: httpx2.Client) -> None:
    page = client.get("/findings?kind=conflict&origin=KG").text
    assert '<option value="conflict" selected>' in page and 'name="origin" type="search" value="KG"' in page


def test_a_page_of_the_list_keeps_the_filters(client: httpx2.Client) -> None:
    page = client.get("/findings?kind=conflict&size=2&page=2").text
    assert 'href="/findings?kind=conflict&amp;size=2&amp;page=1"' in page
    assert 'href="/findings.csv?kind=conflict"' in page
