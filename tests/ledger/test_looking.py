"""Choosing among findings and opening estimates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.errors import UnknownName
from sayso.ledger import Ledger
from sayso.model import Kind

TEXTS = {
    "one": "The Meridian Centre says that 1,300 Tajiks had joined the group in Syria. Police said 14 people were killed in Osh.",
    "two": "Officials in Dushanbe said that 500 Tajiks had joined the group in Syria. The Meridian Centre says 147 Tajiks returned home.",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"{name}\n\n1 March 2016\n\n{text}\n", "utf8")
    with Ledger(folder / "sayso.db") as opened:
        opened.add(folder / "one.txt", folder / "two.txt")
        yield opened


def test_kinds_may_be_written_in_several_ways(ledger: Ledger) -> None:
    every = ledger.findings()
    assert {finding.kind for finding in every} >= {Kind.CONFLICT, Kind.ARITHMETIC}
    assert [finding.kind for finding in every] == sorted((finding.kind for finding in every), key=list(Kind).index)
    assert ledger.findings("conflict") == ledger.findings(["Conflict"]) == [one for one in every if one.kind is Kind.CONFLICT]
    assert ledger.findings("diverging-echo") == ledger.findings("Diverging echo") == []
    assert ledger.findings(["conflict", "arithmetic"]) == [one for one in every if one.kind in (Kind.CONFLICT, Kind.ARITHMETIC)]


def test_findings_are_chosen_by_what_they_are_about(ledger: Ledger) -> None:
    every = ledger.findings()
    assert ledger.findings(origin="TJ") == every
    assert ledger.findings(origin="RU") == ledger.findings(category="detained") == []
    assert ledger.findings(location="none") == ledger.findings("arithmetic")
    assert ledger.findings(category="joined", location=["SY", "IQ"]) == ledger.findings("conflict")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"kind": "conflct"}, "Did you mean 'conflict'"),
        ({"kind": ""}, "There are: conflict, diverging_echo"),
        ({"category": "joind"}, "Did you mean 'joined'"),
    ],
)
def test_a_wrong_name_is_refused_with_the_nearest(ledger: Ledger, asked: dict[str, str], told: str) -> None:
    with pytest.raises(UnknownName, match=told):
        ledger.findings(**asked)


def test_an_estimate_is_found_by_itself_by_its_figures_and_by_its_cell(ledger: Ledger) -> None:
    [opened] = ledger.explain("TJ/joined")
    assert (opened.estimate.low, opened.estimate.best, opened.estimate.high) == (500, None, 1300)
    assert sorted(figure.low or 0 for figure in opened.figures.values()) == [500, 1300]
    for reference in (opened.estimate.fingerprint, opened.estimate.fingerprint[:5].upper(), *opened.figures, " Tajikistan / JOINED "):
        assert ledger.explain(reference) == [opened]
    [killed] = ledger.explain("none/killed")
    assert killed.estimate.best == 14


def test_every_policy_opens_the_same_estimate(ledger: Ledger) -> None:
    [official] = ledger.explain("TJ/joined", policy="official-first")
    assert (official.estimate.best, len(official.figures), len(official.estimate.aside)) == (500, 2, 1)
    assert official.estimate.fingerprint == ledger.explain("TJ/joined")[0].estimate.fingerprint


@pytest.mark.parametrize(
    "reference", ["", "TJ", "/", "TJ/", "/joined", "RU/joined", "TJ/killed", "0000", "joined", "\udcff/joined", "TJ/j\0"]
)
def test_a_reference_to_no_estimate_is_refused(ledger: Ledger, reference: str) -> None:
    with pytest.raises(UnknownName, match="no estimate is called"):
        ledger.explain(reference)


def test_a_wrong_policy_is_refused_with_the_nearest(ledger: Ledger) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'conservative'"):
        ledger.explain("TJ/joined", policy="conservativ")
