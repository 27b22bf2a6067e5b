"""Findings as the workbench asks for them: the same as the ledger's, a page at a time, with how they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UnknownName
from sayso.ledger import Ledger, browsing, noticing, open
from sayso.model import Standing

from .library import fill, readings_of_all


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open(fill(tmp_path_factory.mktemp("noticing") / "all.db", readings_of_all())) as held:
        browsing.settle(held)
        yield held


def prints(ledger: Ledger, offset: int = 0, limit: int | None = None, **asked: list[str]) -> list[str]:
    return [one.fingerprint for one, _ in noticing.noticed(ledger, noticing.about(**asked), offset, limit)]


def test_pages_laid_end_to_end_are_all_findings_of_the_ledger(ledger: Ledger) -> None:
    everything = [one.fingerprint for one in ledger.findings()]
    pages = [one for offset in range(0, len(everything), 7) for one in prints(ledger, offset, 7)]
    assert len(everything) > 30 and pages == list(dict.fromkeys(everything))


@pytest.mark.parametrize(("within", "limit"), [(3, 5), (1_000, 12), (3, 10_000)])
def test_the_newest_are_of_the_documents_added_last(ledger: Ledger, within: int, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "_LATEST", within)
    added = {document.fingerprint: at for at, (document, _) in enumerate(readings_of_all())}
    homes = {figure.fingerprint: added[figure.document_fingerprint] for figure in ledger.figures()}
    held = {one.fingerprint: one for one in ledger.findings(["conflict", "echo"])}
    last = {name: max(homes[figure] for figure in one.figures) for name, one in held.items()}
    wanted = sorted(held, key=lambda name: (-last[name], held[name].gravity, name))
    found = noticing.newest(ledger, noticing.about(kind=["conflict", "echo"]), limit)
    assert [one.fingerprint for one, _ in found] == wanted[:limit] and len(wanted) > 12


@pytest.mark.parametrize("asked", [{"kind": ["conflict"]}, {"category": ["killed", "joined"]}, {"origin": ["TJ"]}, {"location": ["none"]}])
def test_filters_choose_as_those_of_the_ledger(ledger: Ledger, asked: dict[str, list[str]]) -> None:
    wanted = [one.fingerprint for one in ledger.findings(**asked)]
    assert wanted and prints(ledger, 0, None, **asked) == list(dict.fromkeys(wanted))
    assert sum(noticing.counted(ledger, noticing.about(**asked)).values()) == len(set(wanted))


@pytest.mark.parametrize("asked", [{"kind": ["quarrel"]}, {"category": ["joint"]}, {"stands": ["corrected"]}])
def test_names_that_are_not_there_are_told(asked: dict[str, list[str]]) -> None:
    with pytest.raises(UnknownName):
        noticing.about(**asked)


def test_conflicts_are_counted_by_cell(ledger: Ledger) -> None:
    found = noticing.conflicts(ledger)
    assert sum(found.values()) == len(set(prints(ledger, kind=["conflict"])))
    table = browsing.overview(ledger)
    assert any((row, column) in found for row, column, _ in table)


@pytest.mark.parametrize("reference", ["", "*", "0000", "0123456789abcdef"])
def test_a_finding_is_asked_for_by_its_whole_fingerprint(ledger: Ledger, reference: str) -> None:
    with pytest.raises(UnknownName, match="there is no finding"):
        noticing.finding(ledger, reference)


def test_how_a_finding_stands_is_told(tmp_path: Path) -> None:
    with open(fill(tmp_path / "few.db", readings_of_all()[:20])) as ledger:
        browsing.settle(ledger)
        first, second, *_ = prints(ledger)
        ledger.accept(first, person="A")
        ledger.reject(second, person="A", note="another period")
        ledger.accept(second, person="B")
        stand = {one.fingerprint: how for one, how in noticing.noticed(ledger, noticing.about())}
        assert (stand.pop(first), stand.pop(second)) == (Standing.ACCEPTED, Standing.DIVIDED)
        assert set(stand.values()) == {Standing.NEW}
        assert prints(ledger, stands=["divided"]) == [second]
        assert [one.note for one in noticing.finding(ledger, second).decisions] == ["another period", ""]
