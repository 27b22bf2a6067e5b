"""Charts of a ledger: which figures and estimates they are made of, and what is refused."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import UnknownName
from sayso.ledger import Ledger
from sayso.present import Chart

TEXTS = {
    "one": "The Meridian Centre says that 1,300 Tajiks had joined the group in Syria by 2015. Police said 14 people were killed in Osh.",
    "two": "Officials in Dushanbe said 500 Tajiks had joined the group in Syria by 2015. The Meridian Centre says 147 Tajiks returned.",
    "three": "According to the Meridian Centre, 1,300 Tajiks had joined the group in Syria by 2015; 2,000 Tajiks had joined it by 2019.",
    "four": "Of the women of Tajikistan 40 had joined the group in Syria by 2015, the Meridian Centre said.",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"{name}\n\n1 March 2016\n\n{text}\n", "utf8")
    with Ledger(folder / "sayso.db") as opened:
        opened.add(*(folder / f"{name}.txt" for name in TEXTS))
        yield opened


def records(chart: Chart, name: str) -> list[dict[str, Any]]:
    return [record for key, held in chart.spec["datasets"].items() if key.endswith(name) for record in held]


def test_a_time_line_holds_every_figure_of_its_series(ledger: Ledger) -> None:
    found = [one for one in ledger.explain("TJ/joined") if not one.estimate.quantity.group]
    chart = ledger.chart("timeline", found[0].estimate.fingerprint)
    assert {record["figure"] for record in records(chart, "reports")} == {mark for one in found for mark in one.figures}
    assert chart.to_json() == ledger.chart("timeline", found[-1].estimate.fingerprint).to_json()


def test_of_several_series_the_largest_is_drawn_and_the_others_are_named(ledger: Ledger) -> None:
    chart = ledger.chart("timeline", "TJ/joined")
    women = [one.estimate for one in ledger.explain("TJ/joined") if one.estimate.quantity.group]
    assert chart.title == "Joined, from Tajikistan, in Syria"
    assert all(one.fingerprint[:8] in chart.description for one in women)


def test_a_figure_stands_for_the_series_that_it_is_in(ledger: Ledger) -> None:
    [figure] = ledger.figures(category="returned")
    [record] = records(ledger.chart("timeline", figure.fingerprint[:8], base=""), "reports")
    assert record["href"] == f"/figures/{figure.fingerprint}"


def test_the_origin_is_the_one_that_reconciling_settled(ledger: Ledger) -> None:
    chart = ledger.chart("timeline", "TJ/joined")
    assert {record["origin"] for record in records(chart, "reports")} == {"the Meridian Centre", "Officials in Dushanbe"}


def test_the_policy_decides_what_is_drawn_as_the_estimate(ledger: Ledger) -> None:
    bests = {
        policy: [one["best"] for one in records(ledger.chart("timeline", "TJ/joined", policy=policy), "estimates")]
        for policy in ("range", "conservative")
    }
    assert bests["range"] != bests["conservative"]


def test_who_cites_whom_is_of_all_figures_or_those_of_a_reference_or_a_filter(ledger: Ledger) -> None:
    def labels(chart: Chart) -> set[str]:
        return {node["label"] for node in chart.spec["datasets"]["nodes"]}

    assert {"the Meridian Centre", "Officials in Dushanbe", "one", "two", "three", "four"} <= labels(ledger.chart("citations"))
    assert labels(ledger.chart("citations", "TJ/returned")) == {"two", "The Meridian Centre"}
    assert labels(ledger.chart("citations", category="killed")) == {"one", "Police"}


def test_a_map_is_of_one_category_by_people_or_by_place(ledger: Ledger) -> None:
    def shaded(chart: Chart) -> dict[str, int]:
        return {record["id"]: record["value"] for record in chart.spec["datasets"]["counts"]}

    joined = ledger.chart("map", "joined")
    assert joined.title == "Joined, by where people are from" and set(shaded(joined)) == {"TJ"}
    assert set(shaded(ledger.chart("map", category="killed", by="location"))) == {"KG"}
    assert shaded(ledger.chart("map", measure="reports", by="location", document="one")) == {"SY": 1, "KG": 1}
    assert shaded(ledger.chart("map", "joined", location="RU")) == {}


def test_a_place_to_look_at_is_given_by_code_or_name(ledger: Ledger) -> None:
    by_code, by_name = (ledger.chart("map", "joined", zoom=zoom) for zoom in ("region:Central Asia", "central asia"))
    assert by_code.to_json() == by_name.to_json() != ledger.chart("map", "joined").to_json()


@pytest.mark.parametrize(
    ("kind", "reference", "options", "said"),
    [
        ("timelin", "TJ/joined", {}, "no chart 'timelin'.*timeline"),
        ("timeline", None, {}, "needs a reference"),
        ("timeline", "XX/joined", {}, "no estimate is called"),
        ("timeline", "TJ/joined", {"category": "joined"}, "takes no 'category'"),
        ("timeline", "TJ/joined", {"policy": "widest"}, "no policy 'widest'"),
        ("citations", None, {"zoom": "TJ"}, "takes no 'zoom'"),
        ("citations", None, {"colour": "red"}, "no filter 'colour'"),
        ("map", None, {}, "needs one category"),
        ("map", "joind", {}, "no category 'joind'"),
        ("map", None, {"category": ["joined", "killed"]}, "needs one category"),
        ("map", "joined", {"by": "town"}, "no way to lay out a map 'town'"),
        ("map", "joined", {"measure": "most"}, "no measure 'most'"),
        ("map", "joined", {"zoom": "the West"}, "no land to look at"),
        ("map", "joined", {"text": "x"}, "takes no 'text'"),
    ],
)
def test_what_there_is_no_chart_of_is_refused(ledger: Ledger, kind: str, reference: str | None, options: dict[str, Any], said: str) -> None:
    with pytest.raises(UnknownName) as caught:
        ledger.chart(kind, reference, **options)
    assert re.search(said, str(caught.value))


def test_a_ledger_that_can_only_be_read_has_charts_too(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "read.db"
    ledger.chart("timeline", "TJ/joined")
    path.write_bytes(b"")
    with Ledger(path) as other:
        other.add(*(ledger.path.parent / f"{name}.txt" for name in TEXTS))
        expected = other.chart("timeline", "TJ/joined").to_json()
    path.chmod(stat.S_IRUSR)
    with Ledger(path) as other:
        assert other.chart("timeline", "TJ/joined").to_json() == expected
