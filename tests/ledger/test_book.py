from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
import sayso.ledger
from sayso.errors import ExportError, ForeignLedger, LedgerError, UnknownName
from sayso.ledger import Ledger
from sayso.model import Figure, Refusal
from sayso.store import Store

pytestmark = pytest.mark.usefixtures("counting")


@pytest.fixture
def ledger(tmp_path: Path, texts: Path) -> Iterator[Ledger]:
    with sayso.ledger.open(tmp_path / "sayso.db") as opened:
        opened.add(texts)
        yield opened


def test_the_package_has_the_door() -> None:
    assert sayso.open is sayso.ledger.open and sayso.Ledger is Ledger


def test_where_a_ledger_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    assert Ledger().path == Path("sayso.db")
    monkeypatch.setenv("SAYSO_LEDGER", "")
    assert Ledger().path == Path("sayso.db")
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "named.db"))
    assert sayso.ledger.open().path == tmp_path / "named.db"
    assert Ledger("given.db").path == Path("given.db")
    assert repr(Ledger("given.db")) == "Ledger('given.db')"


def test_opening_makes_nothing_until_something_is_added(tmp_path: Path, texts: Path) -> None:
    path = tmp_path / "sayso.db"
    with sayso.open(path) as ledger:
        with pytest.raises(LedgerError, match=r"there is no ledger here\. Make one with: sayso add"):
            ledger.figures()
        assert not path.exists()
        ledger.add(texts)
        assert len(ledger.figures()) == 3


def test_opening_one_that_must_be_there(tmp_path: Path, texts: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger here"):
        sayso.open(tmp_path / "sayso.db", create=False)
    with pytest.raises(LedgerError, match="there is no ledger here"):
        Ledger(tmp_path / "sayso.db", create=False).add(texts)
    assert not (tmp_path / "sayso.db").exists()


def test_opening_something_else_fails_at_once(texts: Path) -> None:
    with pytest.raises(ForeignLedger):
        sayso.open(texts / "first.txt")
    with pytest.raises(LedgerError, match="this is a folder"):
        sayso.open(texts)


def test_a_file_of_no_bytes_may_become_a_ledger(tmp_path: Path, texts: Path) -> None:
    (tmp_path / "sayso.db").touch()
    with sayso.open(tmp_path / "sayso.db") as ledger:
        assert ledger.add(texts).added == 3


def test_figures_by_filters(ledger: Ledger) -> None:
    assert [figure.low for figure in ledger.figures()] == [1300, 150, 200]
    assert [figure.low for figure in ledger.figures(origin="TJ", category="returned")] == [150]
    with pytest.raises(UnknownName, match="Did you mean 'origin'"):
        ledger.figures(orign="TJ")
    with pytest.raises(UnknownName, match=r"no category 'retruned'\. Did you mean 'returned'"):
        ledger.table(category=["joined", "retruned"])


def test_documents_by_words(ledger: Ledger) -> None:
    assert [document.name for document in ledger.documents()] == ["first", "second", "third"]
    assert [document.name for document in ledger.documents('"from Russia"')] == ["second"]


def test_a_table_and_its_cells(ledger: Ledger) -> None:
    table = ledger.table()
    assert set(table.rows) == {"TJ", "RU"} and set(table.columns) == {"joined", "returned"}
    assert [figure.low for figure, _ in ledger.show("TJ/returned")] == [150]
    assert ledger.show("RU/returned") == []
    assert [figure.low for figure, _ in ledger.show("first/joined", rows="document")] == [1300]
    assert [figure.low for figure, _ in ledger.show("TJ/joined", category="joined")] == [1300]
    assert set(ledger.table(rows="document", category="returned").rows) == {"first"}


def test_what_a_reference_stands_for(ledger: Ledger) -> None:
    figure = ledger.figures()[0]
    for reference in (figure.fingerprint, figure.fingerprint[:6].upper()):
        [(shown, document)] = ledger.show(reference)
        assert shown == figure and document.name == "first" and document.raw
    assert [shown.low for shown, _ in ledger.show("first")] == [1300, 150]
    assert ledger.show("third") == []
    assert [shown.low for shown, _ in ledger.show("first", category="returned")] == [150]
    assert ledger.show(figure.fingerprint, category="returned") == []
    assert [shown.low for shown, _ in ledger.show(figure.document_fingerprint)] == [1300, 150]


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("frist", "nothing is called 'frist'. Did you mean first?"),
        ("0000", "nothing is called '0000'"),
        ("", "nothing is called ''"),
        ("XX/joined", "XX"),
        ("TJ/joind", "joind"),
    ],
)
def test_a_reference_to_nothing(ledger: Ledger, reference: str, message: str) -> None:
    with pytest.raises(UnknownName) as caught:
        ledger.show(reference)
    assert message in str(caught.value)


def test_export(ledger: Ledger, tmp_path: Path) -> None:
    path = ledger.export(tmp_path / "out.csv", origin="TJ")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["reported_text"] for row in rows] == ["1,300", "150"]
    with pytest.raises(ExportError):
        ledger.export(tmp_path / "out.docx")


def test_find_stores_nothing(texts: Path, tmp_path: Path) -> None:
    found = list(sayso.ledger.find(texts, tmp_path / "missing"))
    assert [item.low for item in found if isinstance(item, Figure)] == [1300, 150, 200]
    assert any(isinstance(item, Refusal) and "missing" in item.where for item in found)
    with Ledger(tmp_path / "sayso.db") as ledger:
        assert list(ledger.find(texts, tmp_path / "missing")) == found
    assert not (tmp_path / "sayso.db").exists()


def test_find_goes_on_after_a_text_that_breaks_the_machine(texts: Path) -> None:
    (texts / "bad.txt").write_text("12 people explode the reader of figures in this text.\n", "utf8")
    found = list(sayso.ledger.find(texts))
    assert [item.low for item in found if isinstance(item, Figure)] == [1300, 150, 200]
    assert any(isinstance(item, Refusal) and "RuntimeError" in item.reason for item in found)


def test_a_closed_ledger_opens_again(ledger: Ledger, tmp_path: Path) -> None:
    ledger.close()
    ledger.close()
    with Store.open(tmp_path / "sayso.db") as store:
        assert store.counts().figures == len(ledger.figures())
