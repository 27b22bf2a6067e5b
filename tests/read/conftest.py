from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.model import Document, Refusal
from sayso.read import read

Reader = Callable[..., Document]


@pytest.fixture
def document(tmp_path: Path) -> Reader:
    """Write a file and read it as the one document that it is."""

    def one(content: str | bytes, name: str = "report.txt") -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        (found,) = read([path])
        assert isinstance(found, Document), str(found)
        return found

    return one


@pytest.fixture
def refusal(tmp_path: Path) -> Callable[..., Refusal]:
    """Write a file and read it as the one refusal that it gives."""

    def one(content: str | bytes, name: str = "report.txt", **options: int) -> Refusal:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        (found,) = read([path], **options)  # type: ignore[arg-type]
        assert isinstance(found, Refusal)
        assert found.reason and found.advice and path.name in found.where
        return found

    return one
