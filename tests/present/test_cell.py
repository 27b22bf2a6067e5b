from __future__ import annotations

import pytest

from sayso.model import Figure, Quantifier, Source, Unit
from sayso.present.cell import Cell, gather

from .samples import at_least, figure


def up_to(number: int) -> Figure:
    return figure("c", "2,000", None, number, quantifier=Quantifier.AT_MOST)


@pytest.mark.parametrize(
    ("figures", "low", "high", "shown"),
    [
        ([figure()], 1300, 1300, "1,300"),
        ([figure(), figure("b", low=2000, high=4000)], 1300, 4000, "1,300–4,000"),
        ([at_least()], 2000, None, "2,000+"),
        ([at_least(), figure("b", low=4200, high=4200)], 2000, None, "2,000–4,200+"),
        ([at_least(), at_least("b", low=5600)], 2000, None, "2,000–5,600+"),
        ([up_to(4000)], None, 4000, "up to 4,000"),
        ([up_to(4000), figure(low=3000, high=3000)], None, 4000, "3,000–4,000"),
        ([up_to(2000), figure(low=3000, high=3000)], None, 3000, "2,000–3,000"),
        ([up_to(4000), at_least()], None, None, "2,000–4,000+"),
        ([], None, None, ""),
    ],
)
def test_the_interval_of_a_cell(figures: list[Figure], low: int | None, high: int | None, shown: str) -> None:
    cell = gather(figures)
    assert (cell.low, cell.high, cell.interval) == (low, high, shown)


def test_reports_are_documents_and_origins_are_sources() -> None:
    cell = gather([figure("a"), figure("b"), figure("b", "150"), figure("c", attribution=(Source("Deirdre Tynan"),))])
    assert (cell.reports, cell.origins, len(cell.figures)) == (3, 2, 4)
    assert str(cell) == "1,300 · 3r 2o"


def test_a_part_of_a_figure_in_the_same_cell_does_not_stretch_it() -> None:
    whole = figure()
    part = figure(words="150", low=150, high=150, part_of=(whole.start, whole.end))
    cell = gather([whole, part])
    assert (cell.low, cell.high, len(cell.figures)) == (1300, 1300, 2)


def test_a_part_of_a_figure_elsewhere_stretches_its_cell() -> None:
    whole = figure(category="active")
    part = figure(words="150", low=150, high=150, part_of=(whole.start, whole.end))
    assert gather([part]).low == 150
    assert gather([whole, part]).low == 150
    assert gather([figure("b"), figure(words="150", low=150, high=150, part_of=(15, 20))]).low == 150


def test_disputed_figures_are_counted() -> None:
    assert str(gather([figure(), figure("b", disputed=True)])) == "1,300 · 2r 1o 1d"


def test_households_do_not_stretch_a_count_of_people() -> None:
    homes = figure("b", low=90, high=90, unit=Unit.HOUSEHOLD)
    assert str(gather([figure(), homes])) == "1,300 · 2r 1o +1hh"
    assert str(gather([homes])) == "90 hh · 1r 1o"


def test_an_empty_cell_is_false_and_shows_nothing() -> None:
    assert not Cell()
    assert str(Cell()) == ""


def test_a_cell_as_plain_values_names_its_figures() -> None:
    told = gather([at_least()]).to_dict()
    assert told["figures"] == [at_least().fingerprint]
    assert (told["low"], told["high"], told["least"], told["most"]) == (2000, None, 2000, 2000)
