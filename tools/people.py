"""Build languages/en/people-broad.txt: nouns that mean a person first, from WordNet (Debian's wordnet-base).

usage: python tools/people.py [/usr/share/wordnet] > src/sayso/languages/en/people-broad.txt

A lemma is kept where its most frequent sense lies in WordNet's lexical file 18 (noun.person), is not the name of
one person, and where people.yaml beside this file does not drop it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

PERSON = 18
LISTS = yaml.safe_load((Path(__file__).parent / "people.yaml").read_text(encoding="utf8"))
DROP = frozenset(LISTS["drop"]) - frozenset(LISTS["keep"]) | frozenset(LISTS["tribes"])


def senses(folder: Path) -> dict[str, tuple[int, bool]]:
    """Map a synset's offset to its lexical file and whether it is one named individual."""
    found = {}
    for line in (folder / "data.noun").read_text(encoding="latin1").splitlines():
        if line[0] != " ":
            parts = line.split(" | ")[0].split()
            found[parts[0]] = (int(parts[1]), "@i" in parts)
    return found


def lemmas(folder: Path) -> Iterator[str]:
    """Yield each kept lemma."""
    files = senses(folder)
    for line in (folder / "index.noun").read_text(encoding="latin1").splitlines():
        if line[0] == " ":
            continue
        parts = line.split()
        lemma, synsets = parts[0], parts[-int(parts[2]) :]
        lexical_file, named = files[synsets[0]]
        word = lemma.isascii() and lemma.replace("-", "").isalpha() and len(lemma) > 2
        if lexical_file == PERSON and not named and word and lemma not in DROP:
            yield lemma


if __name__ == "__main__":
    for lemma in sorted(lemmas(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"))):
        print(lemma)
