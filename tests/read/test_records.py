"""JSONL, line by line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from sayso.model import Document, Refusal
from sayso.read import read

Refuse = Callable[..., Refusal]


def lines(tmp_path: Path, *records: object, **options: int) -> list[Document | Refusal]:
    path = tmp_path / "batch.jsonl"
    path.write_bytes(b"\n".join(r if isinstance(r, bytes) else json.dumps(r).encode() for r in records) + b"\n")
    return list(read([path], **options))  # type: ignore[arg-type]


def test_every_key_finds_its_place(tmp_path: Path) -> None:
    record = {
        "id": "a1",
        "title": "Twelve held",
        "published": "2017-10-27T08:00:00Z",
        "publisher": "The Steppe Post",
        "url": "https://example.org/1",
        "text": "Some 12 people were held.",
        "event": "E7",
    }
    (found,) = lines(tmp_path, record)
    assert isinstance(found, Document)
    assert (found.name, found.title, found.published, found.publisher) == ("a1", "Twelve held", "2017-10-27", "The Steppe Post")
    assert (found.url, found.event, found.text, found.notes) == ("https://example.org/1", "E7", "Some 12 people were held.", ())
    assert json.loads(found.raw) == record


def test_what_is_known_wins_over_the_first_lines(tmp_path: Path) -> None:
    text = "March 1, 2014 5:40 PM\n\nPITTSBURGH (KDKA) – Some 12 people were held."
    known, bare = lines(tmp_path, {"id": 1, "published": "2015-02-03", "publisher": "Other", "text": text}, {"id": 2, "text": text})
    assert isinstance(known, Document) and isinstance(bare, Document)
    assert (known.name, known.published, known.publisher) == ("1", "2015-02-03", "Other")
    assert (bare.published, bare.publisher) == ("2014-03-01", "KDKA")


def test_bad_lines_are_refused_by_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = lines(
        tmp_path,
        {"id": "a", "text": "12 held"},
        b"{not json}",
        b"",
        b"[1, 2]",
        {"id": "b"},
        {"id": "c", "text": "  "},
        {"text": "13 held"},
        b"[" * 100_000,
        b"12\0held",
    )
    assert [item.name for item in found if isinstance(item, Document)] == ["a", "batch-7"]
    refused = [item for item in found if isinstance(item, Refusal)]
    assert [item.where.rsplit(":", 1)[1] for item in refused] == ["2", "4", "5", "6", "8", "9"]
    assert "not JSON" in refused[0].reason and "no object" in refused[1].reason and '"text"' in refused[2].reason
    assert all(item.advice for item in refused)


def test_unknown_keys_and_dates_are_noted(tmp_path: Path) -> None:
    (found,) = lines(tmp_path, {"id": "a", "text": "12 held", "mood": "grim", "published": "last week"})
    assert isinstance(found, Document)
    assert found.published is None
    assert [note.code for note in found.notes] == ["unknown-keys", "date"]
    assert "mood" in found.notes[0].message


def test_markup_in_a_record_is_text_unless_it_is_a_whole_page(tmp_path: Path) -> None:
    bit = "Some <b>12</b> people were held."
    page = "<!DOCTYPE html><html><body><p>Some <b>12</b> people were held.</p></body></html>"
    text, whole = lines(tmp_path, {"id": "a", "text": bit}, {"id": "b", "text": page, "title": "Held"})
    assert isinstance(text, Document) and isinstance(whole, Document)
    assert text.text == bit
    assert (whole.text, whole.media_type, whole.title, whole.name) == ("Some 12 people were held.", "text/html", "Held", "b")


def test_the_limit_is_for_a_line(tmp_path: Path) -> None:
    found = lines(tmp_path, {"text": "12 held"}, {"text": "x" * 500}, {"text": "13 held"}, max_bytes=100)
    assert [isinstance(item, Document) for item in found] == [True, False, True]
    assert "too large" in str(found[1])


def test_a_long_file_is_streamed(tmp_path: Path) -> None:
    found = lines(tmp_path, *({"id": str(n), "text": f"Some {n} people were held. " + "x" * 700} for n in range(300)))
    assert [item.name for item in found if isinstance(item, Document)] == [str(n) for n in range(300)]


def test_lone_surrogates_and_mojibake_in_a_record_are_mended(tmp_path: Path) -> None:
    (found,) = lines(tmp_path, b'{"id": "a", "text": "Dom\\u221a\\u2260nguez \\ud800 12"}')
    assert isinstance(found, Document)
    assert found.text == "Domínguez \ufffd 12"
    assert found.text.encode("utf-8")


def test_an_empty_file_of_records_is_refused(refusal: Refuse) -> None:
    assert "empty" in refusal(b"\n \n", "a.jsonl").reason
