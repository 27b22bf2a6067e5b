"""Lists of documents: sought, sorted, counted, and kept in step with the figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import UnknownName
from sayso.model import Decision, Document, Verdict
from sayso.review import settle
from sayso.store import Sought, Store
from sayso.store.shelf import Piece

from .aged import aged
from .samples import rich

TEXTS = {
    "alpha": Document("alpha", "Twelve Domínguez were killed.", publisher="Wire", published="2016-05-31"),
    "beta": Document("beta", "Nobody was killed, <b>they</b> said.", title="Killed?", publisher="Courier", published="2016"),
    "gamma": Document("gamma", "Ничего.", published="2017-01", language="ru"),
}


@pytest.fixture
def shelved(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "sayso.db", settle=settle) as store:
        store.add(*rich())
        for document in TEXTS.values():
            store.add(document, [])
        yield store


def names(store: Store, sought: Sought, sort: str = "name") -> list[str]:
    with store.shelf() as shelf:
        found = [one.name for one in shelf.listed(sought, sort)]
        assert shelf.count(sought) == len(found)
        return found


RICH = rich()[0].name


def test_everything_by_name(shelved: Store) -> None:
    assert names(shelved, Sought()) == sorted([RICH, *TEXTS])


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought(words="killed"), {"alpha", "beta"}),
        (Sought(words="dominguez kill*"), {"alpha"}),
        (Sought(words="killed", publisher="Wire"), {"alpha"}),
        (Sought(words="?!"), set()),
        (Sought(publisher="none", language="ru"), {"gamma"}),
        (Sought(since="2016-05", until="2016-05"), {"alpha", "beta"}),
        (Sought(since="2016-06-01", until="2017"), {"beta", "gamma", RICH}),
        (Sought(until="2015"), set()),
        (Sought(waiting=True), {RICH}),
        (Sought(figures=True), {RICH}),
        (Sought(figures=False), set(TEXTS)),
    ],
)
def test_what_is_sought_is_found(shelved: Store, sought: Sought, found: set[str]) -> None:
    assert set(names(shelved, sought)) == found


def test_a_list_is_cut_and_turned(shelved: Store) -> None:
    with shelved.shelf() as shelf:
        assert [one.name for one in shelf.listed(Sought(), "-name", offset=1, limit=2)] == sorted([RICH, *TEXTS], reverse=True)[1:3]
        with pytest.raises(UnknownName, match="cannot be sorted by 'best'"):
            list(shelf.listed(Sought(), "best"))
        assert shelf.choices("language")[-1] == ("ru", 1)


def test_a_snippet_tells_what_was_hit(shelved: Store) -> None:
    with shelved.shelf() as shelf:
        held = {one.name: one.snippet for one in shelf.listed(Sought("killed"), "best")}
    assert held["beta"] == (Piece("Nobody was ", False), Piece("killed", True), Piece(", <b>they</b> said.", False))


def counts(store: Store) -> tuple[int, int]:
    with store.shelf() as shelf:
        held = shelf.document(rich()[0].fingerprint)[1]
    return held.figures, held.waiting


def test_counts_follow_figures_and_decisions(shelved: Store) -> None:
    document, figures = rich()
    assert counts(shelved) == (2, 2)

    def say(verdict: Verdict, at: int) -> None:
        subject = (document.fingerprint, figures[at].fingerprint)
        shelved.decide(Decision("figure", subject, verdict.value, "Ana", "2020-01-01T00:00:00+00:00"))

    say(Verdict.REJECT, 0)
    assert counts(shelved) == (1, 1)
    say(Verdict.UNSURE, 1)
    assert counts(shelved) == (1, 0)
    say(Verdict.UNDO, 0)
    assert counts(shelved) == (2, 1)
    shelved.add(replace(document, title="Another"), figures[1:])
    assert counts(shelved) == (1, 0)
    with shelved.shelf() as shelf:
        assert shelf.document(document.fingerprint)[1].title == "Another"


def test_a_ledger_of_before_gets_its_shelf(tmp_path: Path) -> None:
    """Built by the first three migrations, as ledgers of then are."""
    with Store.open(aged(tmp_path, 3)) as store, store.shelf() as shelf:
        held = shelf.document(rich()[0].fingerprint)[1]
        assert (held.figures, held.waiting, held.characters) == (2, 2, len(rich()[0].text))


def test_figures_of_a_stretch(shelved: Store) -> None:
    document, figures = rich()
    ordered = sorted(figures, key=lambda figure: figure.start)
    with shelved.shelf() as shelf:
        assert [one.figure for one in shelf.figures(document.fingerprint, 0, ordered[0].end)] == ordered[:1]
        assert shelf.figures("nothing", 0, 9) == []
        with pytest.raises(UnknownName, match="no document 'nothing'"):
            shelf.document("nothing")
