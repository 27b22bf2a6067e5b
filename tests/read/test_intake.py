"""Which files are read, under which names, in which order, and what is refused."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from sayso.model import Document, Refusal
from sayso.read import read

Refuse = Callable[..., Refusal]


def names(items: list[Document | Refusal]) -> list[str]:
    return [item.name for item in items if isinstance(item, Document)]


def fill(folder: Path, *files: str) -> None:
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("Police said that 12 people were held.", "utf-8")


def test_a_folder_is_read_through_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.v2.txt", "sub/c.md", "sub/deeper/d.text", ".hidden.txt", ".git/e.txt", "table.xlsx", "README")
    found = list(read([tmp_path]))
    assert names(found) == ["a.v2", "b", "c", "d"]
    skipped = [item for item in found if isinstance(item, Refusal)]
    assert all(item.skipped for item in skipped)
    assert [Path(item.where).name for item in skipped] == ["README", "table.xlsx"]
    assert ".jsonl" in skipped[0].advice


def test_what_two_paths_lead_to_is_read_once(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt")
    assert names(list(read([tmp_path / "b.txt", tmp_path, str(tmp_path / "a.txt")]))) == ["b", "a"]
    assert names(list(read(tmp_path))) == ["a", "b"]


def test_a_named_file_of_unknown_suffix_is_sniffed(tmp_path: Path) -> None:
    (tmp_path / "page.dat").write_text("<!DOCTYPE html><html><body><p>Some 12 people were held.</p></body></html>", "utf-8")
    (tmp_path / "lines").write_text('{"id": "x", "text": "Some 12 people were held."}\n', "utf-8")
    (tmp_path / "words.log").write_text("Some 12 people were held.", "utf-8")
    found = list(read([tmp_path / "page.dat", tmp_path / "lines", tmp_path / "words.log"]))
    assert names(found) == ["page", "x", "words"]
    assert [item.media_type for item in found if isinstance(item, Document)] == ["text/html", "text/plain", "text/plain"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"Some 12 people were held.", "Some 12 people were held."),
        (b'{"id": "x", "text": "Some 12 people were held."}\n', "Some 12 people were held."),
        (b"\n<html><body><p>Some 12 people were held.</p></body></html>", "Some 12 people were held."),
        (b"{curly} but no JSON", "{curly} but no JSON"),
    ],
)
def test_standard_input_is_told_by_how_it_begins(content: bytes, text: str) -> None:
    (found,) = read(["-"], stdin=io.BytesIO(content))
    assert isinstance(found, Document)
    assert found.text == text


def test_raw_is_what_was_received(tmp_path: Path) -> None:
    raw = "Вернулись 147 человек.".encode("cp1251")
    (tmp_path / "a.txt").write_bytes(raw)
    (found,) = read([tmp_path / "a.txt"])
    assert isinstance(found, Document)
    assert (found.raw, found.sha256) == (raw, sha256(raw).hexdigest())


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", "\ufeff\n".encode(), "\xa0".encode()])
def test_a_file_without_text_is_refused(refusal: Refuse, content: bytes) -> None:
    assert "empty" in refusal(content).reason


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7 rest", "PDF"),
        (b"PK\x03\x04rest", ".docx"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\x1f\x8b\x08rest", "compressed"),
        (b"12 people\0were held", "NUL"),
        (bytes(range(1, 32)) * 9, "control"),
        (b"SQLite format 3\0", "SQLite"),
    ],
)
def test_what_is_no_text_is_refused(refusal: Refuse, content: bytes, word: str) -> None:
    found = refusal(content)
    assert word in found.reason
    assert ".html" in found.advice and ".txt" in found.advice


def test_a_missing_path_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    missing, found = read([tmp_path / "nowhere.txt", tmp_path / "a.txt"])
    assert isinstance(missing, Refusal) and "no such" in missing.reason
    assert isinstance(found, Document)


def test_a_dead_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert ["link" in str(item) for item in read([tmp_path / "a.txt"])] == [True]
    assert any("link" in str(item) for item in read([tmp_path]))


def test_a_folder_without_a_readable_file_is_refused(tmp_path: Path) -> None:
    fill(tmp_path, "photo.jpg")
    (tmp_path / "empty").mkdir()
    skipped, whole = read([tmp_path])
    assert isinstance(skipped, Refusal) and skipped.skipped
    assert isinstance(whole, Refusal) and not whole.skipped and ".jsonl" in whole.advice
    (only,) = read([tmp_path / "empty"])
    assert isinstance(only, Refusal) and "no file" in only.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is permitted to root")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    (found,) = read([tmp_path])
    assert isinstance(found, Refusal) and "permission" in found.reason


def test_permission_errors_are_told_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "a.txt")

    def barred(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", barred)
    (found,) = read([tmp_path / "a.txt"])
    assert isinstance(found, Refusal) and "permission" in found.reason and "chmod" in found.advice


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 2**20)  # sparse: takes no room and would be all NULs if it were read
    (found,) = read([path])
    assert isinstance(found, Refusal)
    assert "200.0 MB" in found.reason and "64.0 MB" in found.reason and "max_bytes" in found.advice and "split" in found.advice.lower()


class Endless(io.RawIOBase):
    """A pipe that never ends and gives a little at a time."""

    given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        piece = b"12 people were held. "[:size]
        self.given += len(piece)
        return piece


def test_an_endless_stream_is_refused_at_the_limit() -> None:
    stream = Endless()
    (found,) = read(["-"], stdin=stream, max_bytes=5000)  # type: ignore[arg-type]
    assert isinstance(found, Refusal) and "too large" in found.reason
    assert stream.given <= 5001
