"""What persons say of links: the last word counts, nothing is overwritten, and it is kept who said so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UnknownName
from sayso.ledger import Ledger
from sayso.model import Decision, Link

STUDY = "At least 700 Tajik fighters had joined the group in Syria by 2016, a study by the Meridian Centre says.\n"
NEWS = "The Meridian report says that at least 700 Tajik fighters had joined the group in Syria by 2016.\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    for name, text in (("study", STUDY), ("news", NEWS)):
        (tmp_path / f"{name}.txt").write_text(text, "utf8")
    with Ledger(tmp_path / "sayso.db") as opened:
        opened.add(tmp_path / "study.txt", tmp_path / "news.txt")
        yield opened


def only(ledger: Ledger) -> Link:
    [link] = ledger.origins()
    return link


def said(ledger: Ledger) -> list[Decision]:
    with ledger._store().derived() as derived:
        return derived.decisions("link")


def origins(ledger: Ledger) -> int:
    [explained] = ledger.explain("TJ/joined")
    return explained.estimate.origins


def test_each_verdict_takes_effect_at_once(ledger: Ledger) -> None:
    reference = only(ledger).fingerprint[:6]
    assert (only(ledger).applied, only(ledger).decided, origins(ledger)) == (True, None, 1)
    for verdict, applied, decided, number in (
        (ledger.reject, False, False, 2), (ledger.accept, True, True, 1), (ledger.reject, False, False, 2), (ledger.undo, True, True, 1),
    ):  # fmt: skip
        link = verdict(reference)
        assert link == only(ledger)
        assert (link.applied, link.decided, origins(ledger)) == (applied, decided, number)


def test_decisions_are_only_ever_added(ledger: Ledger) -> None:
    reference = only(ledger).fingerprint
    held: list[Decision] = []
    for at, verdict in enumerate((ledger.accept, ledger.reject, ledger.undo, ledger.accept, ledger.accept)):
        verdict(reference.upper(), note=f"for the {at}th time", person="A. Reader")
        now = said(ledger)
        assert now[:-1] == held
        held = now
    assert [one.verdict for one in held] == ["accept", "reject", "undo", "accept", "accept"]
    assert {(one.subject, one.person) for one in held} == {(("meridian report", "meridian centre"), "A. Reader")}
    assert held[0].note == "for the 0th time" and held[0].time.endswith("+00:00")


def test_a_refusal_outlives_the_documents_that_it_was_said_of(ledger: Ledger, tmp_path: Path) -> None:
    ledger.reject(only(ledger).fingerprint)
    (tmp_path / "more.txt").write_text(NEWS.replace("700", "900"), "utf8")
    ledger.add(tmp_path / "more.txt")
    assert (only(ledger).applied, only(ledger).decided) == (False, False)


def test_without_a_name_it_is_the_user_of_the_computer(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "somebody")
    ledger.accept(only(ledger).fingerprint)

    def nobody() -> str:
        raise KeyError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    ledger.accept(only(ledger).fingerprint)
    assert [one.person for one in said(ledger)] == ["somebody", "unknown"]


@pytest.mark.parametrize("reference", ["", "   ", "abc", "ffffffff", "meridian report", "\udcff\udcff\udcff\udcff"])
def test_a_reference_to_nothing_is_refused_and_nothing_is_kept(ledger: Ledger, reference: str) -> None:
    with pytest.raises(UnknownName, match="no figure, finding or link between names begins with"):
        ledger.accept(reference)
    assert said(ledger) == []


@pytest.mark.parametrize("words", ["half \udcff a character", "a\x1b[31mb\nc"])
def test_notes_and_persons_are_kept_as_text(ledger: Ledger, words: str) -> None:
    ledger.accept(only(ledger).fingerprint, note=words, person=words)
    [decision] = said(ledger)
    plain = words.encode("utf8", "backslashreplace").decode("utf8")
    assert (decision.note, decision.person) == (plain, " ".join(plain.split()))
