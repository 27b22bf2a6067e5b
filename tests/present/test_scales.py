from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sayso.present.scales import Counts, Times, days


def day(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, UTC).isoformat()


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2015", "2015-01-01", "2015-12-31"), ("2015-02", "2015-02-01", "2015-02-28"), ("2016-12", "2016-12-01", "2016-12-31"),
        ("2015-03-04", "2015-03-04", "2015-03-04"), ("2015-03-04T10:00", "2015-03-04", "2015-03-04"),
    ],
)  # fmt: skip
def test_dates_reach_over_all_their_days(written: str, first: str, last: str) -> None:
    found = days(written)
    assert found and (day(found[0])[:10], day(found[1])[:10]) == (first, last)
    assert day(found[1])[11:] == "23:59:59.999000+00:00"


@pytest.mark.parametrize("written", [None, "", "soon", "2015-13", "2015-02-30", "99999", "-5", "9999-12-31", "0000"])
def test_what_is_no_date_has_no_days(written: str | None) -> None:
    assert days(written) is None


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [([100, 900], "linear"), ([10, 900], "log"), ([0, 10, 900], "symlog"), ([0, 500], "linear"), ([], "linear"), ([0], "linear")],
)
def test_numbers_far_apart_are_on_a_logarithmic_scale(numbers: list[int], kind: str) -> None:
    scale = Counts.of(numbers)
    assert scale.kind == kind
    stood = [scale.pixel(number, 300) for number in sorted(numbers)]
    assert stood == sorted(stood) and all(0 <= at < 300 for at in stood)


@pytest.mark.parametrize("numbers", [[10, 900], [0, 10, 900], [1, 5_000_000], [3, 100]])
def test_steps_of_a_logarithmic_scale_can_be_read(numbers: list[int]) -> None:
    scale = Counts.of(numbers)
    steps = scale.axis["values"]
    assert 2 <= len(steps) <= 9 and steps == sorted(set(steps))
    assert all(scale.bottom <= step <= scale.top for step in steps)


@pytest.mark.parametrize(("last", "unit"), [("2015-01-10", "week"), ("2015-09", "month"), ("2019", "year"), ("2150", "year")])
def test_ticks_of_time_follow_its_length(last: str, unit: str) -> None:
    end = days(last)
    start = days("2015-01-01")
    assert start and end
    times = Times.of([start[0], end[1]])
    assert times.axis["tickCount"]["interval"] == unit
    assert 0 < times.pixel(start[0], 600) < times.pixel(end[1], 600) < 600


def test_one_day_alone_has_room_around_it() -> None:
    span = days("2015-01-01")
    assert span
    times = Times.of(span)
    assert times.last - times.first > 20 * 86_400_000
