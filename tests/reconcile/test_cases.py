"""What reconciling makes of short texts, by the case files."""

from __future__ import annotations

from collections import Counter

import pytest

from sayso.codebook import rules
from sayso.model import Kind, Status

from .casebook import ESTIMATE, FINDING, KEYS, TEXT, Case, cases, differences


@pytest.mark.parametrize("case", cases(), ids=str)
def test_case(case: Case) -> None:
    assert differences(case) == []


@pytest.mark.parametrize("case", cases(), ids=str)
def test_case_is_well_formed(case: Case) -> None:
    held = case.wanted
    assert set(held) <= KEYS and {"name", "texts"} < set(held)
    assert all(set(text) <= TEXT for text in held["texts"])
    assert all(set(finding) <= FINDING for finding in [*held.get("findings", ()), *held.get("none", ())])
    assert all(set(estimate) <= ESTIMATE for estimate in held.get("estimates", ()))


def test_names_are_unique_in_their_family() -> None:
    counted = Counter(str(case) for case in cases())
    assert [name for name, times in counted.items() if times > 1] == []


def test_every_kind_policy_and_status_has_a_case() -> None:
    found = [finding["kind"] for case in cases() for finding in case.wanted.get("findings", ())]
    assert set(found) == {kind.value for kind in Kind}
    points = [estimate for case in cases() for estimate in case.wanted.get("estimates", ())]
    assert {point.get("policy", "range") for point in points} == set(rules().policies)
    assert {point["status"] for point in points if "status" in point} == {status.value for status in Status}
