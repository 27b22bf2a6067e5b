"""Names that strangers gave to files."""

from __future__ import annotations

import pytest

from sayso.web.names import bare, suffixed

NAMES = {
    "report.txt": "report.txt",
    "../../etc/passwd": "passwd",
    "C:\\Users\\a\\b.html": "b.html",
    "..": "unnamed",
    "": "unnamed",
    "/": "unnamed",
    ".txt": "txt",
    "a\0b\n\x1b[31m.txt": "ab[31m.txt",
    "gpj\u202e.txt": "gpj.txt",
    "  spaced .md ": "spaced.md",
    "ünï код.htm": "ünï код.htm",
    "a.b.c": "a.b.c",
    "\ud800.txt": "txt",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_only_a_name(name: str) -> None:
    assert bare(name) == NAMES[name]


def test_long_names_keep_their_suffix() -> None:
    held = bare("ж" * 500 + ".html")
    assert held.endswith("ж.html") and len(held.encode()) <= 180


def test_a_saved_document_has_a_suffix() -> None:
    assert suffixed("a/b", "text/plain") == "a_b.txt"
    assert suffixed("..", "text/html") == "document.html"
    assert suffixed("x.txt", "text/plain") == "x.txt"
