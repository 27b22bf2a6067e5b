from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sayso.model import Figure, Quantifier, Source
from sayso.present import Chart, timeline
from sayso.present.points import points, spread
from sayso.present.scales import Counts

from .pictures import estimate, faults, links, marks, parsed, texts
from .samples import at_least, figure

NAMES = {"TJ": "Tajikistan", "SY": "Syria"}
CENTRE, POLICE, VOICE = Source("The Soufan Center"), Source("the Interior Ministry"), ()


def drawn(made: Any, *figures: Figure, published: Mapping[str, str | None] | None = None, **options: Any) -> Chart:
    return timeline(made, {one.fingerprint: one for one in figures}, published or {}, NAMES, **options)


def records(chart: Chart, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = chart.spec["datasets"].get(name, [])
    return found


def test_every_report_is_a_mark_that_leads_to_its_figure() -> None:
    held = [figure("a", as_of="2015"), at_least("b", as_of="2016-05"), figure("c", "150", 150, 150)]
    out = figure("d", as_of="2017")
    chart = drawn([estimate(held, {out.fingerprint: "disputed by its own text"})], *held, out, base="")
    root = parsed(chart.svg())
    shown = marks(root, "dated_reports") + marks(root, "undated_reports")
    assert len(shown) == 4
    assert sorted(links(root)) == sorted(f"/figures/{one.fingerprint}" for one in (*held, out))
    assert faults(chart) == []


def test_without_a_base_nothing_is_a_link() -> None:
    one = figure("a", as_of="2015")
    assert links(parsed(drawn([estimate([one])], one).svg())) == []
    assert links(parsed(drawn([estimate([one])], one, base="https://example.org").svg())) == [
        f"https://example.org/figures/{one.fingerprint}"
    ]


def test_a_report_without_a_date_has_that_of_its_document_or_stands_aside() -> None:
    stated, told, none = figure("a", as_of="2015-03"), figure("b"), figure("c")
    published = {told.document_fingerprint: "2016-01-31", none.document_fingerprint: "soon"}
    chart = drawn([estimate([stated, told, none])], stated, told, none, published=published)
    assert [one["figure"] for one in records(chart, "dated reports")] == [stated.fingerprint, told.fingerprint]
    assert [one["figure"] for one in records(chart, "undated reports")] == [none.fingerprint]
    assert "1 of them undated" in chart.description and "undated" in texts(parsed(chart.svg()))


def test_reports_that_all_have_no_date_stand_alone_and_keep_their_axis() -> None:
    held = [figure("a"), at_least("b")]
    chart = drawn([estimate(held)], *held)
    assert records(chart, "dated reports") == [] and len(records(chart, "undated reports")) == 2
    assert {"people", "1,000", "The Soufan Center"} <= set(texts(parsed(chart.svg())))


def test_the_estimate_is_a_band_around_its_reports() -> None:
    held = [figure("a", as_of="2015-01-01"), figure("b", low=2000, high=2500, as_of="2015-12-31")]
    [band] = records(drawn([estimate(held, best=2000)], *held), "dated estimates")
    assert (band["bottom"], band["best"], band["top"], band["said"]) == (1300, 2000, 2500, "1,300–2,500")
    first, last = (one["date"] for one in records(drawn([estimate(held)], *held), "dated reports"))
    assert (band["first"], band["last"]) == (first, last)


def test_an_open_end_reaches_the_edge_and_has_an_arrow() -> None:
    held = [at_least("a", as_of="2015"), figure("b", low=None, high=900, quantifier=Quantifier.AT_MOST, as_of="2015")]
    chart = drawn([estimate(held)], *held)
    arrows = {one["open"]: one["arrow"] for one in records(chart, "dated reports")}
    assert arrows["up"] > 0 > arrows["down"]
    assert "dashed arrow: open end" in " ".join(chart.spec["title"]["subtitle"])


def test_what_was_set_aside_is_there_with_the_reason() -> None:
    used, out = figure("a", as_of="2015"), at_least("b", as_of="2014")
    chart = drawn([estimate([used], {out.fingerprint: "replaced by a later count of the same origin"})], used, out)
    by_figure = {one["figure"]: one for one in records(chart, "dated reports")}
    assert by_figure[used.fingerprint]["used"] and not by_figure[out.fingerprint]["used"]
    assert "set aside: replaced by a later count" in by_figure[out.fingerprint]["told"]
    assert "Set aside: 1 report, replaced by a later count of the same origin." in chart.description


def test_a_figure_that_two_estimates_name_is_drawn_once_with_the_one_that_uses_it() -> None:
    one, other = figure("a", as_of="2015"), figure("b", as_of="2016")
    early, late = estimate([one], {other.fingerprint: "later"}, time="2015"), estimate([other], {one.fingerprint: "earlier"}, time="2016")
    held = records(drawn([early, late], one, other), "dated reports")
    assert [(record["figure"], record["used"]) for record in held] == [(one.fingerprint, True), (other.fingerprint, True)]


def test_reports_of_one_origin_are_joined_to_the_earliest() -> None:
    held = [
        figure("a", as_of="2015-01-02", attribution=(CENTRE,)),
        figure("b", as_of="2015-02-02", attribution=(Source("Soufan Center"),)),
        figure("c", as_of="2015-03-02", attribution=(CENTRE,)),
        figure("d", as_of="2015-04-02", attribution=(POLICE,)),
    ]
    chart = drawn([estimate(held)], *held)
    lines = records(chart, "dated echoes")
    assert len(lines) == 2 and len({line["date"] for line in lines}) == 1
    assert "3 reports go back to The Soufan Center." in chart.description


def test_what_reconciling_says_of_origins_goes_before_names() -> None:
    held = [figure("a", as_of="2015", attribution=(CENTRE,)), figure("b", as_of="2015", attribution=VOICE)]
    alone = drawn([estimate(held)], *held)
    together = drawn([estimate(held)], *held, whose={one.fingerprint: "soufan center" for one in held})
    assert [len({one["origin"] for one in records(chart, "dated reports")}) for chart in (alone, together)] == [2, 1]
    assert {one["origin"] for one in records(together, "dated reports")} == {"The Soufan Center"}


@pytest.mark.parametrize(("count", "keys"), [(3, 3), (8, 8), (9, 8), (30, 8)])
def test_at_most_eight_names_are_in_the_key_and_no_report_is_lost(count: int, keys: int) -> None:
    held = [figure(f"d{at}", as_of="2015", attribution=(Source(f"Agency Number {chr(65 + at)}x{at}"),)) for at in range(count)]
    chart = drawn([estimate(held)], *held)
    reports = records(chart, "dated reports")
    assert len(reports) == count and len({one["group"] for one in reports}) == keys
    assert len({one["origin"] for one in reports}) == count


def test_names_cut_alike_stay_apart() -> None:
    long = "The Interior Ministry of the Republic, " * 3
    held = [figure(name, as_of="2015", attribution=(Source(f"{long}{name}x"),)) for name in ("Alpha", "Bravo")]
    reports = records(drawn([estimate(held)], *held), "dated reports")
    assert len({one["group"] for one in reports}) == len({one["origin"] for one in reports}) == 2
    assert max(len(one["group"]) for one in reports) < 40


def test_reports_of_one_day_do_not_cover_each_other() -> None:
    held = [figure(name, as_of="2015-05-05") for name in "abcdef"]
    shifts = [one["shift"] for one in records(drawn([estimate(held)], *held), "dated reports")]
    assert len(set(shifts)) == 6 and 0 in shifts


def test_points_far_apart_stay_where_they_are() -> None:
    held = points([estimate([figure("a"), figure("b", low=5, high=5)])], {}, {}, {})
    assert held == []
    some = [figure("a"), figure("b", low=5, high=5)]
    found = points([estimate(some)], {one.fingerprint: one for one in some}, {}, {})
    assert [point.shift for point in spread(found, [10, 10], Counts("linear", 0, 1500), 300)] == [0, 0]


def test_no_estimates_are_said_to_be_none() -> None:
    assert "0 reports" in drawn([]).description
    assert parsed(drawn([]).svg()) is not None
