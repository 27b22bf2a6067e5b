"""The codebook as a frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from sayso.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Category:
    """One thing that can be said of counted people: its code, the word to show and a sentence that draws its borders."""

    code: str
    label: str
    description: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """What the codes of figures mean.

    `categories` are in the order in which tables list them; `quantifiers` and `units` map each code to its meaning; `places`
    maps the codes of countries, regions and some parts of countries to display names ("TJ" to Tajikistan).
    """

    categories: tuple[Category, ...]
    quantifiers: Mapping[str, str]
    units: Mapping[str, str]
    places: Mapping[str, str]

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the categories, in order."""
        return tuple(category.code for category in self.categories)

    def category(self, code: str) -> Category:
        """The category of this code; UnknownName with the nearest and all others where there is none."""
        found = next((category for category in self.categories if category.code == code), None)
        if found is None:
            near = get_close_matches(code.casefold(), self.codes, 1, 0.5)
            hint = f"Did you mean {near[0]!r}? " if near else ""
            raise UnknownName(f"there is no category {code!r}", advice=f"{hint}There are: {', '.join(self.codes)}.")
        return found

    def label(self, code: str) -> str:
        """The word to show for a category; the code itself where there is none."""
        return next((category.label for category in self.categories if category.code == code), code)

    def place(self, code: str) -> str:
        """The display name of a place or a people; the code itself where it has none.

        >>> from sayso.codebook import load
        >>> [load().place(code) for code in ("TJ", "region:Central Asia", "ethnic:Kurdish", "KG:Osh")]
        ['Tajikistan', 'Central Asia', 'Kurdish', 'Osh, Kyrgyzstan']
        """
        if code in self.places:
            return self.places[code]
        around, colon, name = code.partition(":")
        if not colon or not name:
            return code
        country = self.places.get(around)
        return f"{name}, {country}" if country and country not in name else name
