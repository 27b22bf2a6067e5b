from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from sayso.model import Document, Refusal

TEXT = "Двенадцать человек погибли. 12 people died."


def test_a_document_is_told_by_its_name_and_its_text() -> None:
    document = Document("a", TEXT)
    assert document.fingerprint == Document("a", TEXT, title="Other", raw=b"other").fingerprint
    assert len({document.fingerprint, Document("b", TEXT).fingerprint, Document("a", TEXT + " ").fingerprint}) == 3
    assert len(document.fingerprint) == 16 and int(document.fingerprint, 16)


def test_the_border_between_name_and_text_counts() -> None:
    assert Document("ab", "c").fingerprint != Document("a", "bc").fingerprint


def test_half_characters_have_a_fingerprint_too() -> None:
    assert Document("\ud800", "\udfff").fingerprint


def test_a_document_cannot_be_changed_and_travels() -> None:
    document = Document("a", TEXT, aside=((0, 3),), raw=b"x")
    with pytest.raises(FrozenInstanceError):
        document.text = ""  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(document)) == document
    assert "raw" not in repr(document)
    assert replace(document, raw=b"y") == document


def test_a_refusal_says_where_why_and_what_next() -> None:
    assert str(Refusal("a.pdf", "it is a PDF, not a text", "Save it as text.")) == "a.pdf: it is a PDF, not a text. Save it as text."
    assert str(Refusal("a.pdf", "it is empty.")) == "a.pdf: it is empty."
