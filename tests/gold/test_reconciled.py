"""The seeds, reconciled: what a reader who lays the three documents side by side notices must be noticed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import sayso
from sayso.ledger import Ledger
from sayso.model import Finding, Kind

from .floors import SHARED

SEEDS = SHARED / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are absent")
REGION = "region:Central Asia"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with sayso.open(tmp_path_factory.mktemp("seeds") / "seeds.db") as opened:
        opened.add(SEEDS)
        yield opened


def texts(finding: Finding) -> list[str]:
    """The numbers that a finding rests on, as they are written."""
    return sorted(one.reported_text.casefold() for one in finding.evidence)


def test_the_total_is_supported_by_its_five_parts_one_of_which_is_fighting(ledger: Ledger) -> None:
    [finding] = [one for one in ledger.findings("arithmetic", origin=REGION) if "4,200" in texts(one) and len(one.figures) > 2]
    assert texts(finding) == sorted(["4,200", "500", "500", "1,300", "400", "1,500"])
    assert (finding.holds, finding.slack, finding.cause) == (True, 0, "another category")
    assert "more than 4,200" in finding.statement and "1,300 (Tajikistan) is reported as active, not joined" in finding.statement


def test_the_capital_and_the_analyst_are_a_conflict_of_two_origins(ledger: Ledger) -> None:
    [finding] = ledger.findings("conflict", origin="UZ")
    assert texts(finding) == ["2,500", "500"]
    [low, high] = sorted(finding.evidence, key=lambda one: len(one.reported_text))
    assert low.source.endswith("Tashkent") and high.source != low.source
    disputed = {figure.fingerprint: figure.disputed for figure in ledger.figures(origin="UZ")}
    assert disputed[low.figure] and not disputed[high.figure]


def test_the_governments_are_in_conflict_with_those_who_say_thousands(ledger: Ledger) -> None:
    [finding] = ledger.findings("conflict", origin=REGION)
    assert {"several hundred", "2,000", "2,000 and 4,000"} <= set(texts(finding))
    assert "4,200" not in texts(finding)
    assert all(who in finding.statement for who in ("Central Asian governments", "International Crisis Group", "Western officials"))


def test_numbers_years_apart_and_open_ends_are_no_conflict(ledger: Ledger) -> None:
    quarrels = [set(texts(one)) for one in ledger.findings("conflict") if REGION in one.people]
    assert all("several hundred" in quarrel and "4,200" not in quarrel for quarrel in quarrels)
    points = [opened.estimate for opened in ledger.explain(f"{REGION}/joined")]
    spans = {(one.low, one.high) for one in points}
    assert (4200, None) in spans and len({one.quantity.time for one in points}) == len(points) > 1


@pytest.mark.parametrize(("people", "returned", "joined"), [("RU", 400, 3417), ("SA", 760, 3244), ("TN", 800, 2926), ("FR", 271, 1910)])
def test_fewer_came_back_than_left(people: str, returned: int, joined: int, ledger: Ledger) -> None:
    [finding] = [one for one in ledger.findings("arithmetic") if one.people == (people,)]
    assert finding.kind is Kind.ARITHMETIC and finding.holds and finding.slack == joined - returned
    assert texts(finding) == sorted([f"{returned:,}", f"{joined:,}"])
