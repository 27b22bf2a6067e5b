"""Reading the word lists that ship with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# The base loader keeps every scalar a string: "no", "on" and the code "NO" stay words.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def words(language: str, name: str) -> Any:
    """Return the content of one YAML word list of a language, all scalars as strings; treat it as read-only."""
    path = files("sayso.languages") / language / f"{name}.yaml"
    return yaml.load(path.read_text(encoding="utf8"), Loader=_LOADER)


def lines(language: str, name: str) -> list[str]:
    """Return the lines of one plain word list, without comments and empty ones."""
    text = (files("sayso.languages") / language / f"{name}.txt").read_text(encoding="utf8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def grammar(name: str, language: str = "en") -> frozenset[str]:
    """Return a small closed set of words by which sentences are read (grammar.yaml)."""
    return frozenset(words(language, "grammar")[name])
