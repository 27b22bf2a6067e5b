"""Who a figure goes back to, and when two of them are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from types import MappingProxyType

from sayso.languages import compared
from sayso.model import Figure, Role, Source

ReadAs = Mapping[str, str]
"""Compared names of sources that are read as another one, and as which."""

NOTHING: ReadAs = MappingProxyType({})
Identity = tuple[str, Hashable]
"""A name as it is compared, and the document that it is confined to ("" where it holds everywhere)."""


def origin(figure: Figure) -> Source | None:
    """The last link of the chain, whom the count goes back to: the publisher if it is the only one, None where there is none."""
    named = [source for source in figure.attribution if source.role is not Role.PUBLISHER]
    return (named or figure.attribution or (None,))[-1]


def document(figure: Figure) -> str:
    """What tells the document of a figure from others."""
    return figure.document_fingerprint or figure.document


def identity(figure: Figure, read_as: ReadAs = NOTHING) -> Identity:
    """What tells the origin of a figure from others.

    Names are compared without case, accents, articles, titles and punctuation, and `read_as` has those that are linked to
    another one. A name without any proper word
    ("police", "a new report") is the same only within its own document; a figure that is credited to
    nobody goes back to its document.
    """
    source = origin(figure)
    return known_as(compared(source.name) if source else None, document(figure), read_as)


def known_as(name: tuple[str, bool] | None, home: Hashable, read_as: ReadAs) -> Identity:
    """The same of a name as it is compared, with whether it has a proper word, None for nobody, and its document."""
    if name is None:
        return "", home
    return (read_as.get(name[0], name[0]), "") if name[1] else (name[0], home)


def labels(figures: Iterable[Figure], read_as: ReadAs = NOTHING) -> dict[Identity, str]:
    """One readable name for every origin: the spelling that is used most, then the first by letter.

    Where one name stands for several origins (the police of two texts) the document is added.
    """
    spellings: dict[Identity, Counter[str]] = {}
    homes: dict[Identity, str] = {}
    for figure in figures:
        key = identity(figure, read_as)
        source = origin(figure)
        spellings.setdefault(key, Counter())[" ".join((source.name if source else figure.document).split())] += 1
        homes[key] = figure.document
    best = {key: min(names, key=lambda name, names=names: (-names[name], name)) for key, names in spellings.items()}  # type: ignore[misc]
    twice = Counter(name.casefold() for name in best.values())
    return {key: f"{name} [{homes[key]}]" if twice[name.casefold()] > 1 and key[1] and key[0] else name for key, name in best.items()}
