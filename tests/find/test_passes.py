"""Drafts are read in passes, and a long text is not held."""

from __future__ import annotations

import gc
from functools import partial

import pytest

from sayso.find import figures
from sayso.find.counted import Counted
from sayso.find.draft import WINDOW, Draft, Drafts
from sayso.find.memo import MOST
from sayso.find.numbers import Number
from sayso.find.passes import BATCH, Passes
from sayso.find.said import Status
from sayso.find.sentence import Sentence
from sayso.find.sentences import Sentences
from sayso.model import Document
from sayso.split import sentences

MANY = 3 * BATCH


def taken(drafts: Drafts) -> Draft:
    text = "12 people"
    number = Number(0, 2, 12, 12)
    draft = Draft(Sentence(text, (0, len(text)), 0, [number], "en"), 0, 0, number, Counted("noun", 2), Status(None, ""))
    drafts.take(draft)
    return draft


def test_a_pass_finds_those_ahead_read_by_the_one_before_and_those_behind_unread_by_the_one_after() -> None:
    drafts, done = Drafts(), [0, 0, 0]

    def read(draft: Draft, number: int) -> None:
        assert draft.at == done[number]
        done[number] += 1
        if number:
            assert done[number - 1] > min(draft.at + WINDOW, MANY - 1)
        if number + 1 < len(done):
            assert done[number + 1] <= max(0, draft.at - WINDOW)

    passes = Passes(drafts, [partial(read, number=n) for n in range(len(done))])
    out: list[Draft] = []
    for _ in range(MANY):
        taken(drafts)
        out += passes.through()
    assert 0 < len(out) < MANY
    out += passes.through(last=True)
    assert [draft.at for draft in out] == list(range(MANY))
    assert done == [MANY] * 3


@pytest.mark.parametrize("field", ["whole", "parent"])
def test_a_draft_that_another_leans_on_is_not_forgotten(field: str) -> None:
    drafts = Drafts()
    first = taken(drafts)
    for _ in range(MANY):
        last = taken(drafts)
    setattr(last, field, first.at)
    drafts.forget(last.at)
    assert drafts[first.at] is first
    with pytest.raises(KeyError):
        drafts[1]


def test_a_long_text_is_not_held() -> None:
    text = "Police said 12 people were killed in Kabul. Among them were five children, Reuters reported.\n" * 2000
    found = figures(Document("long", text), sentences(text))
    for _ in range(3000):
        next(found)
    held = sum(isinstance(thing, Sentence) for thing in gc.get_objects())
    assert held < MOST + 8 * WINDOW + BATCH


def test_nothing_of_a_document_outlives_its_reading() -> None:
    text = "Police said 12 people were killed in Kabul. Among them were five children."
    gc.disable()  # what refers to itself would only go with the next collection
    try:
        assert len(list(figures(Document("short", text), sentences(text)))) == 2
        assert not any(isinstance(thing, Sentences) for thing in gc.get_objects())
    finally:
        gc.enable()
