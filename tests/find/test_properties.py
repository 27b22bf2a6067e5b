"""What holds of every figure of every text, however odd."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.find import reparse
from sayso.model import Document, Figure, Quantifier
from sayso.pipeline import extract

from .samples import ANYTHING, reports
from .test_cases import CATEGORIES

# The guideline's codes: check_gold.py's pattern, without an empty name behind the colon.
CODE = re.compile(r"[A-Z]{2}(?::\S.*)?|region:\S.*|ethnic:\S.*")
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
STEADY = settings(derandomize=True, deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
OPEN = {Quantifier.AT_LEAST: "high", Quantifier.MORE_THAN: "high", Quantifier.AT_MOST: "low", Quantifier.LESS_THAN: "low"}


def sound(figure: Figure, text: str) -> None:
    """Check what a figure says against the text and against itself."""
    assert text[figure.start : figure.end] == figure.reported_text != ""
    assert text.startswith(figure.quote, figure.quote_start)
    assert figure.quote_start <= figure.start < figure.end <= figure.quote_start + len(figure.quote)
    again = reparse(text, figure.start, figure.end)
    assert again is not None
    assert (again.low, again.high, again.quantifier) == (figure.low, figure.high, figure.quantifier)
    assert figure.low is not None or figure.high is not None
    assert figure.low is None or figure.high is None or 0 < figure.low <= figure.high
    assert figure.quantifier not in OPEN or getattr(figure, OPEN[figure.quantifier]) is None
    assert figure.quantifier is not Quantifier.EXACT or figure.low == figure.high
    assert figure.category in CATEGORIES
    assert all(CODE.fullmatch(code) for code in (*figure.origin, *figure.location))
    assert len(set(figure.origin)) == len(figure.origin) and len(set(figure.location)) == len(figure.location)
    assert figure.as_of is None or DATE.fullmatch(figure.as_of)
    assert all(source.name.strip() for source in figure.attribution)
    assert 0 <= figure.confidence <= 1


def together(figures: list[Figure]) -> None:
    """Check the figures of one text against each other."""
    assert all(left.end <= right.start for left, right in pairwise(figures))
    wholes = {(figure.start, figure.end): figure.part_of for figure in figures}
    for span, above in wholes.items():
        seen = [span]
        while above is not None:
            assert above in wholes and above not in seen
            seen.append(above)
            above = wholes[above]


@given(reports())
@STEADY
def test_figures_of_random_reports_are_sound(text: str) -> None:
    found = extract(text)
    for figure in found:
        sound(figure, text)
    together(found)


@given(ANYTHING)
@STEADY
def test_no_text_is_too_odd(text: str) -> None:
    for figure in extract(text):
        sound(figure, text)


@given(
    reports(),
    st.sampled_from([None, "2017", "2017-10", "2017-10-27", "2016-02-29", "not a date"]),
    st.sampled_from([None, "Reuters", "The Daily"]),
)
@STEADY
def test_the_same_document_gives_the_same_figures(text: str, published: str | None, publisher: str | None) -> None:
    document = Document(name="random", text=text, published=published, publisher=publisher)
    once, twice = extract(document), extract(document)
    assert [figure.to_dict() for figure in once] == [figure.to_dict() for figure in twice]
    assert all(figure.document == "random" and figure.document_fingerprint == document.fingerprint for figure in once)


@given(reports(), reports())
@settings(STEADY, max_examples=50)
def test_nothing_is_found_in_what_is_set_aside(kept: str, aside: str) -> None:
    head = kept + "\n\n"
    document = Document(name="random", text=head + aside, aside=((len(head), len(head) + len(aside)),))
    assert all(figure.end <= len(head) for figure in extract(document))


@given(reports())
@settings(STEADY, max_examples=60)
def test_every_field_that_is_filled_has_its_rule(text: str) -> None:
    for figure in extract(text):
        filled = {
            "category": True,
            "origin": figure.origin,
            "location": figure.location,
            "as_of": figure.as_of,
            "disputed": figure.disputed,
            "part_of": figure.part_of,
        }
        assert not [field for field, value in filled.items() if value and not figure.why.get(field)]


def test_parts_do_not_go_in_a_circle() -> None:
    together(extract("among the 40 of 7 civilians"))
