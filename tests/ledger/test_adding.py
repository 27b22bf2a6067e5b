from __future__ import annotations

import io
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Added, Ledger, Outcome
from sayso.store import Store

pytestmark = pytest.mark.usefixtures("counting")


def test_a_folder_is_added_with_a_report(tmp_path: Path, texts: Path) -> None:
    seen: list[tuple[int, str, int]] = []
    with Ledger(tmp_path / "sayso.db") as ledger:
        report = ledger.add(texts, progress=lambda done, name, figures: seen.append((done, name, figures)))
        assert len(ledger.documents()) == 3
    assert (report.added, report.renewed, report.unchanged, report.figures) == (3, 0, 0, 3)
    assert [(entry.name, entry.outcome, entry.figures) for entry in report.entries] == [
        ("first", Outcome.ADDED, 2), ("second", Outcome.ADDED, 1), ("third", Outcome.ADDED, 0),
    ]  # fmt: skip
    assert seen == [(1, "first", 2), (2, "second", 1), (3, "third", 0)]
    refused = [refusal for refusal in report.refusals if not refusal.skipped]
    assert ["empty.txt" in refusal.where for refusal in refused] == [True]
    assert str(report) == "3 documents added with 3 figures, 1 refused"


def test_adding_twice_adds_nothing(tmp_path: Path, texts: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(texts)
        before = ledger.figures()
        again = ledger.add(texts)
        assert (again.added, again.renewed, again.unchanged, again.figures) == (0, 0, 3, 0)
        assert ledger.figures() == before
    content = path.read_bytes()
    with Ledger(path) as ledger:
        assert ledger.add(texts / "first.txt").unchanged == 1
    assert path.read_bytes() == content


def test_it_is_on_the_disk_when_progress_is_called(tmp_path: Path, texts: Path) -> None:
    path = tmp_path / "sayso.db"

    def see(done: int, name: str, figures: int) -> None:
        with Store.open(path, create=False) as other:
            assert other.counts().documents == done
            assert len([figure for figure in other.figures() if figure.document == name]) == figures

    with Ledger(path) as ledger:
        assert ledger.add(texts, progress=see).added == 3


def test_a_document_that_breaks_the_machine_does_not_stop_the_rest(tmp_path: Path, texts: Path) -> None:
    (texts / "bad.txt").write_text("12 people explode the reader of figures in this text.\n", "utf8")
    (texts / "wrong.txt").write_text("12 people were misquoted by the reader of figures here.\n", "utf8")
    with Ledger(tmp_path / "sayso.db") as ledger:
        report = ledger.add(texts, tmp_path / "missing")
        assert {document.name for document in ledger.documents()} == {"first", "second", "third"}
    told = {refusal.where: refusal for refusal in report.refusals}
    assert "RuntimeError: boom" in str(told["bad"]) and told["bad"].advice
    assert "the figure '1' at 0 to 2 was refused: the text has '12' there" in str(told["wrong"])
    assert any("missing" in where for where in told)
    assert report.added == 3


def test_another_text_of_the_same_name_is_kept_with_a_note(tmp_path: Path, texts: Path) -> None:
    (texts / "sub").mkdir()
    (texts / "sub" / "first.txt").write_text("40 men from Russia were seen in another report.\n", "utf8")
    (texts / "sub" / "second.txt").write_bytes((texts / "second.txt").read_bytes())
    with Ledger(tmp_path / "sayso.db") as ledger:
        report = ledger.add(texts)
        codes = [(name, note.code) for name, note in report.notes if note.code in ("same-name", "twice")]
        assert codes == [("first", "same-name"), ("second", "twice")]
        assert [document.name for document in ledger.documents()].count("first") == 2
        assert sorted(figure.low or 0 for figure, _ in ledger.show("first")) == [40, 150, 1300]
        again = ledger.add(texts)
        assert (again.added, again.renewed) == (0, 0)


def test_two_copies_that_were_read_otherwise_do_not_renew_each_other(tmp_path: Path) -> None:
    lines = tmp_path / "records.jsonl"
    record = '{"id": "r1", "text": "12 people left the town on a cold morning.", "publisher": "%s"}\n'
    lines.write_text(record % "One" + record % "Two", "utf8")
    with Ledger(tmp_path / "sayso.db") as ledger:
        first, again = ledger.add(lines), ledger.add(lines)
        assert [entry.outcome for entry in first.entries] == [Outcome.ADDED, Outcome.UNCHANGED]
        assert [entry.outcome for entry in again.entries] == [Outcome.UNCHANGED, Outcome.UNCHANGED]
        assert [document.publisher for document in ledger.documents()] == ["One"]


def test_a_corrected_date_renews_the_document(tmp_path: Path) -> None:
    lines = tmp_path / "records.jsonl"
    record = '{"id": "r1", "text": "12 people left the town on a cold morning.", "published": "%s"}\n'
    with Ledger(tmp_path / "sayso.db") as ledger:
        lines.write_text(record % "2015-01-01", "utf8")
        ledger.add(lines)
        lines.write_text(record % "2015-01-02", "utf8")
        report = ledger.add(lines)
        assert (report.added, report.renewed) == (0, 1)
        assert [document.published for document in ledger.documents()] == ["2015-01-02"]
    assert str(report) == "0 documents added with 1 figure, 1 renewed"


def test_standard_input_is_added(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        report = ledger.add("-", stdin=io.BytesIO(b"12 people from Russia left the town on a cold morning.\n"))
        assert (report.added, report.figures) == (1, 1)


def test_an_interrupted_batch_keeps_what_it_reported(tmp_path: Path, texts: Path) -> None:
    def interrupt(done: int, *_: object) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with Ledger(tmp_path / "sayso.db") as ledger:
        with pytest.raises(KeyboardInterrupt):
            ledger.add(texts, progress=interrupt)
        assert [document.name for document in ledger.documents()] == ["first", "second"]


def test_a_ledger_that_cannot_be_made_says_so_before_anything_is_read(tmp_path: Path, texts: Path) -> None:
    with Ledger(tmp_path / "none" / "sayso.db") as ledger, pytest.raises(LedgerError, match="mkdir"):
        ledger.add(texts)


def test_a_report_of_nothing() -> None:
    assert str(Added()) == "0 documents added with 0 figures"
