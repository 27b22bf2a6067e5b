from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from sayso.codebook import load, rules
from sayso.errors import UnknownName
from sayso.model import Estimate, Quantity, Status, Unit
from sayso.present import Area, Chart, View, choropleth, estimated, reported
from sayso.present.atlas import hatching, members, rings, world
from sayso.present.shades import MEASURES, Sorted, steps
from sayso.present.views import WIDTH, around, whole

from .pictures import faults, links, marks, parsed, texts
from .samples import at_least, figure

NAMES = load().places


def one(*codes: str, low: int | None = 100, **fields: Any) -> Area:
    return Area(codes, **{"low": low, "best": None, "high": low, "reports": 1, "origins": 1, "mark": "ab12", **fields})


def drawn(*areas: Area, **view: Any) -> Chart:
    return choropleth(areas, View("Joined", **view), NAMES, base="")


def shaded(chart: Chart) -> dict[str, str]:
    return {record["id"]: record["step"] for record in chart.spec["datasets"]["counts"]}


class TestAtlas:
    def test_every_country_has_a_point_and_is_known_to_the_codebook(self) -> None:
        assert set(world().points) == rules().countries
        assert world().shapes <= rules().countries
        assert {"XK", "SO", "CY", "GF"} <= world().shapes

    def test_points_of_shapes_lie_in_their_boxes(self) -> None:
        for code in world().shapes:
            west, south, east, north = world().boxes[code]
            x, y = world().points[code]
            assert west <= x <= east and south <= y <= north, code

    @pytest.mark.parametrize(
        ("code", "countries"),
        [
            ("TJ", {"TJ"}),
            ("SY:Aleppo", {"SY"}),
            ("region:Central Asia", {"KG", "KZ", "TJ", "TM", "UZ"}),
            ("region:Levant", {"IL", "JO", "LB", "PS", "SY"}),
            ("region:IS-held territory", {"IQ", "SY"}),
            ("ethnic:Kurdish", set()),
            ("region:Mediterranean", set()),
            ("XX", set()),
            ("", set()),
        ],
    )
    def test_a_code_stands_for_countries(self, code: str, countries: set[str]) -> None:
        assert set(members(code)) == countries

    def test_regions_around_hold_those_within(self) -> None:
        assert set(members("region:Central Asia")) < set(members("region:Asia"))
        assert set(members("region:North Africa")) < set(members("region:Middle East and North Africa"))
        assert len(members("region:European Union")) == 27

    @pytest.mark.parametrize("code", ["ML", "RU", "ID", "ZA"])
    def test_hatching_stays_within_the_country(self, code: str) -> None:
        lines = hatching(code, 1.5)
        assert len(lines) > 3
        assert all(within(code, (line[0][0] + line[1][0]) / 2, (line[0][1] + line[1][1]) / 2) for line in lines)
        assert all(abs(a[0] - b[0]) <= 3.01 for line in lines for a, b in pairwise(line))

    def test_a_ring_over_the_antimeridian_does_not_jump(self) -> None:
        assert all(abs(a[0] - b[0]) < 180 for ring in rings("RU") for a, b in pairwise(ring))


def within(code: str, x: float, y: float) -> bool:
    """Whether a place is inside of a country: a line from there to the east crosses its rings an odd number of times."""
    crossed = 0
    for ring in rings(code):
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
            crossed += (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1)
    return crossed % 2 == 1


class TestViews:
    def test_the_whole_world_is_inside(self) -> None:
        assert all(whole().inside((x, y)) for x in range(-175, 180, 25) for y in range(-55, 84, 20))
        assert not whole().inside((0, -80))

    @pytest.mark.parametrize("region", ["region:Central Asia", "region:Europe", "region:Caribbean", "region:Oceania", "region:Sahel"])
    def test_a_region_fills_its_window(self, region: str) -> None:
        window = around(members(region))
        placed = [window.pixel(world().points[code]) for code in members(region) if code in world().boxes and code not in ("RU", "GL")]
        assert all(-1 <= x <= WIDTH + 1 and -1 <= y <= window.height + 1 for x, y in placed)

    def test_a_window_may_lie_over_the_antimeridian(self) -> None:
        window = around(["FJ", "NZ", "WS"])
        assert window.middle and abs(window.middle[0]) > 165

    def test_one_small_country_can_be_looked_at(self) -> None:
        assert around(["MT"]).inside(world().points["MT"])


class TestSteps:
    @pytest.mark.parametrize(
        ("values", "names"),
        [
            ([], []),
            ([1, 3], ["1", "2", "3"]),
            ([0, 2], ["0", "1", "2"]),
            ([500, 1300, 4000], ["300–999", "1,000–2,999", "3,000 and more"]),
            ([2, 70, 4000], ["1–9", "10–99", "100–999", "1,000 and more"]),
            ([5, 9_000_000], ["1–9", "10–99", "100–999", "1,000–9,999", "10,000–99,999", "100,000 and more"]),
        ],
    )
    def test_the_scale_follows_the_numbers(self, values: list[int], names: list[str]) -> None:
        assert [name for _, name in steps(values)] == names

    def test_every_number_has_a_step(self) -> None:
        for values in ([0, 7, 8_000_000], [1, 1], [3], [0], [0, 9], [29, 31]):
            found = steps(values)
            assert len(found) <= 6 and found[0][0] <= min(values)


class TestEstimates:
    def made(self, people: tuple[str, ...], low: int, **fields: Any) -> Estimate:
        of = Quantity("joined", people, **{key: fields.pop(key) for key in ("group", "time", "unit") if key in fields})
        held: dict[str, Any] = {"reports": 1, "origins": 1, "used": ("f" * 16,), **fields}
        return Estimate(of, "range", low, low, low, Status.SINGLE, **held)

    def test_the_count_that_most_origins_speak_of_is_shown(self) -> None:
        held = [
            self.made(("TJ",), 5, time="2019"),
            self.made(("TJ",), 7, origins=3, time="2014"),
            self.made(("TJ",), 9, time="2020", group="women"),
        ]
        found = Sorted.of(estimated(held, "origin"))
        assert found.countries["TJ"].low == 7 and found.others == {"TJ": 2}

    def test_the_whole_goes_before_a_part_and_the_later_before_the_earlier(self) -> None:
        held = [self.made(("SY:Aleppo",), 900, origins=9), self.made(("SY",), 1, time="2014"), self.made(("SY",), 2, time="2015")]
        assert Sorted.of(estimated(held, "origin")).countries["SY"].low == 2

    def test_households_and_what_rests_on_nothing_are_no_people(self) -> None:
        assert estimated([self.made(("TJ",), 5, unit=Unit.HOUSEHOLD), self.made(("TJ",), 5, used=())], "origin") == []


def test_figures_of_a_place_are_one_count() -> None:
    figures = [figure("a", location=("SY:Aleppo",)), at_least("b", location=("SY",)), figure("c", location=())]
    found = {area.codes: area for area in reported(figures, "location", {})}
    assert set(found) == {("SY",), ()}
    assert (found["SY",].reports, found["SY",].interval) == (2, "1,300–2,000+")


def test_countries_are_shaded_and_lead_to_their_estimates() -> None:
    chart = drawn(one("TJ", low=1300, mark="cafe"), one("UZ", low=20, mark="beef"))
    root = parsed(chart.svg())
    assert shaded(chart) == {"TJ": "1,000 and more", "UZ": "10–29"}
    assert len(marks(root, "countries")) == 2 and set(links(root)) == {"/estimates/cafe", "/estimates/beef"}
    assert faults(chart) == []


def test_land_without_counts_lies_below() -> None:
    picture = drawn(one("TJ")).svg()
    assert picture.count("<path") > 170


def test_countries_too_small_for_a_shape_are_dots() -> None:
    chart = drawn(one("MV"), one("SG"), one("FR"))
    assert len(marks(parsed(chart.svg()), "dots")) == 2
    assert {record["id"] for record in chart.spec["datasets"]["dots"]} == {"MV", "SG"}


def test_nothing_is_lost() -> None:
    chart = drawn(
        one("TJ"), one("ethnic:Kurdish", low=300), one("IQ", "SY", low=3000), one("XX"), one(), one(), one("region:Sahel", low=50)
    )
    said = chart.description
    for words in ("Tajikistan: 100", "Kurdish: 300", "Iraq + Syria: 3,000", "XX: 100", "name no place: 2", "Sahel: 50"):
        assert words in said
    assert "cannot be drawn" in " ".join(chart.spec["title"]["subtitle"])


def test_countries_with_a_count_for_their_region_alone_are_hatched() -> None:
    chart = drawn(one("region:Central Asia", low=4200), one("TJ"))
    hatched = {record["id"] for record in chart.spec["datasets"]["hatches"]}
    assert hatched == {"KG", "KZ", "TM", "UZ"} and set(shaded(chart)) == {"TJ"}
    assert "Hatched" in chart.description and "Central Asia: 4,200" in chart.description


def test_at_the_level_of_regions_each_country_has_the_colour_of_its_smallest_region() -> None:
    chart = drawn(one("region:Asia", low=9000), one("region:Central Asia", low=40), one("FR"), level="region")
    found = shaded(chart)
    assert found["TJ"] == "30–99" and found["CN"] == "3,000 and more" and "FR" not in found
    assert "France: 100" in chart.description and chart.spec["datasets"]["hatches"] == []


@pytest.mark.parametrize(("measure", "value"), [("best", 150), ("low", 100), ("high", 200), ("reports", 4), ("origins", 3)])
def test_a_measure_is_what_is_shaded(measure: str, value: int) -> None:
    area = one("TJ", low=100, best=150, high=200, reports=4, origins=3)
    [record] = drawn(area, measure=measure).spec["datasets"]["counts"]
    assert record["value"] == value


def test_without_a_best_number_the_lowest_is_taken_and_without_any_the_country_is_told() -> None:
    assert one("TJ", low=7).value("best") == 7
    chart = drawn(one("TJ", low=7, high=None), one("UZ"), measure="high")
    assert set(shaded(chart)) == {"UZ"} and "Without such a number: Tajikistan: 7+" in chart.description


def test_a_part_of_the_world_has_names_on_it() -> None:
    chart = drawn(one("TJ", low=1300), one("UZ", low=20), one("FR", low=9), zoom="region:Central Asia")
    shown = texts(parsed(chart.svg()))
    assert {"Tajikistan", "1,300", "Uzbekistan", "20"} <= set(shown) and "France" not in shown
    assert "1 are for elsewhere" in chart.description


@pytest.mark.parametrize(
    ("view", "said"), [({"measure": "most"}, "measure 'most'"), ({"level": "town"}, "level 'town'"), ({"zoom": "region:West"}, "no land")]
)
def test_what_a_map_cannot_show_is_refused(view: dict[str, str], said: str) -> None:
    with pytest.raises(UnknownName, match=said):
        drawn(one("TJ"), **view)


def test_measures_are_told_in_words() -> None:
    assert all(words[0].islower() and not words.endswith(".") for words in MEASURES.values())
