"""The mark of a ledger changes with whatever is written, by whomever."""

from __future__ import annotations

from pathlib import Path

from sayso.store import Store

from .samples import document


def test_the_mark_changes_with_the_ledger_and_only_then(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.db") as store, Store.open(tmp_path / "one.db") as other:
        before = store.mark()
        assert store.mark() == before
        store.add(document(), [])
        own = store.mark()
        assert own != before
        assert list(store.documents()) and store.mark() == own
        other.add(document(name="another"), [])
        assert store.mark() != own


def test_the_mark_of_a_ledger_that_was_opened_again_is_another_one(tmp_path: Path) -> None:
    marks = set()
    for _ in range(2):
        with Store.open(tmp_path / "one.db") as store:
            marks.add(store.mark())
    assert len(marks) == 2
