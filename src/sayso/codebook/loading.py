"""A codebook from YAML, checked as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from sayso.codebook.book import Category, Codebook
from sayso.errors import CodebookError
from sayso.model import Quantifier, Unit

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # safe, and in C where there is one
_SECTIONS = ("categories", "quantifiers", "units", "places")
_SAMPLE = 'joined: {label: Joined, description: "Left to fight with a group."}'


def load(path: str | Path | None = None) -> Codebook:
    """The codebook that ships with sayso, or the one in a YAML file.

    A file has the sections `categories` (code: {label, description}), `quantifiers` and `units` (code: meaning) and `places`
    (code: name); one that it leaves out is taken from the codebook that ships, and `places` are added to those that it has.
    Raises CodebookError, which names the file, the key and what is expected there.
    """
    if path is None:
        return _shipped()
    held = _content(Path(path))
    where = str(path)
    for name in held:
        if name not in _SECTIONS:
            raise _wrong(where, name, f"one of {', '.join(_SECTIONS)}")
    shipped = _shipped()
    return Codebook(
        categories=_categories(held["categories"], where) if "categories" in held else shipped.categories,
        quantifiers=_meanings(held, "quantifiers", where, [q.value for q in Quantifier]) or shipped.quantifiers,
        units=_meanings(held, "units", where, [u.value for u in Unit]) or shipped.units,
        places={**shipped.places, **_meanings(held, "places", where)},
    )


@cache
def _shipped() -> Codebook:
    held, places = shipped_file("categories.yaml"), shipped_file("places.yaml")
    named = {code: entry["name"] for section in ("regions", "countries", "parts") for code, entry in places[section].items()}
    return Codebook(_categories(held["categories"], "categories.yaml"), held["quantifiers"], held["units"], named)


@cache
def shipped_file(name: str) -> Mapping[str, Any]:
    """The content of one YAML file that ships with the codebook; treat it as read-only."""
    return _parsed(files("sayso.codebook").joinpath(name).read_text("utf8"), name)


def _content(path: Path) -> Mapping[str, Any]:
    try:
        return _parsed(path.read_text("utf8"), str(path))
    except OSError as error:
        advice = "Give the path of a YAML file, or none for the codebook that ships with sayso."
        raise CodebookError(f"the codebook cannot be read ({error.strerror or error})", where=str(path), advice=advice) from error
    except UnicodeDecodeError as error:
        raise CodebookError("the codebook is not UTF-8", where=str(path), advice="Save it as UTF-8.") from error


def _parsed(text: str, where: str) -> Mapping[str, Any]:
    try:
        held = yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        message = " ".join(str(error).split())
        raise CodebookError(f"the codebook is not YAML ({message})", where=where, advice="Mend the line that is named.") from error
    if not isinstance(held, dict):
        raise CodebookError("the codebook is not a mapping", where=where, advice=f"It has the sections {', '.join(_SECTIONS)}.")
    return held


def _categories(held: Any, where: str) -> tuple[Category, ...]:
    if not isinstance(held, dict) or not held:
        raise _wrong(where, "categories", f"categories by their codes, as {_SAMPLE}")
    return tuple(_category(code, entry, where) for code, entry in held.items())


def _category(code: Any, entry: Any, where: str) -> Category:
    key = f"categories.{code}"
    if not isinstance(code, str):
        raise _wrong(where, key, "a code in letters (put a word such as no or on in quotes)")
    if not isinstance(entry, dict) or set(entry) != {"label", "description"}:
        raise _wrong(where, key, f"a label and a description and nothing else, as {_SAMPLE}")
    for field, value in entry.items():
        if not isinstance(value, str) or not value.strip():
            raise _wrong(where, f"{key}.{field}", "a text")
    return Category(code, **entry)


def _meanings(held: Mapping[str, Any], section: str, where: str, codes: list[str] | None = None) -> Mapping[str, str]:
    """A section that maps codes to texts, with exactly these codes if any are given; empty where there is none."""
    found = held.get(section, {})
    if not isinstance(found, dict):
        raise _wrong(where, section, "a text for each code")
    for code, value in found.items():
        if not isinstance(code, str) or not isinstance(value, str) or not value.strip():
            raise _wrong(where, f"{section}.{code}", "a text (put a code such as NO in quotes)")
    if codes and found and set(found) != set(codes):
        raise _wrong(where, section, f"exactly the codes {', '.join(codes)}")
    return found


def _wrong(where: str, key: str, expected: str) -> CodebookError:
    return CodebookError(f"{key} is not as expected", where=where, advice=f"Expected is {expected}.")
