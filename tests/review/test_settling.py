"""What decisions make of a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Decision, Figure, Settled, Standing, Verdict
from sayso.review import reading_of, settle, snapshot

from .samples import figure

MACHINE = figure()
OTHER = figure(category="injured")


def said(person: str, verdict: Verdict, reading: Figure | None = None, seen: Figure | None = MACHINE) -> Decision:
    fields = snapshot(reading or MACHINE) if verdict in (Verdict.ACCEPT, Verdict.CORRECT, Verdict.MARK) else {}
    return Decision("figure", ("doc", MACHINE.fingerprint), verdict, person, "2026-01-01", "", fields, seen.digest if seen else "")


def how(*decisions: Decision, machine: Figure | None = MACHINE) -> tuple[Standing, bool, Figure | None]:
    held = settle(machine, decisions)
    return held.standing, held.changed, held.reading


def test_a_snapshot_makes_the_figure_again() -> None:
    held = figure(origin=("TJ",), part_of=(0, 3), as_of="2017")
    assert reading_of(snapshot(held)) == held


def test_one_person() -> None:
    assert how() == (Standing.NEW, False, MACHINE)
    assert how(said("Ada", Verdict.ACCEPT)) == (Standing.ACCEPTED, False, MACHINE)
    assert how(said("Ada", Verdict.REJECT)) == (Standing.REJECTED, False, None)
    assert how(said("Ada", Verdict.CORRECT, OTHER)) == (Standing.CORRECTED, False, OTHER)
    assert how(said("Ada", Verdict.UNSURE)) == (Standing.UNSURE, False, MACHINE)
    assert how(said("Ada", Verdict.NOTE)) == (Standing.NEW, False, MACHINE)


def test_undo_takes_back_one_step_of_one_person() -> None:
    steps = [said("Ada", Verdict.ACCEPT), said("Ada", Verdict.REJECT), said("Ben", Verdict.ACCEPT)]
    assert how(*steps, said("Ada", Verdict.UNDO)) == (Standing.ACCEPTED, False, MACHINE)
    assert how(*steps[:2], said("Ada", Verdict.UNDO), said("Ada", Verdict.UNDO), said("Ada", Verdict.UNDO))[0] is Standing.NEW


def test_persons_who_disagree_leave_it_to_the_machine_until_they_agree() -> None:
    rivals = [said("Ada", Verdict.ACCEPT), said("Ben", Verdict.CORRECT, OTHER)]
    assert how(*rivals) == (Standing.DIVIDED, False, MACHINE)
    assert how(*rivals, said("Ada", Verdict.CORRECT, OTHER)) == (Standing.CORRECTED, False, OTHER)
    assert how(*rivals, said("Cleo", Verdict.UNSURE))[0] is Standing.DIVIDED


def test_a_correction_outlives_another_reading_and_says_that_it_changed() -> None:
    newer = figure(location=("KG:Osh",))
    assert how(said("Ada", Verdict.CORRECT, OTHER), machine=newer) == (Standing.CORRECTED, True, OTHER)
    assert how(said("Ada", Verdict.ACCEPT), machine=newer) == (Standing.ACCEPTED, True, MACHINE)
    assert how(said("Ada", Verdict.REJECT), machine=newer) == (Standing.REJECTED, True, None)
    assert how(said("Ada", Verdict.CORRECT, OTHER), machine=None) == (Standing.CORRECTED, True, OTHER)


def test_a_mark_stands_without_a_machine_and_meets_one_that_finds_it_later() -> None:
    mark = said("Ada", Verdict.MARK, OTHER, seen=None)
    assert how(mark, machine=None) == (Standing.MARKED, False, OTHER)
    assert how(mark, said("Ben", Verdict.ACCEPT, OTHER, seen=None), machine=None)[0] is Standing.MARKED
    assert how(mark, said("Ada", Verdict.UNDO), machine=None) == (Standing.NEW, False, None)
    assert how(mark, machine=MACHINE) == (Standing.MARKED, True, OTHER)


def test_a_machine_that_comes_to_read_the_same_takes_over() -> None:
    held = settle(OTHER, [said("Ada", Verdict.CORRECT, OTHER)])
    assert held == Settled(Standing.CORRECTED, True, OTHER)


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(list(Verdict)), st.booleans()), max_size=12))
def test_nothing_is_counted_that_nobody_stands_for(steps: list[tuple[str, Verdict, bool]]) -> None:
    decisions = [said(person, verdict, OTHER if other else None) for person, verdict, other in steps]
    held = settle(MACHINE, decisions)
    assert held.reading in (MACHINE, OTHER, None)
    assert (held.reading is None) == (held.standing is Standing.REJECTED)
    if held.standing in (Standing.NEW, Standing.UNSURE, Standing.DIVIDED):
        assert held.reading == MACHINE


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE])
def test_saying_the_same_twice_changes_nothing(verdict: Verdict) -> None:
    assert how(said("Ada", verdict), said("Ada", verdict)) == how(said("Ada", verdict))
