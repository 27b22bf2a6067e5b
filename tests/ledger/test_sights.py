"""Lists and queues as the workbench asks for them: whatever way SQLite takes, the same figures in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from sayso.ledger import Ledger, samples, sights
from sayso.store import QUEUES, Cut, Filters


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The sample corpus, with figures judged in every way."""
    with Ledger(tmp_path_factory.mktemp("sights") / "sayso.db") as opened:
        opened.add(samples())
        prints = [figure.fingerprint for figure in opened.figures()]
        verdicts = [opened.accept, opened.reject, opened.unsure]
        for at, fingerprint in enumerate(prints[::5]):
            verdicts[at % 3](fingerprint, person="Ada")
        for fingerprint in prints[:40:10]:
            opened.correct(fingerprint, category="other", person="Ben")
        opened.findings()
        yield opened


@pytest.mark.parametrize("queue", QUEUES)
def test_a_queue_holds_as_many_as_it_says_and_goes_on_behind_any_figure(queue: str, ledger: Ledger) -> None:
    held = sights.waiting(ledger, queue, "Ben", Cut(limit=None))
    prints = [one.review.shown.figure.fingerprint for one in held]
    assert sights.queues(ledger, "Ben")[queue] == len(prints)
    assert queue in ("changed",) or prints
    for at in {0, len(prints) // 2, len(prints) - 1} - {-1}:
        rest = sights.waiting(ledger, queue, "Ben", Cut(limit=None, after=prints[at])) if prints else []
        assert [one.review.shown.figure.fingerprint for one in rest] == prints[at + 1 :]


def test_a_queue_behind_a_figure_that_is_gone_begins_anew(ledger: Ledger) -> None:
    first, gone = (sights.waiting(ledger, "new", "Ben", Cut(limit=3, after=after)) for after in ("", "0000000000000000"))
    assert first == gone


@pytest.mark.parametrize("wanted", [{}, {"category": ["killed", "joined"]}, {"standing": "accepted"}, {"min_confidence": 0.6}])
@pytest.mark.parametrize("sort", ["document", "low", "-confidence"])
def test_a_list_is_the_same_however_it_is_come_by(wanted: dict[str, Any], sort: str, ledger: Ledger) -> None:
    cuts = [Cut(sort.strip("-"), sort[0] == "-", offset=2, few=few, many=many) for few, many in product((False, True), repeat=2)]
    pages = [sights.page(ledger, wanted, cut, versions=False) for cut in cuts]
    assert pages[0] and all(page == pages[0] for page in pages)
    whole = [shown for shown, _ in sights.every(ledger, wanted, Cut(sort.strip("-"), sort[0] == "-", limit=None))]
    assert [one.shown for one in pages[0]] == whole[2:52]
    assert {one.figure.fingerprint for one in whole} == {one.fingerprint for one in ledger.figures(**wanted)}


def test_heaps_come_to_what_is_counted(ledger: Ledger) -> None:
    heaps = sights.heaps(ledger, {})
    assert sum(heap.counted for heap in heaps) == len(ledger.figures())
    assert sum(heap.figures for heap in heaps if heap.standing == "rejected") == len(ledger.figures(standing="rejected"))


def test_many_are_read_as_one_is(ledger: Ledger) -> None:
    with ledger._store().pages() as pages:
        held = pages.queue("second", "Ben", Filters(), Cut(limit=10))
        for review in pages.reviewed(held):
            figure = review.shown.figure
            decisions, version = pages.said("figure", (figure.document_fingerprint, figure.fingerprint))
            assert (review.decisions, review.version) == (tuple(decisions), version)
            assert review.machine == pages.machine(figure.fingerprint)


def test_a_passage_is_a_piece_of_the_text_in_whole_sentences(ledger: Ledger) -> None:
    for one in sights.waiting(ledger, "new", "Ben", Cut(limit=None)):
        figure, passage = one.review.shown.figure, one.passage
        text = ledger._store().document(figure.document_fingerprint).text
        assert text[passage.start : passage.start + len(passage.text)] == passage.text
        assert passage.start <= figure.quote_start and figure.quote in passage.text
        assert all(0 <= start < end <= len(text) for start, end in passage.others)
