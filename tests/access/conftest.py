from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.access import Accounts

from .visits import Clock, opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Iterator[Accounts]:
    """Accounts in which nobody is yet."""
    with opened(tmp_path / "sayso.db", clock) as held:
        yield held
