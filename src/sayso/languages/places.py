"""The places and peoples of a language: names to codes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.languages import files

PART = re.compile(r"['’]s\b|(?:[A-Za-z]\.){2,}|[^\W_]+(?:[-‑&\u00ad][^\W_]+|['’](?!s\b)[^\W_]+)*|[^\s.]")
NAME, PEOPLE = "name", "people"


@dataclass(frozen=True, slots=True)
class Entry:
    """One name: its words in lower case after the first, its code, and whether it names a place or a people."""

    rest: tuple[str, ...]
    code: str
    kind: str


Gazetteer = dict[str, tuple[Entry, ...]]


def _spellings(entry: Any) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry)


def _divisions(language: str, name: str) -> Iterator[tuple[str, str, str]]:
    for country, entries in files.words(language, f"places/{name}").items():
        for entry in entries:
            spellings = _spellings(entry)
            for spelling in spellings:
                yield spelling, f"{country}:{spellings[0]}", NAME


def _named(language: str, name: str) -> Iterator[tuple[str, str, str]]:
    for code, entry in files.words(language, f"places/{name}").items():
        for spelling in entry.get("names", ()):
            yield spelling, code, NAME
        for spelling in entry.get("people", ()):
            yield spelling, code, PEOPLE


def _all(language: str) -> Iterator[tuple[str, str, str]]:
    peoples = {name for name, _, kind in _named(language, "countries") if kind == PEOPLE} | {
        name for some in files.words(language, "places/peoples").values() for name in some
    }
    for name, codes in files.words(language, "places/ambiguous").items():
        yield name, codes[0], PEOPLE if name in peoples else NAME
    yield from _named(language, "countries")
    yield from _named(language, "regions")
    for code, spellings in files.words(language, "places/peoples").items():
        for spelling in spellings:
            yield spelling, code, PEOPLE
    yield from _divisions(language, "provinces")
    yield from _divisions(language, "cities")


def _spelt(entries: Iterator[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield each name, then those with accents without them, since wires leave them out: "Usulutan"."""
    accented = []
    for spelling, code, kind in entries:
        yield spelling, code, kind
        if not spelling.isascii():
            accented.append((_bare(spelling), code, kind))
    yield from accented


def _bare(spelling: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", spelling) if not unicodedata.combining(c))


@cache
def gazetteer(language: str) -> Gazetteer:
    """Return the names of a language by their first word in lower case, longer names first; treat it as read-only."""
    found: dict[str, dict[tuple[str, ...], Entry]] = {}
    for spelling, code, kind in _spelt(_all(language)):
        words = [w.lower().replace("’", "'") for w in PART.findall(spelling)]
        if words and words[0] == "the" and len(words) > 1:
            words = words[1:]
        found.setdefault(words[0], {}).setdefault(tuple(words[1:]), Entry(tuple(words[1:]), code, kind))
    return {first: tuple(sorted(entries.values(), key=lambda e: -len(e.rest))) for first, entries in found.items()}
