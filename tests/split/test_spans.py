"""What holds of the spans of any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.split import sentences

WORDS = "The men and 12 approx. incl. No. Sept. 15 U.S. J. Gen. said “Go” (or not) people. 3.5 e.g. end. End! What? … - • 1. a) :".split()
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", ""])), max_size=60).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
) | st.text(max_size=200)
STEADY = settings(derandomize=True, deadline=None, max_examples=200)


def asides(text: str, cuts: list[int]) -> tuple[tuple[int, int], ...]:
    """Pairs of cuts as stretches, in order and disjoint."""
    points = sorted({min(cut, len(text)) for cut in cuts})
    return tuple((left, right) for left, right in zip(points[::2], points[1::2], strict=False))


@given(TEXTS)
@STEADY
def test_spans_are_ordered_trimmed_and_hold_all_that_is_not_white(text: str) -> None:
    spans = list(sentences(text))
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    covered = [False] * len(text)
    for start, end in spans:
        covered[start:end] = [True] * (end - start)
    assert all(covered[i] or text[i].isspace() for i in range(len(text)))


@given(TEXTS, st.lists(st.integers(0, 200), max_size=8))
@STEADY
def test_asides_and_sentences_share_the_text_out(text: str, cuts: list[int]) -> None:
    aside = asides(text, cuts)
    spans = list(sentences(text, aside))
    out = {i for start, end in aside for i in range(start, end)}
    inside = {i for start, end in spans for i in range(start, end)}
    assert not out & inside
    assert all(text[i].isspace() for i in set(range(len(text))) - out - inside)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@given(TEXTS)
@settings(STEADY, max_examples=100)
def test_sentences_do_not_reach_across_blank_lines(text: str) -> None:
    for start, end in sentences(text):
        assert "\n\n" not in text[start:end]


@given(
    st.sampled_from(["approx.", "incl.", "No.", "Sept.", "est.", "Gen.", "ca.", "Art.", "e.g."]),
    st.integers(1, 10**6),
    st.sampled_from([" ", "\u00a0", "  "]),
)
@settings(STEADY, max_examples=80)
def test_a_number_stays_with_its_qualifier(qualifier: str, number: int, gap: str) -> None:
    text = f"They named {qualifier}{gap}{number:,} people there."
    assert len(list(sentences(text))) == 1
