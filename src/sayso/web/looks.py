"""The templates and what they may say: numbers, codes and counts in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso import __version__
from sayso.codebook import load
from sayso.present.words import interval, plural, readable
from sayso.web.address import link
from sayso.web.navigation import Part
from sayso.web.runs import paragraphs
from sayso.web.sights import STANDINGS
from sayso.web.static import address


def looks(parts: tuple[Part, ...]) -> Environment:
    """An environment in which everything is escaped and nothing that is missing passes in silence."""
    held = Environment(
        loader=PackageLoader("sayso.web", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False, cache_size=-1,
    )  # fmt: skip
    held.globals.update(parts=parts, static=address, version=__version__, link=link)
    held.globals.update(categories=categories, options=options, label=label, pairs=pairs)
    held.globals.update(quantifiers=quantifiers, units=units, countries=countries, standings=STANDINGS, stances=stances)
    held.filters.update(interval=ranged, named=named, places=places, thousands=thousands, plural=plural, words=words)
    held.filters.update(day=day, paragraphs=paragraphs)
    return held


def ranged(held: Mapping[str, Any]) -> str:
    """The interval of something with `low` and `high`, and `least` and `most` where it has them: `1,300–4,000+`."""
    return interval(held["low"], held["high"], held.get("least"), held.get("most"))


def named(code: str) -> str:
    """A code, or a key of several, as people read it."""
    return readable(code, load().places)


def places(codes: Iterable[str]) -> str:
    """Several codes as people read them; nothing for none."""
    return ", ".join(map(named, codes))


def thousands(number: int) -> str:
    """`1,300`."""
    return f"{number:,}"


def day(seconds: int) -> str:
    """The day of a time in seconds since 1970 (UTC): `2026-11-22`."""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def label(category: str) -> str:
    """The word that is shown for a category; the code itself where the codebook does not know it."""
    return load().label(category)


def categories() -> list[tuple[str, str]]:
    """Codes of the categories with their labels, in order."""
    return [(held.code, held.label) for held in load().categories]


def options(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Codes with their words, for a field that offers them."""
    return [(code, words(code)) for code in codes]


def pairs(values: Iterable[str]) -> list[tuple[str, str]]:
    """Values that are shown as they are, for a field that offers them."""
    return [(value, value) for value in values]


def quantifiers() -> list[str]:
    """Codes of how a number is put."""
    return list(load().quantifiers)


def units() -> list[str]:
    """Codes of what is counted."""
    return list(load().units)


@cache
def countries() -> Markup:
    """Codes of countries and regions with their names, as a field suggests them: some three hundred, escaped once and for all."""
    held = [(code, name) for code, name in load().places.items() if ":" not in code or code.startswith("region:")]
    return Markup("").join(Markup('<option value="{}">{}</option>').format(code, name) for code, name in held)


def stances() -> list[tuple[str, str]]:
    """Codes of how figures stand with their words, for a field that offers them."""
    return [(code, told) for code, (told, _) in STANDINGS.items()]


def words(code: str) -> str:
    """A code of words joined by underscores, as words."""
    return code.replace("_", " ")
