"""When counts hold, and which are of one time."""

from __future__ import annotations

import pytest

from sayso.reconcile.dates import clusters, days, label, when

from .samples import made


@pytest.mark.parametrize(
    ("written", "length"),
    [("2016", 366), ("2015", 365), ("2016-02", 29), ("2016-02-29", 1), ("2016-02-29T10:00", 1)],
)
def test_days_of_a_date(written: str, length: int) -> None:
    found = days(written)
    assert found and found.last - found.first + 1 == length and found.long is (length > 31)


@pytest.mark.parametrize("written", ["", "2015-02-29", "2016-13", "2016-13-01", "spring", "0", "99999"])
def test_what_is_no_date(written: str) -> None:
    assert days(written) is None


def test_the_text_goes_before_the_day_of_its_publishing() -> None:
    assert when(made(1, as_of="2015", published="2016")) == days("2015")
    assert when(made(1, as_of="soon", published="2016")) == days("2016")
    assert when(made(1)) is None


def named(window: int, *held: tuple[str | None, str]) -> list[list[str]]:
    facts = [made(at, published=date, name=name) for at, (date, name) in enumerate(held)]
    return [[fact.name for fact in cluster] for cluster in clusters(facts, window)]


def test_a_run_of_dates_is_cut_and_not_chained() -> None:
    run = [(f"2016-03-{day:02}", f"{day}") for day in (1, 3, 5, 7, 9)]
    assert named(3, *run) == [["1", "3"], ["5", "7"], ["9"]]
    assert named(31, *run[::-1]) == [["1", "3", "5", "7", "9"]]


def test_counts_of_a_year_are_apart_from_counts_of_a_day_where_the_window_is_short() -> None:
    held = [("2016", "year"), ("2016-01-02", "day")]
    assert named(3, *held) == [["day"], ["year"]]
    assert named(365, *held) == [["year", "day"]]


def test_counts_without_a_date_are_apart_by_document() -> None:
    assert named(3, (None, "b"), ("2016-01-01", "a"), (None, "c"), (None, "b")) == [["a"], ["b", "b"], ["c"]]


def test_the_label_of_a_cluster() -> None:
    assert label([made(1, as_of="2015"), made(2, as_of="2015", published="2016")]) == "2015"
    assert label([made(1, as_of="2015"), made(2, published="2016-03-01")]) == "2016-03-01"
    assert label([made(1)]) is None
