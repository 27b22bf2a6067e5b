"""Every command and program that README.md, CONTRIBUTING.md, CHANGELOG.md and docs/ show does what they say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from find.casebook import cases, differences

from .markdown import Shown, agrees, renewed, shown
from .measure import ROOT
from .terminal import Terminal

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SET_UP = ("make", "pip", "git", "cd", ".ci/run")
"""Commands that set the project up or run its tests: that they exist is checked, and they are not run from within a test."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    terminal = Terminal(tmp_path)
    if request.config.getoption("--update-shown"):
        page.write_text(renewed(page, lambda one: answer(one, terminal)), "utf8")
        return
    for one in shown(page):
        printed = answer(one, terminal)
        if printed is not None and one.printed is not None:
            assert agrees(one.printed, printed), f"{one.code}\nprints\n" + "\n".join(printed) + "\nMend the page with: make shown"


def answer(one: Shown, terminal: Terminal) -> list[str] | None:
    """What it prints, None where it is a command that sets something up."""
    if one.python:
        return terminal.run(["python", "-c", one.code])
    if one.code.split()[0] in SET_UP:
        assert known(one.code), f"there is no such thing as: {one.code}"
        return None
    return terminal.run(["sh", "-c", one.code])


def known(command: str) -> bool:
    """Whether a command that sets something up names targets, extras and files that there are."""
    program, *words = command.partition(" #")[0].split()
    if program == "make":
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf8"), re.M)
        return all(word in targets or "=" in word for word in words)
    if program == ".ci/run":
        return (ROOT / program).is_file()
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]["optional-dependencies"]
    return all(extra in declared for extra in re.findall(r"\[(\w+)\]", command))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_is_one_that_is_looked_at(page: Path) -> None:
    """No block is indented, and none is in a language that nobody runs or reads."""
    opened = re.findall(r"^( *)```(\w*)$", page.read_text("utf8"), re.M)[::2]
    assert {language for _, language in opened} <= {"console", "python", "text", "yaml"}
    assert not any(indent for indent, _ in opened)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_cases_that_are_shown_hold(page: Path, tmp_path: Path) -> None:
    for at, shown_case in enumerate(re.findall(r"^```yaml\n(.*?)^```$", page.read_text("utf8"), re.M | re.S)):
        (tmp_path / f"shown{at}.yaml").write_text(shown_case, "utf8")
    assert [differences(case) for case in cases(tmp_path)] == [[]] * len(cases(tmp_path))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf8")):
        assert (page.parent / link).exists(), f"{page.name} links to {link}"


def test_targets_that_do_not_exist_are_noticed() -> None:
    assert known("make test PYTHON=python3.12  # with another Python") and not known("make tset")
    assert known('pip install "sayso[excel]"') and not known('pip install "sayso[exel]"')


def test_three_dots_stand_for_lines() -> None:
    assert agrees(["a", "...", "d"], ["a", "b", "c", "d"]) and agrees(["a", "..."], ["a"])
    assert not agrees(["a", "...", "d"], ["a", "b", "c"]) and not agrees(["a"], ["a", "b"])
