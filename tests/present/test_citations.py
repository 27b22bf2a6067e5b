from __future__ import annotations

from typing import Any

from sayso.model import Figure, Role, Source
from sayso.present import citations
from sayso.present.graph import Graph, ribbons

from .pictures import faults, links, marks, parsed, texts
from .samples import at_least, document, figure

WIRE, PAPER = Source("Coast Wire", Role.PUBLISHER), Source("Oasis Daily", Role.PUBLISHER)
STUDY, CENTRE, POLICE = Source("a study", Role.RELAY), Source("The Soufan Center"), Source("police")


def reports() -> list[Figure]:
    return [
        figure("a", attribution=(WIRE, STUDY, CENTRE)),
        at_least("a", attribution=(WIRE, STUDY, CENTRE)),
        figure("b", attribution=(PAPER, CENTRE)),
        figure("c", attribution=(POLICE,)),
        figure("d", attribution=(PAPER,)),
        figure("e", attribution=()),
    ]


def graph(figures: list[Figure] | None = None) -> Graph:
    return Graph.of(reports() if figures is None else figures, {})


def name(held: Graph, key: Any) -> str:
    return held.nodes[key].name


def test_edges_go_from_who_cites_to_who_is_cited() -> None:
    held = graph()
    edges = {(name(held, one), name(held, other)): len(figures) for (one, other), figures in held.edges.items()}
    assert edges == {
        ("Coast Wire", "a study"): 2,
        ("a study", "The Soufan Center"): 2,
        ("Oasis Daily", "The Soufan Center"): 1,
        ("c", "police"): 1,
    }


def test_a_text_without_a_publisher_stands_for_itself() -> None:
    held = graph()
    assert {node.name for node in held.nodes.values() if node.text} == {"c", "e"}
    assert {node.name: len(node.own) for node in held.nodes.values() if node.own} == {
        "The Soufan Center": 3,
        "police": 1,
        "Oasis Daily": 1,
        "e": 1,
    }


def test_names_without_a_proper_word_are_those_of_their_text() -> None:
    held = graph([figure("a", attribution=(POLICE,)), figure("b", attribution=(POLICE,))])
    assert len(held.nodes) == 4
    assert {"police [a]", "police [b]"} <= set(
        texts(parsed(citations([figure("a", attribution=(POLICE,)), figure("b", attribution=(POLICE,))]).svg()))
    )


def test_linked_names_are_one_source() -> None:
    figures = [figure("a", attribution=(WIRE, CENTRE)), figure("b", attribution=(WIRE, Source("Soufan Group")))]
    assert len(Graph.of(figures, {}).nodes) == 3
    assert len(Graph.of(figures, {"soufan group": "soufan center"}).nodes) == 2


def test_who_only_cites_is_left_and_who_is_only_cited_right() -> None:
    held = graph()
    left, middle, right = ({name(held, key) for key in column} for column in held.columns())
    assert (left, middle, right) == ({"Coast Wire", "Oasis Daily", "c", "e"}, {"a study"}, {"The Soufan Center", "police"})


def test_few_edges_cross() -> None:
    pairs = [("Alpha", "Zulu"), ("Bravo", "Yankee"), ("Charlie", "Xray"), ("Delta", "Whiskey")]
    held = graph([figure(f"d{at}", attribution=(Source(one, Role.PUBLISHER), Source(other))) for at, (one, other) in enumerate(pairs)])
    left, _, right = held.columns()
    assert [name(held, key) for key in right] == [dict(pairs)[name(held, key)] for key in left]


def test_lines_of_one_source_lie_side_by_side() -> None:
    held = graph(
        [
            figure("a", attribution=(WIRE, CENTRE)),
            at_least("a", attribution=(WIRE, CENTRE)),
            figure("b", attribution=(WIRE, Source("Reuters"))),
        ]
    )
    starts = sorted((start, len(held.edges[edge])) for edge, start, _ in ribbons(held, held.columns()))
    assert starts in ([(0, 1), (1, 2)], [(0, 2), (2, 1)])


def test_sources_that_cite_each_other_are_drawn() -> None:
    one, other = Source("Reuters"), Source("Interfax")
    pair = [
        figure("a", attribution=(Source("Reuters", Role.PUBLISHER), other)),
        figure("b", attribution=(Source("Interfax", Role.PUBLISHER), one)),
    ]
    chart = citations(pair)
    assert len(marks(parsed(chart.svg()), "nodes")) == 2
    assert "Reuters credits 1 figure to Interfax." in chart.description


def test_every_source_is_a_bar_that_leads_to_its_figures() -> None:
    chart = citations(reports(), base="")
    root = parsed(chart.svg())
    assert len(marks(root, "nodes")) == 7 and len(marks(root, "edges")) == 4
    assert set(links(root)) == {
        "/figures?source=Coast%20Wire", "/figures?source=Oasis%20Daily", "/figures?source=a%20study",
        "/figures?source=The%20Soufan%20Center", "/figures?source=police", "/figures?document=c", "/figures?document=e",
    }  # fmt: skip
    assert faults(chart) == []


def test_the_heaviest_are_drawn_and_the_others_named() -> None:
    figures = [figure(f"d{at}", attribution=(WIRE, Source(f"Agency {at}"))) for at in range(9)] + [
        at_least("d0", attribution=(WIRE, Source("Agency 0")))
    ]
    chart = citations(figures, most=4)
    assert len(chart.spec["datasets"]["nodes"]) == 4
    assert {"Agency 0", "Coast Wire"} <= {node["label"] for node in chart.spec["datasets"]["nodes"]}
    drawn = {node["label"] for node in chart.spec["datasets"]["nodes"]}
    left = chart.description.partition("Left out")[2]
    assert all((f"Agency {at}" in left) != (f"Agency {at}" in drawn) for at in range(9))


def test_a_hostile_name_of_a_document_is_a_value_in_an_address() -> None:
    held = document('x"&<y>/../?a=b#c')
    [address, _] = links(parsed(citations([figure(held, attribution=(POLICE,))], base="").svg()))
    assert address == "/figures?document=x%22%26%3Cy%3E%2F..%2F%3Fa%3Db%23c"


def test_no_figures_make_an_empty_chart() -> None:
    assert "0 sources" in citations([]).description
    assert marks(parsed(citations([]).svg()), "nodes") == []
