"""Every rule family by its case files; the cases that the program does not pass yet stand in pending/ and are only read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sayso.codebook import load
from sayso.model import Quantifier, Unit

from .casebook import CASES, CHECKED, KEYS, PENDING, Case, cases, differences, entries

CATEGORIES = frozenset(load().codes)
FILES = sorted([*CASES.glob("*.yaml"), *PENDING.glob("*.yaml")])
VOCABULARY: dict[str, frozenset[Any]] = {
    "category": CATEGORIES,
    "quantifier": frozenset(kind.value for kind in Quantifier),
    "unit": frozenset(unit.value for unit in Unit),
    "disputed": frozenset([True, False]),
}


@pytest.mark.parametrize("case", cases(CASES), ids=str)
def test_case(case: Case) -> None:
    assert differences(case) == [], case.document.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_file_is_well_formed(path: Path) -> None:
    for entry in entries(path):
        assert set(entry) <= KEYS and {"name", "text", "figures"} <= set(entry), entry
        position = 0
        for figure in entry["figures"]:
            assert set(figure) <= {"mark", *CHECKED}, figure
            position = entry["text"].index(str(figure["mark"]), position) + 1
            assert all(figure[field] in words for field, words in VOCABULARY.items() if field in figure), figure


@pytest.mark.parametrize("figures", [pytest.param(case.figures, id=str(case)) for case in cases(PENDING)])
def test_pending_case_is_sound(figures: tuple[dict[str, Any], ...]) -> None:
    for figure in figures:
        low, high = figure.get("low", 0), figure.get("high")
        assert low is None or high is None or low <= high
        assert figure.get("part_of") is None or str(figure["part_of"]) in [other["mark"] for other in figures if other is not figure]


def test_names_are_unique_in_their_family() -> None:
    counted = Counter(str(case) for folder in (CASES, PENDING) for case in cases(folder))
    assert [name for name, times in counted.items() if times > 1] == []
