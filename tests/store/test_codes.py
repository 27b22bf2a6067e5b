"""Codes of people and places are kept beside the figures, in step with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from sayso.model import Decision, Verdict
from sayso.review import settle
from sayso.review.readings import snapshot
from sayso.store import Filters, Store
from sayso.store.filters import conditions
from sayso.store.reading import figures_where
from sayso.store.schema import codes, figures

from .aged import aged
from .samples import rich


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "sayso.db", settle=settle) as store:
        store.add(*rich())
        yield store


def in_step(store: Store) -> int:
    """How many codes are kept, after it was seen that they are those of the figures."""
    with store._connect() as connection:
        kept = {tuple(row) for row in connection.execute(select(codes))}
        rows = connection.execute(select(figures.c.id, figures.c.origin, figures.c.location)).all()
    wanted = {(field, code, row[0]) for row in rows for field, held in (("origin", row[1]), ("location", row[2])) for code in held or [""]}
    assert kept == wanted
    return len(kept)


def test_they_come_and_go_with_figures(coded: Store) -> None:
    document, held = rich()
    assert in_step(coded) == 5
    coded.add(document, [replace(held[0], origin=(), location=("SY", "SY", "IQ:Mosul"))])
    assert in_step(coded) == 3
    coded.add(document, [])
    assert in_step(coded) == 0


def test_they_follow_what_a_person_reads(coded: Store) -> None:
    document, held = rich()
    fields = snapshot(replace(held[0], location=("IQ",)))
    subject = (document.fingerprint, held[0].fingerprint)
    for verdict, given in ((Verdict.CORRECT, fields), (Verdict.UNDO, {})):
        coded.decide(Decision("figure", subject, verdict, "Ada", "2026-01-02T03:04:05Z", fields=given))
        in_step(coded)
        found = list(coded.figures(Filters(location="IQ")))
        assert [one.location for one in found] == ([("IQ",)] if given else [])


def test_a_ledger_of_before_gets_them(tmp_path: Path) -> None:
    with Store.open(aged(tmp_path, 4)) as store:
        assert in_step(store) == 5


WANTED = [{"origin": "KG:Osh"}, {"origin": ("TJ", "XX")}, {"location": "none"}, {"location": ("none", "SY")}, {"origin": ""}]


@pytest.mark.parametrize("wanted", WANTED)
def test_however_many_are_chosen_the_same_are_found(coded: Store, wanted: dict[str, Any]) -> None:
    with coded._connect() as connection:
        found = [list(figures_where(connection, *conditions(Filters(**wanted), many=many))) for many in (False, True)]
    held = [one for one in rich()[1] if _has(one.origin, wanted.get("origin")) and _has(one.location, wanted.get("location"))]
    assert found == [held, held]


def _has(own: tuple[str, ...], wanted: Any) -> bool:
    words = [wanted] if isinstance(wanted, str) else wanted
    return wanted is None or any(word in own or (word == "none" and not own) for word in words)
