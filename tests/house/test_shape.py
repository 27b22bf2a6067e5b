"""The size of files and functions: small enough that each can be read in one go."""

from __future__ import annotations

import re
from statistics import median, quantiles

import pytest

from .measure import ROOT, files, functions, modules

FOLDERS = ("src", "tests", "tools", "bench")
FORBIDDEN = re.compile(r"\b(?:util|utils|common|helper|helpers|misc|manager|managers)\b")
ONE_WORD = re.compile(r"[a-z]+|__[a-z]+__")
TEST = re.compile(r"test_[a-z]+")


@pytest.mark.parametrize("folder", FOLDERS)
def test_files_are_short(folder: str) -> None:
    sizes = [file.lines for file in files(folder)]
    assert median(sizes) <= 120
    assert len(sizes) < 2 or quantiles(sizes, n=10, method="inclusive")[-1] < 250
    assert [file for file in files(folder) if file.lines > 400] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_functions_are_short(folder: str) -> None:
    assert median(function.lines for function in functions(folder)) <= 10
    assert [function for function in functions(folder) if function.lines > 60] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_functions_take_at_most_six_parameters(folder: str) -> None:
    assert [function for function in functions(folder) if function.parameters > 6] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_names_of_modules_are_one_word_and_say_something(folder: str) -> None:
    for path in modules(folder):
        names = [*path.relative_to(ROOT).parts[1:-1], path.stem]
        assert not [name for name in names if FORBIDDEN.fullmatch(name)], path
        assert ONE_WORD.fullmatch(path.stem) or (folder == "tests" and TEST.fullmatch(path.stem)), path
