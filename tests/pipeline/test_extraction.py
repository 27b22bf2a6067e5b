"""extract(): the one door from a document to its figures."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

import sayso
from sayso.model import Document, Figure
from sayso.pipeline import extract

REPORT = """Blast in Homs market

HOMS, 4 May 2016 (Agence Sahel) - At least 31 people were killed and dozens wounded
when two cars blew up on Tuesday, the Syrian Observatory for Human Rights said.

Four of the dead were children, it added. State media spoke of 19 victims.

“We have 60 beds and 140 patients,” Dr. Samir Hadid told Agence Sahel.
"""


@pytest.fixture
def document() -> Document:
    return Document(name="blast", text=REPORT, published="2016-05-04", publisher="Agence Sahel")


def marks(figures: list[Figure]) -> list[str]:
    return [figure.reported_text for figure in figures]


def test_figures_come_in_the_order_of_the_text_and_know_their_document(document: Document) -> None:
    found = extract(document)
    assert marks(found) == ["31", "dozens", "Four", "19", "140"]
    assert {figure.document for figure in found} == {"blast"}
    assert {figure.document_fingerprint for figure in found} == {document.fingerprint}


def test_a_bare_text_is_a_document_without_a_date(document: Document) -> None:
    bare, dated = extract(REPORT), extract(document)
    assert marks(bare) == marks(dated)
    assert {figure.document for figure in bare} == {"text"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "No numbers here.", "…", "12", "people", "one"])
def test_texts_without_figures(text: str) -> None:
    assert extract(text) == []


def test_a_language_without_rules_gives_nothing(document: Document) -> None:
    assert extract(replace(document, language="xx")) == []


def test_nothing_is_found_in_what_was_set_aside(document: Document) -> None:
    start = REPORT.index("State media")
    assert "19" not in marks(extract(replace(document, aside=((start, start + 40),))))


def test_offsets_and_quotes_are_of_the_whole_text(document: Document) -> None:
    for figure in extract(document):
        assert REPORT[figure.start : figure.end] == figure.reported_text
        assert REPORT[figure.quote_start :].startswith(figure.quote)


def test_figures_survive_pickling_and_become_json(document: Document) -> None:
    found = extract(document)
    again = pickle.loads(pickle.dumps(found))
    assert [figure.to_dict() for figure in again] == [figure.to_dict() for figure in found]
    assert json.loads(json.dumps([figure.to_dict() for figure in found]))
    assert pickle.loads(pickle.dumps(extract)) is extract


def test_documents_do_not_touch_each_other(document: Document) -> None:
    """What was read before leaves nothing behind."""
    alone = [figure.to_dict() for figure in extract(document)]
    extract("The ministry said that 900 Finns had joined. " * 20)
    assert [figure.to_dict() for figure in extract(document)] == alone


def test_paragraphs_without_numbers_change_nothing_before_them(document: Document) -> None:
    longer = replace(document, text=REPORT + "\n\nThe weather was fine, and nobody spoke.\n")
    assert [(f.start, f.category, f.source) for f in extract(longer)] == [(f.start, f.category, f.source) for f in extract(document)]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_order_of_sets_changes_nothing(seed: str) -> None:
    code = "import sys, json, sayso; print(json.dumps([f.to_dict() for f in sayso.extract(sys.stdin.read())]))"
    env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(sayso.__file__).parents[1]), "PYTHONUTF8": "1"}
    run = subprocess.run([sys.executable, "-c", code], input=REPORT, capture_output=True, encoding="utf8", env=env, timeout=60, check=True)
    assert json.loads(run.stdout) == [figure.to_dict() for figure in extract(REPORT)]


def test_long_texts_are_read_to_their_end() -> None:
    middle = "Nobody was seen in the streets of the old town. " * 4000
    found = extract(f"Twelve people were killed in Homs. {middle}Nine others were wounded in Hama.")
    assert marks(found) == ["Twelve", "Nine"]
    assert found[1].part_of is None


def test_the_order_of_unrelated_paragraphs_is_kept() -> None:
    paragraphs = [f"{n} people were killed in a crash." for n in range(10, 60)]
    Random(7).shuffle(paragraphs)
    assert marks(extract("\n\n".join(paragraphs))) == [paragraph.split()[0] for paragraph in paragraphs]
