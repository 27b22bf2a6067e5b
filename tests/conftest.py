from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-shown", action="store_true", help="write what the commands in README.md and docs/ print into these files")
