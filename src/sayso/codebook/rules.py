"""What is comparable, what adds up to what, and the named policies: reckoning.yaml as a frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from sayso.codebook.loading import shipped_file


@dataclass(frozen=True, slots=True)
class Policy:
    """One way from rival counts to an estimate: its name, the number of its version and what it does in one sentence."""

    name: str
    version: int
    label: str
    description: str


@dataclass(frozen=True, slots=True)
class Rules:
    """By what rules figures are compared and reckoned with.

    `windows` are days by category, `window` those of all others; counts of `changing` categories go up and down from day to day;
    `families` are categories whose parts may stand for each other's,
    `balances` pairs of which the first is never above the second; `groups` maps a noun to who is counted, `anyone` are nouns of no
    smaller set and `implied` maps a category to groups that it says already; counts of `loose` categories are compared with none;
    `about` is by how many per cent an approximate number reaches up and down. `within` maps a code to the one around it,
    `members` the other way round; `across` maps a place to those that it lies across. `digest` tells these rules from others.
    """

    windows: Mapping[str, int]
    window: int
    cumulative: frozenset[str]
    changing: frozenset[str]
    placeless: frozenset[str]
    families: tuple[tuple[str, ...], ...]
    balances: tuple[tuple[str, str], ...]
    anyone: frozenset[str]
    groups: Mapping[str, str]
    implied: Mapping[str, frozenset[str]]
    across: Mapping[str, tuple[str, ...]]
    loose: frozenset[str]
    about: int
    policies: Mapping[str, Policy]
    within: Mapping[str, str] = field(repr=False)
    members: Mapping[str, tuple[str, ...]] = field(repr=False)
    countries: frozenset[str] = field(repr=False)
    digest: str = ""

    def around(self, code: str) -> str | None:
        """The code of what a place or people lies in: its country, its region; None at the top."""
        if code in self.within:
            return self.within[code]
        country, colon, _ = code.partition(":")
        return country if colon and country in self.countries else None

    def family(self, category: str) -> str:
        """The first category of those whose parts may stand for this one's."""
        return next((family[0] for family in self.families if category in family), category)

    def group(self, noun: str, category: str) -> str:
        """Who is counted by this noun, "" where it is anyone of the category."""
        word = noun.casefold()
        found = self.groups.get(word) or ("" if word in self.anyone or noun[:1].isupper() else word)
        return "" if found in self.implied.get(category, ()) else found


@cache
def rules() -> Rules:
    """The rules that ship with sayso."""
    texts = [files("sayso.codebook").joinpath(name).read_text("utf8") for name in ("reckoning.yaml", "places.yaml")]
    held, places = shipped_file("reckoning.yaml"), shipped_file("places.yaml")
    within, members = _places(places)
    return Rules(
        windows=held["windows"],
        window=held["window"],
        cumulative=frozenset(held["cumulative"]),
        changing=frozenset(held["changing"]),
        placeless=frozenset(held["placeless"]),
        families=tuple(tuple(family) for family in held["families"]),
        balances=tuple((less, more) for less, more in held["balances"]),
        anyone=frozenset(held["anyone"]),
        groups={noun: group for group, nouns in held["groups"].items() for noun in nouns},
        implied={category: frozenset(groups) for category, groups in held["implied"].items()},
        across={place: tuple(others) for place, others in held["across"].items()},
        loose=frozenset(held["loose"]),
        about=held["about"],
        policies={name: Policy(name, **entry) for name, entry in held["policies"].items()},
        within=within,
        members=members,
        countries=frozenset(places["countries"]),
        digest=blake2b("\0".join(texts).encode("utf8"), digest_size=8).hexdigest(),
    )


def _places(places: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """What lies in what, and the other way round."""
    within: dict[str, str] = {}
    for section, key in (("countries", "region"), ("parts", "within"), ("regions", "within")):
        within |= {code: entry[key] for code, entry in places[section].items() if entry[key]}
    members: dict[str, list[str]] = {}
    for code in places["countries"]:
        if code in within:
            members.setdefault(within[code], []).append(code)
    return within, {region: tuple(sorted(codes)) for region, codes in members.items()}
