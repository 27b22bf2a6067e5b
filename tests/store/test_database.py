from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import FigureRefused, ReadError, UnknownName
from sayso.model import Basis, Document, Figure, Note, Quantifier, Role, Source, Unit
from sayso.store import Counts, Filters, Outcome, Store

from .samples import TEXT, document, figure, rich

FEW = settings(max_examples=25, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_every_field_comes_back(store: Store) -> None:
    held, figures = rich()
    assert store.add(held, figures) is Outcome.ADDED
    back = store.document(held.fingerprint)
    assert back == held and back.raw == held.raw
    assert list(store.figures()) == figures
    for came, went in zip(store.figures(), figures, strict=True):
        assert [type(getattr(came, f.name)) for f in fields(Figure)] == [type(getattr(went, f.name)) for f in fields(Figure)]


words = st.text(st.characters(codec="utf8"), max_size=20)
maybe = st.none() | words
links = st.builds(Source, words, st.sampled_from(Role), st.sampled_from(Basis), st.booleans())
bounds = st.none() | st.integers(0, 2**63 - 1)
values = st.fixed_dictionaries(
    {
        "low": bounds, "high": bounds, "quantifier": st.sampled_from(Quantifier), "unit": st.sampled_from(Unit),
        "category": words, "noun": words,
        "origin": st.lists(words, max_size=3).map(tuple), "location": st.lists(words, max_size=3).map(tuple), "as_of": maybe,
        "attribution": st.lists(links, max_size=3).map(tuple), "disputed": st.booleans(),
        "confidence": st.floats(0, 1), "why": st.dictionaries(words, words, max_size=3),
    }
)  # fmt: skip


@FEW
@given(before=words, number=words.filter(bool), after=words, name=words, values=values)
def test_any_figure_comes_back(store: Store, before: str, number: str, after: str, name: str, values: dict[str, object]) -> None:
    text = before + number + after
    held = Document(name, text, title=before, author=after, aside=((0, len(text)),), notes=(Note("a", number),), raw=text.encode())
    span = (len(before), len(before) + len(number))
    found = Figure(name, *span, number, quote=text, quote_start=0, document_fingerprint=held.fingerprint, part_of=span, **values)  # type: ignore[arg-type]
    store.add(held, [found])
    assert store.add(held, [found]) is Outcome.UNCHANGED
    assert store.document(held.fingerprint) == held
    assert list(store.figures(Filters(document=held.fingerprint))) == [found]


def test_adding_again_changes_nothing(store: Store) -> None:
    held, figures = rich()
    store.add(held, figures)
    assert store.add(held, figures[::-1]) is Outcome.UNCHANGED
    assert store.counts() == Counts(1, 2)


def test_a_newer_reading_takes_the_place_of_the_former(store: Store) -> None:
    held, figures = rich()
    store.add(held, figures)
    newer = [replace(figures[1], category="repatriated")]
    assert store.add(held, newer) is Outcome.RENEWED
    assert list(store.figures()) == newer
    assert store.add(replace(held, published="2018"), newer) is Outcome.RENEWED
    assert store.document(held.fingerprint).published == "2018"
    assert store.counts() == Counts(1, 1)
    assert not store.faults()


def test_the_same_name_with_another_text_is_another_document(store: Store) -> None:
    held, other = document(), document(text="Nothing to count.")
    store.add(held, [])
    assert not store.has_other(held)
    assert store.add(other, []) is Outcome.ADDED
    assert store.has_other(held) and store.has_other(other)
    assert {d.text for d in store.documents(name="report")} == {held.text, other.text}


FALLEN = {
    "another text": {"reported_text": "1,301"},
    "before the text": {"start": -5, "end": -1},
    "after the text": {"start": len(TEXT), "end": len(TEXT) + 1},
    "nothing": {"end": 27, "reported_text": ""},
    "quote elsewhere": {"quote_start": 1},
    "quote before the text": {"quote": TEXT[-3:], "quote_start": -3},
    "outside its quote": {"quote": TEXT[:20]},
    "half in its quote": {"quote": TEXT[:29]},
    "part of nothing": {"part_of": (500, 510)},
    "too large": {"high": 2**63},
    "too sure": {"confidence": 1.5},
    "no number for sure": {"confidence": float("nan")},
    "another document": {"document": "other"},
    "another fingerprint": {"document_fingerprint": "0" * 16},
}


@pytest.mark.parametrize("change", FALLEN.values(), ids=FALLEN.keys())
def test_a_figure_that_does_not_stand_is_refused_with_its_document(store: Store, change: dict[str, object]) -> None:
    held, figures = rich()
    bad = replace(figures[0], **change)  # type: ignore[arg-type]
    with pytest.raises(FigureRefused, match=f"report: the figure .* at {bad.start} to {bad.end} was refused"):
        store.add(held, [figures[1], bad])
    assert store.counts() == Counts(0, 0)


def test_two_figures_at_one_place_are_refused(store: Store) -> None:
    held, figures = rich()
    with pytest.raises(FigureRefused, match="two figures"):
        store.add(held, [figures[0], replace(figures[0], category="killed")])
    assert store.counts() == Counts(0, 0)


def test_a_refused_reading_leaves_the_former(store: Store) -> None:
    held, figures = rich()
    store.add(held, figures)
    with pytest.raises(FigureRefused):
        store.add(held, [replace(figures[0], reported_text="1")])
    assert list(store.figures()) == figures


@pytest.mark.parametrize("change", [{"name": "a\udce9"}, {"text": "12 \ud800"}, {"title": "\udfff"}, {"notes": (Note("x", "\ud800"),)}])
def test_half_characters_are_refused_in_words_that_can_be_printed(store: Store, change: dict[str, object]) -> None:
    with pytest.raises(ReadError, match="half a character") as caught:
        store.add(replace(document(), **change), [])  # type: ignore[arg-type]
    assert str(caught.value).encode("utf8")
    assert store.counts() == Counts(0, 0)


def test_half_characters_in_a_figure_are_refused(store: Store) -> None:
    held = document()
    with pytest.raises(ReadError, match="half a character"):
        store.add(held, [figure(held, attribution=(Source("\ud800"),))])
    assert store.counts() == Counts(0, 0)


def test_nul_is_kept_and_what_comes_after_it_is_found(store: Store) -> None:
    held = document(text="a\0b 1,300 fighters", title="\0")
    store.add(held, [figure(held)])
    assert not store.fallen()
    assert store.document(held.fingerprint) == held
    assert [f.quote for f in store.figures(Filters(text="fighters"))] == [held.text]
    assert list(store.documents("fighters")) == [held]
    assert not store.faults()


def test_an_unknown_document(store: Store) -> None:
    with pytest.raises(UnknownName, match="there is no document '1234'"):
        store.document("1234")


def test_figures_come_by_name_and_place(store: Store) -> None:
    for name in ("b", "a", "B", "ä"):
        held = document(name)
        store.add(held, [figure(held, "150"), figure(held)])
    assert [(f.document, f.reported_text) for f in store.figures()] == [(n, w) for n in ("B", "a", "b", "ä") for w in ("1,300", "150")]


def test_long_lists_come_in_stretches_while_others_write(store: Store) -> None:
    text = " ".join(f"{n} men left." for n in range(1, 1201))
    held = document(text=text)
    ends = [i for i in range(len(text)) if text.startswith(" men", i)]
    spans = [(text.rfind(" ", 0, end) + 1, end) for end in ends]
    figures = [
        Figure(held.name, a, b, text[a:b], int(text[a:b]), None, Quantifier.EXACT, Unit.PERSON, "joined", text[a:b], a, held.fingerprint)
        for a, b in spans
    ]
    store.add(held, figures)
    coming = store.figures()
    assert next(coming).low == 1
    store.add(held, [])
    assert [f.low for f in coming] == list(range(2, 1201))
    assert not list(store.figures())


def test_figures_are_found_by_the_start_of_their_fingerprint(store: Store) -> None:
    held, figures = rich()
    store.add(held, figures)
    assert store.figures_like(figures[0].fingerprint[:6]) == figures[:1]
    assert store.figures_like("%") == []
