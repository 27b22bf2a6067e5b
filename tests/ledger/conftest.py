from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.ledger import checkup, finding
from sayso.model import Document, Figure, Quantifier, Source, Unit

_PLACES = {"Tajikistan": "TJ", "Russia": "RU"}


def count(document: Document | str) -> list[Figure]:
    """A reader of figures that is simple enough to know its answers by heart: every number before a word for people."""
    held = Document("text", document) if isinstance(document, str) else document
    if "explode" in held.text:
        raise RuntimeError("boom")
    return [_figure(held, match) for match in re.finditer(r"([\d,]+) (men|people|fighters)[^.]*", held.text)]


def _figure(held: Document, match: re.Match[str]) -> Figure:
    number = int(match[1].replace(",", ""))
    quote, category = match[0], "returned" if "returned" in match[0] else "joined"
    origin = tuple(code for name, code in _PLACES.items() if name in quote)
    reported = match[1] if "misquoted" not in held.text else "1"
    return Figure(
        held.name, *match.span(1), reported, number, number, Quantifier.EXACT, Unit.PERSON, category, quote, match.start(),
        document_fingerprint=held.fingerprint, origin=origin, attribution=(Source("The Ministry"),), confidence=0.5,
    )  # fmt: skip


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the simple reader of figures in the place of the real one."""
    monkeypatch.setattr(finding, "extract", count)
    monkeypatch.setattr(checkup, "extract", count)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of three reports, an empty file and one that no reader knows."""
    folder = tmp_path / "texts"
    folder.mkdir()
    first = "The Ministry said 1,300 men from Tajikistan had left. Later 150 men from Tajikistan returned.\n"
    (folder / "first.txt").write_text(first, "utf8")
    (folder / "second.txt").write_text("Some 200 people from Russia went too, the Ministry says.\n", "utf8")
    (folder / "third.txt").write_text("Nobody was counted in this report from the mountains.\n", "utf8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    return folder
