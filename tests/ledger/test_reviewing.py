"""What persons say of figures and findings: kept apart from the machine's reading, counted everywhere, outliving a newer reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import BadCorrection, StaleDecision, UnknownName
from sayso.ledger import Ledger, finding
from sayso.model import Document, Figure, Review, Standing, Weighed
from sayso.pipeline import extract
from sayso.store import pages

TEXT = (
    "Police said 12 people were killed in Osh on 3 March 2019. "
    "Doctors at the hospital said 14 people were killed in Osh on 3 March 2019. Another 40 were hurt."
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    (tmp_path / "blast.txt").write_text(TEXT, "utf8")
    with Ledger(tmp_path / "sayso.db") as opened:
        opened.add(tmp_path / "blast.txt")
        yield opened


def of(ledger: Ledger, number: str) -> Figure:
    return next(figure for figure in ledger.figures() if figure.reported_text == number)


def judged(found: object) -> Review:
    assert isinstance(found, Review)
    return found


def test_what_is_refused_counts_nowhere_and_comes_back(ledger: Ledger) -> None:
    twelve = of(ledger, "12")
    assert judged(ledger.reject(twelve.fingerprint[:8], note="a rumour")).shown.standing is Standing.REJECTED
    assert "12" not in [figure.reported_text for figure in ledger.figures()]
    assert all(twelve.fingerprint not in estimate.figures for estimate in ledger.estimates())  # type: ignore[union-attr]
    assert ledger.figures(standing="rejected") == [twelve]
    assert judged(ledger.undo(twelve.fingerprint)).shown.standing is Standing.NEW
    assert of(ledger, "12") == twelve


def test_a_correction_is_what_counts_and_the_machine_reading_stays(ledger: Ledger) -> None:
    twelve = of(ledger, "12")
    held = judged(ledger.correct(twelve.fingerprint, category="injured", origin="KG", source="the mayor", person="Ada"))
    assert held.machine == twelve
    assert (held.shown.standing, held.shown.by_person, held.shown.counted) == (Standing.CORRECTED, True, True)
    now = of(ledger, "12")
    assert (now.category, now.origin, now.source, now.fingerprint) == ("injured", ("KG",), ("the mayor",), twelve.fingerprint)
    assert ledger.figures(category="injured", origin="KG", source="mayor") == [now]
    assert ledger.table(rows="origin").cell("KG", "injured").figures == (now,)
    assert now.fingerprint in next(iter(ledger.explain("KG/injured"))).figures


def test_decisions_outlive_another_reading_of_the_text(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prints = {number: of(ledger, number).fingerprint for number in ("12", "14", "40")}
    ledger.correct(prints["12"], category="injured", person="Ada")
    ledger.reject(prints["14"], person="Ada")
    ledger.accept(prints["40"], person="Ada")

    def other(document: Document) -> list[Figure]:
        from dataclasses import replace

        return [replace(figure, location=("KG:Jalal-Abad",)) for figure in extract(document) if figure.reported_text != "40"]

    monkeypatch.setattr(finding, "extract", other)
    assert ledger.add(tmp_path / "blast.txt").renewed == 1
    assert of(ledger, "12").category == "injured"
    assert "14" not in [figure.reported_text for figure in ledger.figures()]
    assert of(ledger, "40").fingerprint == prints["40"], "a person stands for it, though the machine no longer finds it"
    changed = ledger.review("changed", person="Ada")
    assert {review.shown.figure.fingerprint for review in changed} == set(prints.values())
    again = judged(ledger.correct(prints["12"], category="injured", person="Ada"))
    assert (again.shown.changed, again.shown.figure.location) == (False, of(ledger, "12").location)


def test_two_persons_are_kept_apart_and_their_disagreement_is_a_queue(ledger: Ledger) -> None:
    twelve, fourteen = of(ledger, "12"), of(ledger, "14")
    ledger.accept(twelve.fingerprint, person="Ada")
    assert [one.shown.figure for one in ledger.review("second", person="Ben")] == [twelve]
    assert ledger.review("second", person="Ada") == []
    ledger.correct(twelve.fingerprint, person="Ben", category="injured")
    for person in ("Ada", "Ben"):
        ledger.accept(fourteen.fingerprint, person=person)
    [divided] = ledger.review("disagreement")
    assert divided.shown.figure == twelve, "until they agree the machine's reading counts"
    assert [(one.person, one.verdict) for one in divided.decisions] == [("Ada", "accept"), ("Ben", "correct")]
    assert (ledger.agreement().figures, ledger.agreement().divided) == (2, 1)
    ledger.correct(twelve.fingerprint, person="Ada", category="injured")
    assert ledger.review("disagreement") == []
    assert of(ledger, "12").category == "injured"


def test_a_decision_on_an_old_sight_is_refused(ledger: Ledger) -> None:
    twelve = of(ledger, "12").fingerprint
    sight = ledger.review("new")[0].version
    ledger.note(twelve, "looks odd", person="Ben")
    with pytest.raises(StaleDecision, match="somebody decided"):
        ledger.accept(twelve, person="Ada", version=sight)
    [held] = [review for review in ledger.review("new") if review.shown.figure.fingerprint == twelve]
    assert [one.note for one in held.decisions] == ["looks odd"]
    ledger.accept(twelve, person="Ada", version=held.version)


def test_a_person_marks_what_was_missed(ledger: Ledger, tmp_path: Path) -> None:
    words = "Officials spoke of a hundred and twelve cases of grief."
    (tmp_path / "grief.txt").write_text(words, "utf8")
    ledger.add(tmp_path / "grief.txt")
    start = words.index("a hundred and twelve") + 2
    end = start + len("hundred and twelve")
    for at, to in ((start, end - 3), (start - 4, end), (0, 9), (start, 900)):
        with pytest.raises(BadCorrection):
            ledger.mark("grief", at, to, category="other")
    number = "a hundred and twelve"
    start = words.index(number)
    held = ledger.mark("grief", start, start + len(number), category="other", location="KG", person="Ada")
    assert (held.shown.standing, held.machine, held.shown.figure.low) == (Standing.MARKED, None, 112)
    assert [figure.quote for figure in ledger.figures(document="grief")] == [words]
    with pytest.raises(BadCorrection, match="there is a figure at this place already"):
        ledger.mark("grief", start, start + len(number), category="other")
    ledger.add(tmp_path / "grief.txt")
    assert len(ledger.figures(document="grief")) == 1
    ledger.undo(held.shown.figure.fingerprint, person="Ada")
    assert ledger.figures(document="grief") == []


def test_a_finding_is_confirmed_or_dismissed(ledger: Ledger) -> None:
    conflict = next(found for found in ledger.findings() if found.kind == "conflict")
    held = ledger.reject(conflict.fingerprint, note="two places called Osh", person="Ada")
    assert isinstance(held, Weighed)
    assert (held.standing, held.decisions[0].note) == (Standing.REJECTED, "two places called Osh")
    assert conflict in ledger.findings(), "a judgement changes no fact"
    after = ledger.undo(conflict.fingerprint, person="Ada")
    assert isinstance(after, Weighed) and after.standing is Standing.NEW
    with pytest.raises(BadCorrection, match="a finding cannot be corrected"):
        ledger.correct(conflict.fingerprint, category="killed")


@pytest.mark.parametrize("queue", ["new", "disputed", "changed", "low_confidence", "in_conflict", "second", "disagreement", "unsure"])
def test_every_queue_can_be_asked(ledger: Ledger, queue: str) -> None:
    assert isinstance(ledger.review(queue), list)


def test_queues_hold_what_they_say(ledger: Ledger) -> None:
    everything = ledger.figures()
    assert [one.shown.figure for one in ledger.review("new")] == everything
    assert {one.shown.figure.reported_text for one in ledger.review("in_conflict")} == {"12", "14"}
    ledger.unsure(of(ledger, "12").fingerprint, person="Ada")
    assert [one.shown.figure.reported_text for one in ledger.review("unsure")] == ["12"]
    assert len(ledger.review("new")) == len(everything) - 1
    with pytest.raises(UnknownName, match="Did you mean 'disputed'"):
        ledger.review("disputd")


@pytest.mark.parametrize("many", [1, 3_000])
def test_figures_of_low_confidence_wait_in_the_order_of_the_text(ledger: Ledger, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are: few are found and then sorted, many are looked for in order."""
    monkeypatch.setattr(pages, "_MANY", many)
    doubtful = [replace(one, confidence=0.3) for one in ledger.figures() if one.reported_text != "14"]
    document = next(iter(ledger.documents()))
    ledger._store().add(document, [*doubtful, of(ledger, "14")])
    assert [one.shown.figure.reported_text for one in ledger.review("low_confidence", person="Ada")] == ["12", "40"]
    ledger.accept(doubtful[0].fingerprint, person="Ada")
    assert [one.shown.figure.reported_text for one in ledger.review("low_confidence", person="Ada")] == ["40"]


def test_an_empty_note_and_an_empty_correction_are_refused(ledger: Ledger) -> None:
    twelve = of(ledger, "12").fingerprint
    with pytest.raises(BadCorrection, match="nothing in the note"):
        ledger.note(twelve, "  ")
    with pytest.raises(BadCorrection, match="nothing is corrected"):
        ledger.correct(twelve)


@pytest.mark.parametrize("reference", ["****", "[0-9]???", "%%%%", "' OR 1=1"])
def test_a_reference_is_digits_and_no_pattern(ledger: Ledger, reference: str) -> None:
    with pytest.raises(UnknownName):
        ledger.accept(reference)


def test_everything_that_counts_is_the_same_from_scratch(ledger: Ledger) -> None:
    ledger.correct(of(ledger, "12").fingerprint, category="injured")
    ledger.reject(of(ledger, "14").fingerprint)
    before: list[Any] = [ledger.findings(), list(ledger.estimates())]
    with ledger._store().derived(write=True) as derived:
        derived.begin_anew("")
    assert [ledger.findings(), list(ledger.estimates())] == before


def test_only_what_changes_a_count_is_reckoned_again(ledger: Ledger) -> None:
    twelve = of(ledger, "12").fingerprint
    ledger.findings()

    def stale() -> list[int]:
        with ledger._store().derived() as derived:
            return derived.stale()

    for verdict in (ledger.accept, ledger.unsure):
        verdict(twelve)
        assert stale() == []
    ledger.reject(twelve)
    assert stale() == [1]
