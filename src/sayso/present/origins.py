"""Who a figure goes back to, and when two of them are one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from sayso.model import Figure, Role, Source

Identity = tuple[str, str]
"""A name as it is compared, and the document that it is confined to ("" where it holds everywhere)."""


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    text = files("sayso.present").joinpath("sources.yaml").read_text("utf8")
    return {name: frozenset(words) for name, words in yaml.safe_load(text).items()}


def origin(figure: Figure) -> Source | None:
    """The last link of the chain, whom the count goes back to: the publisher if it is the only one, None where there is none."""
    named = [source for source in figure.attribution if source.role is not Role.PUBLISHER]
    return (named or figure.attribution or (None,))[-1]


def document(figure: Figure) -> str:
    """What tells the document of a figure from others."""
    return figure.document_fingerprint or figure.document


def identity(figure: Figure) -> Identity:
    """What tells the origin of a figure from others.

    Names are compared without case, accents, articles, titles and punctuation. A name without any proper word
    ("police", "a new report") is the same only within its own document; a figure that is credited to
    nobody goes back to its document.
    """
    source = origin(figure)
    if source is None:
        return "", document(figure)
    name, proper = _compared(source.name)
    return name, "" if proper else document(figure)


def labels(figures: Iterable[Figure]) -> dict[Identity, str]:
    """One readable name for every origin: the spelling that is used most, then the first by letter.

    Where one name stands for several origins (the police of two texts) the document is added.
    """
    spellings: dict[Identity, Counter[str]] = {}
    homes: dict[Identity, str] = {}
    for figure in figures:
        key = identity(figure)
        source = origin(figure)
        spellings.setdefault(key, Counter())[" ".join((source.name if source else figure.document).split())] += 1
        homes[key] = figure.document
    best = {key: min(names, key=lambda name, names=names: (-names[name], name)) for key, names in spellings.items()}  # type: ignore[misc]
    twice = Counter(name.casefold() for name in best.values())
    return {key: f"{name} [{homes[key]}]" if twice[name.casefold()] > 1 and key[1] and key[0] else name for key, name in best.items()}


@lru_cache(maxsize=10_000)
def _compared(name: str) -> tuple[str, bool]:
    """A name as it is compared, and whether a proper word is in it; every table asks for the same names again and again."""
    words = _bare(name)
    return " ".join(_fold(word) for word in words), _proper(words)


def _bare(name: str) -> list[str]:
    words = re.findall(r"[\w&]+(?:[.'’][\w&]+)*", unicodedata.normalize("NFKC", name))
    words = [re.sub(r"['’]s$", "", word) for word in words]
    droppable = _lists()["articles"] | _lists()["titles"]
    kept = words
    while len(kept) > 1 and _fold(kept[0]) in droppable:
        kept = kept[1:]
    return kept


def _fold(word: str) -> str:
    return re.sub(r"[.'’\u0300-\u036f]", "", unicodedata.normalize("NFKD", word.casefold()))


def _proper(words: list[str]) -> bool:
    """A capitalised word that is not just an ordinary noun at the start of a sentence."""
    ordinary = _lists()["generic"] | _lists()["articles"] | _lists()["titles"]
    return any(not word.islower() and any(letter.isupper() for letter in word) and _fold(word) not in ordinary for word in words)
