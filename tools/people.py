"""Build two word lists from WordNet (Debian's wordnet-base): nouns that mean a person first, and nouns that only look like one.

usage: python tools/people.py people > src/sayso/languages/en/people-broad.txt
       python tools/people.py things > src/sayso/languages/en/things.txt

A lemma is a person where its most frequent sense lies in WordNet's lexical file 18 (noun.person), is not the name of
one person, and where people.yaml beside this file does not drop it. A lemma with the ending of a person ("tanker", "elephant") is a
thing where WordNet knows of no person of that name, or where people.yaml drops it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

PERSON = 18
LISTS = yaml.safe_load((Path(__file__).parent / "people.yaml").read_text(encoding="utf8"))
ENDINGS = ("er", "or", "ist", "ian", "eer", "ee", "ant", "ite", "crat", "naut", "an")
DROP = frozenset(LISTS["drop"]) - frozenset(LISTS["keep"]) | frozenset(LISTS["tribes"])


def senses(folder: Path) -> dict[str, tuple[int, bool]]:
    """Map a synset's offset to its lexical file and whether it is one named individual."""
    found = {}
    for line in (folder / "data.noun").read_text(encoding="latin1").splitlines():
        if line[0] != " ":
            parts = line.split(" | ")[0].split()
            found[parts[0]] = (int(parts[1]), "@i" in parts)
    return found


def entries(folder: Path) -> Iterator[tuple[str, list[tuple[int, bool]]]]:
    """Yield each plain noun with the lexical file of its senses and whether each is one named individual, the most frequent first."""
    files = senses(folder)
    for line in (folder / "index.noun").read_text(encoding="latin1").splitlines():
        if line[0] == " ":
            continue
        parts = line.split()
        lemma, synsets = parts[0], parts[-int(parts[2]) :]
        if lemma.isascii() and lemma.replace("-", "").isalpha() and len(lemma) > 2:
            yield lemma, [files[synset] for synset in synsets]


def people(folder: Path) -> Iterator[str]:
    """Yield each noun of persons."""
    for lemma, found in entries(folder):
        if found[0] == (PERSON, False) and lemma not in DROP:
            yield lemma


def things(folder: Path) -> Iterator[str]:
    """Yield each noun that ends like one of persons and is none."""
    for lemma, found in entries(folder):
        thing = lemma in DROP or found[0][0] != PERSON
        if lemma.endswith(ENDINGS) and "-" not in lemma and thing and lemma not in LISTS["both"] and lemma not in LISTS["tribes"]:
            yield lemma


if __name__ == "__main__":
    made = {"people": people, "things": things}[sys.argv[1]](Path("/usr/share/wordnet"))
    head = {
        "people": "Nouns whose first sense in WordNet 3.0 is a person",
        "things": "Nouns that end like one of persons and are none in WordNet 3.0",
    }[sys.argv[1]]
    print(f"# {head} (tools/people.py). WordNet 3.0 Copyright 2006 by Princeton University; see NOTICE.")
    print(*sorted(made), sep="\n")
