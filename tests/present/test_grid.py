from __future__ import annotations

import json

import pytest

from sayso.errors import UnknownName
from sayso.model import Figure, Quantifier, Role, Source
from sayso.present import FIELDS, table

from .samples import at_least, figure, rich

NAMES = {"TJ": "Tajikistan", "UZ": "Uzbekistan", "IQ": "Iraq", "SY": "Syria", "KG": "Kyrgyzstan"}


def some() -> list[Figure]:
    return [
        figure("a"),
        at_least("b"),
        figure("b", category="returned", words="150", low=150, high=150),
        figure("b", category="killed", origin=("SY", "IQ")),
        figure("c", origin=()),
        figure("d", origin=()),
        figure("e", origin=()),
        figure("c", origin=("region:Central Asia",)),
        figure("c", origin=("KG:Osh",)),
    ]


def test_rows_by_reports_and_name_and_columns_in_the_order_of_the_guideline() -> None:
    made = table(some(), names=NAMES)
    assert made.rows == ("TJ", "region:Central Asia", "IQ+SY", "KG:Osh", "none")
    assert made.columns == ("joined", "returned", "killed")


@pytest.mark.parametrize("row", ["TJ", "tj", "Tajikistan", "TJ Tajikistan"])
def test_a_cell_is_opened_by_key_or_by_name(row: str) -> None:
    cell = table(some(), names=NAMES).cell(row, "joined")
    assert [f.document for f in cell.figures] == ["a", "b"]
    assert str(cell) == "1,300–2,000+ · 2r 1o"


def test_every_figure_is_in_exactly_one_cell() -> None:
    for rows in FIELDS:
        held = [figure for _, _, cell in table(some(), rows) for figure in cell.figures]
        assert sorted(f.fingerprint + f.category for f in held) == sorted(f.fingerprint + f.category for f in some())


def test_an_empty_cell_is_no_error_but_an_unknown_row_is() -> None:
    made = table(some())
    assert not made.cell("IQ+SY", "returned")
    with pytest.raises(UnknownName, match=r"no category 'returnd'\. Did you mean returned\?"):
        made.cell("TJ", "returnd")


def test_an_unknown_field_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UnknownName, match=r"Did you mean origin\? There are: origin, location") as caught:
        table(some(), rows="orgin")
    assert caught.value.exit_code == 2


def test_rows_of_sources_group_by_whom_the_count_goes_back_to() -> None:
    relayed = figure("b", attribution=(Source("The Daily", Role.PUBLISHER), Source("a paper"), Source("Soufan Center")))
    made = table([figure("a"), relayed, figure("c", attribution=(Source("police"),))], rows="source")
    assert made.rows == ("Soufan Center", "police")
    assert made.cell("Soufan Center", "joined").reports == 2


def test_other_fields_have_their_own_order() -> None:
    figures = [figure("a", as_of=date) for date in ("2017", None, "2015-03")] + [figure("a", quantifier=Quantifier.VAGUE)]
    assert table(figures, rows="as_of").rows == ("2015-03", "2017", "none")
    assert table(figures, rows="quantifier").rows == ("exact", "vague")
    assert table([rich()[1][0], figure()], rows="publisher").rows == ("The Daily Example", "none")


def test_a_table_as_plain_values() -> None:
    made = table(some(), names=NAMES)
    told = json.loads(json.dumps(made.to_dict()))
    assert told["cells"]["TJ"]["joined"] == made.cell("TJ", "joined").to_dict()
    assert told["names"]["IQ+SY"] == "Iraq + Syria"
    assert told["names"]["KG:Osh"] == "Osh, Kyrgyzstan"
    records = made.to_records()
    assert len(records) == len(made.cells) == 6
    assert (records[0]["row"], records[0]["row_name"], records[0]["column"], records[0]["reports"]) == ("TJ", "Tajikistan", "joined", 2)


def test_the_same_figures_in_another_order_make_the_same_table() -> None:
    assert str(table(some())) == str(table(reversed(some())))


def test_a_column_is_a_map_where_rows_have_a_place() -> None:
    made = table([at_least("b"), figure("a"), figure("c", origin=("UZ", "TJ")), figure("d", origin=())], names={"TJ": "Tajikistan"})
    chart = made.chart("joined")
    assert [(record["id"], record["value"]) for record in chart.spec["datasets"]["counts"]] == [("TJ", 1300)]
    assert "Tajikistan + UZ: 1,300" in chart.description and "name no place: 1" in chart.description
    assert made.chart("joined", "reports").spec["datasets"]["counts"][0]["value"] == 2
    with pytest.raises(UnknownName, match="no category 'joind'"):
        made.chart("joind")
    with pytest.raises(UnknownName, match="rows of document have no place"):
        table([figure("a")], rows="document").chart("joined")
