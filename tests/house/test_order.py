"""Order in the house: tests where they belong, word lists with their reasons, one version, extras that all have, no strangers."""

from __future__ import annotations

import ast
import doctest
import pkgutil
import re
import tomllib
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest

import sayso

from .measure import ROOT, modules, tree

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))
OUTSIDE = {"coded", "gold", "house"}
"""Folders of tests that belong to no room."""

STRANGE = re.compile(r"/(?:work|home|root|Users|private|tmp)/|file://|[A-Z]:\\Users|(?:pypi|files\.pythonhosted)\.org|localhost")
"""Paths of a machine and addresses of registries."""


def written() -> list[Path]:
    """Every text file of the project that people write."""
    folders = [(ROOT / name).rglob("*") for name in ("src", "tests", "tools", "bench", "docs", ".ci")]
    strange = {"__pycache__", ".venvs", ".git"}  # .git is a file where several checkouts share a history
    files = [path for path in chain(ROOT.glob("*"), *folders) if path.is_file() and not strange & set(path.parts)]
    return [path for path in files if path.suffix in {".py", ".yaml", ".md", ".toml", ".sh", ".sql", ""} or path.name == "run"]


def test_tests_mirror_the_package() -> None:
    rooms = {path.parent.name for path in (ROOT / "src" / "sayso").glob("*/__init__.py")}
    tested = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
    assert tested - OUTSIDE <= rooms
    assert rooms - tested == set()


def test_word_lists_give_their_reasons() -> None:
    for path in (ROOT / "src").rglob("*.yaml"):
        assert path.read_text("utf8").startswith("# "), f"{path} does not begin by saying what it is for"


def test_warnings_are_errors_in_tests() -> None:
    assert PROJECT["tool"]["pytest"]["ini_options"]["filterwarnings"] == ["error"]


def test_one_extra_brings_all_others() -> None:
    extras = set(PROJECT["project"]["optional-dependencies"])
    assert {f"sayso[{extra}]" for extra in extras - {"all", "dev"}} == set(PROJECT["project"]["optional-dependencies"]["all"])


def test_the_changelog_knows_this_version() -> None:
    assert re.search(rf"^## {re.escape(sayso.__version__)}\b", (ROOT / "CHANGELOG.md").read_text("utf8"), re.M)


def test_every_file_made_from_the_work_of_others_is_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text("utf8")
    for path in chain.from_iterable((ROOT / "src").rglob(f"*.{suffix}") for suffix in ("yaml", "txt", "json")):
        credited = re.search("CC BY|Copyright", "".join(path.read_text("utf8", "replace").splitlines(keepends=True)[:12]))
        assert not credited or str(path.relative_to(ROOT)) in notice, f"{path} is not named in NOTICE"


def test_nothing_of_one_machine_is_in_the_project() -> None:
    for path in written():
        found = STRANGE.search(path.read_text("utf8", "replace"))
        assert found is None or path == Path(__file__), f"{path} holds {found}"


def test_no_function_changes_what_others_share() -> None:
    for path in modules("src"):
        assert not any(isinstance(node, ast.Global) for node in ast.walk(tree(path))), f"{path} says global"


@pytest.mark.parametrize("name", sorted(module.name for module in pkgutil.walk_packages(sayso.__path__, "sayso.")))
def test_examples_in_docstrings_hold(name: str) -> None:
    if not name.endswith("__main__"):
        assert doctest.testmod(import_module(name)).failed == 0
