from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from sayso.errors import ExportError, MissingExtra, UnknownName
from sayso.model import Role, Source
from sayso.present import Chart, choropleth, citations, timeline
from sayso.present.choropleth import View
from sayso.present.shades import estimated
from sayso.present.template import OUT, filled, themed

from .pictures import HOSTILE, SVG, estimate, faults, links, marks, parsed, size, texts
from .samples import at_least, document, figure


def series() -> Chart:
    held = [figure("a", as_of="2015"), at_least("b", as_of="2016-05")]
    return timeline([estimate(held)], {one.fingerprint: one for one in held}, {}, {"TJ": "Tajikistan"}, base="")


def charts() -> dict[str, Chart]:
    held = [figure("a"), at_least("b")]
    return {
        "timeline": series(),
        "citations": citations(held, base=""),
        "map": choropleth(estimated([estimate(held)], "origin"), View("Joined"), {"TJ": "Tajikistan"}, base=""),
    }


@pytest.mark.parametrize("kind", ["timeline", "citations", "map"])
class TestEveryChart:
    def test_is_vega_lite(self, kind: str) -> None:
        assert faults(charts()[kind]) == []

    @pytest.mark.parametrize("theme", ["light", "dark"])
    def test_is_a_picture_that_says_what_it_shows(self, kind: str, theme: str) -> None:
        chart = charts()[kind]
        root = parsed(chart.svg(theme))
        title, desc = root[0], root[1]
        assert (title.tag, title.text) == (f"{SVG}title", chart.title)
        assert (desc.tag, desc.text) == (f"{SVG}desc", chart.description)
        assert root.get("aria-labelledby") == title.get("id") and root.get("aria-describedby") == desc.get("id")
        assert all(element.get("aria-label") for element in root.iter() if element.get("role") == "graphics-symbol")

    def test_holds_nothing_that_a_page_may_forbid(self, kind: str) -> None:
        for element in parsed(charts()[kind].svg()).iter():
            assert element.tag not in {f"{SVG}style", f"{SVG}script", f"{SVG}image", f"{SVG}foreignObject"}
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")]

    def test_leads_to_pages_of_the_site_alone(self, kind: str) -> None:
        found = links(parsed(charts()[kind].svg()))
        assert found and all(address.startswith(("/figures", "/estimates")) for address in found)

    def test_names_nothing_elsewhere(self, kind: str) -> None:
        assert "://" not in charts()[kind].to_json().replace("https://vega.github.io/schema/vega-lite/v6.json", "")

    def test_is_the_same_to_the_byte_for_the_same_data(self, kind: str) -> None:
        one, other = charts()[kind], charts()[kind]
        assert one.to_json() == other.to_json()
        assert one.svg() == other.svg()
        assert json.loads(one.to_json()) == json.loads(json.dumps(one.to_dict()))

    def test_has_no_name_in_it_that_another_has(self, kind: str) -> None:
        light, dark = ({element.get("id") for element in parsed(charts()[kind].svg(theme)).iter()} - {None} for theme in ("light", "dark"))
        assert light and not light & dark


@pytest.mark.parametrize("suffix", [".json", ".svg", ".png"])
def test_a_chart_is_saved_by_suffix(suffix: str, tmp_path: Path) -> None:
    path = series().save(tmp_path / f"chart{suffix}")
    written = path.read_bytes()
    expected = {".json": series().to_json().encode() + b"\n", ".svg": series().svg().encode(), ".png": series().png()}
    assert written == expected[suffix]
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_pixels_follow_the_scale() -> None:
    (wide, high), (wider, higher) = size(series().png(1)), size(series().png(3))
    assert abs(wider - 3 * wide) <= 3 and abs(higher - 3 * high) <= 3


@pytest.mark.parametrize(("name", "said"), [("chart.gif", "'.gif'"), ("chart", "no suffix")])
def test_another_suffix_is_refused(name: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=said) as caught:
        series().save(tmp_path / name)
    assert ".json .png .svg" in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_another_scheme_is_refused() -> None:
    with pytest.raises(UnknownName, match="no scheme 'sepia'"):
        series().svg("sepia")


def test_without_the_library_that_draws_the_data_can_still_be_had(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    series().save(tmp_path / "chart.json")
    with pytest.raises(MissingExtra, match=r"sayso\[charts\]|vl-convert-python"):
        series().save(tmp_path / "chart.svg")
    assert [one.name for one in tmp_path.iterdir()] == ["chart.json"]


def test_what_cannot_be_drawn_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be drawn"):
        Chart({"mark": 7}, "none", "none").save(tmp_path / "chart.svg")


def test_hostile_names_stay_text() -> None:
    held = document("d" + HOSTILE, publisher=HOSTILE)
    one = figure(held, attribution=(Source(HOSTILE, Role.PUBLISHER), Source(HOSTILE + "y")), origin=(HOSTILE,), as_of="2015")
    made = estimate([one], of={"event": HOSTILE})
    names = {HOSTILE: HOSTILE}
    for chart in (
        timeline([made], {one.fingerprint: one}, {}, names, {one.fingerprint: HOSTILE}, base="/a"),
        citations([one], base="/a"),
        choropleth(estimated([estimate([one])], "origin"), View(HOSTILE[:60].replace("\n", " ")), names, base="/a"),
    ):
        picture = chart.svg()
        root = parsed(picture)
        assert not list(root.iter(f"{SVG}script"))
        assert "<script" not in picture and "\u202e" not in picture and "\x00" not in picture
        assert max(map(len, texts(root)), default=0) < 140
        json.loads(chart.to_json())


def test_an_expression_in_a_name_is_not_run() -> None:
    one = figure(as_of="2015", attribution=())
    chart = timeline([estimate([one])], {one.fingerprint: one}, {}, {"TJ": "datum.told + 1", "SY": "{{signal}}"})
    assert any("from datum.told + 1, in {{signal}}" in text for text in texts(parsed(chart.svg())))


def test_holes_are_filled_and_those_left_out_are_gone() -> None:
    holes = {"title": "T", "panels": [1]}
    spec = filled("timeline", holes)
    assert spec["title"] == "T" and spec["hconcat"] == [1]
    assert "title" not in filled("timeline", {**holes, "title": OUT})
    with pytest.raises(KeyError):
        filled("timeline", {})


def test_data_take_no_colours() -> None:
    spec = {"a": {"colour": "ink"}, "b": {"colour": "ramp", "at": [0, 2]}, "datasets": {"x": [{"colour": "ink"}]}}
    light, dark = themed(spec, "light"), themed(spec, "dark")
    assert light["a"] != dark["a"] and len(light["b"]) == 2
    assert light["datasets"] == dark["datasets"] == spec["datasets"]


def test_marks_have_their_words_as_a_hint() -> None:
    for mark in marks(parsed(series().svg()), "dated_reports"):
        assert mark[0].tag == f"{SVG}title" and mark[0].text == mark.get("aria-label")
