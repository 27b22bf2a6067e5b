"""The scores of the coded documents, and the floors under them; with --update, write the present values as floors.

usage: python tests/gold/floors.py [--update]
"""

from __future__ import annotations

import json
import math
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"
CODED = ROOT / "tests" / "coded"
FLOORS = Path(__file__).with_name("floors.yaml")
HEAD = """\
# Floors under the scores of the coded documents: found_f1 and complete_f1 over all figures, the others the shares of the matched figures
# that are right, as the scorer of the gold standard has them.
# `digest` is the sha256 of the annotations and texts that they were measured on. Whoever lowers a floor, or changes annotations or
# texts, says so in the commit. Written by: python tests/gold/floors.py --update
"""
MEASURES = (
    "found_f1",
    "complete_f1",
    "interval",
    "quantifier",
    "unit",
    "category",
    "origin",
    "location",
    "as_of",
    "source",
    "chain",
    "disputed",
    "part_of",
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """One set of coded documents: annotations, one JSON line a document, and the folder of the texts."""

    name: str
    annotations: Path
    texts: Path

    @property
    def files(self) -> list[Path]:
        lines = self.annotations.read_text("utf8").splitlines()
        return [self.texts / f"{json.loads(line)['document']}.txt" for line in lines]

    @property
    def digest(self) -> str:
        """Digest of the annotations and of every text, in their order."""
        parts = [self.annotations.read_bytes(), *(path.read_bytes() for path in self.files)]
        return sha256(b"\0".join(sha256(part).digest() for part in parts)).hexdigest()


CORPORA = (
    Corpus("seeds", GOLD / "seeds.jsonl", SHARED / "seeds"),
    Corpus("heldout", CODED / "heldout.jsonl", CODED / "texts"),
    Corpus("fresh", CODED / "fresh.jsonl", CODED / "texts"),
    Corpus("open", CODED / "open.jsonl", CODED / "texts"),
    Corpus("samples", CODED / "samples.jsonl", ROOT / "src" / "sayso" / "samples"),
)


def scorer() -> Any:
    """The scorer of the gold standard; ModuleNotFoundError where it is absent."""
    sys.path.insert(0, str(GOLD))
    try:
        return import_module("score")
    finally:
        sys.path.remove(str(GOLD))


@cache
def measured(corpus: Corpus) -> dict[str, float]:
    """Score the figures that a user would get of these documents."""
    read, extract = import_module("sayso.read").read, import_module("sayso.pipeline").extract
    found = [figure.to_dict() for document in read(corpus.files) for figure in extract(document)]
    score = scorer()
    scores: dict[str, float] = score.score(score.read_gold(str(corpus.annotations), str(corpus.texts)), found)
    return {measure: scores[measure] for measure in MEASURES}


def floors() -> dict[str, Any]:
    """Floors and digests by the name of the corpus."""
    return yaml.safe_load(FLOORS.read_text("utf8")) or {} if FLOORS.exists() else {}


def down(share: float) -> float:
    """Round down to a hundredth."""
    return math.floor(share * 100 + 1e-9) / 100


def _written(corpus: Corpus) -> str:
    values = ", ".join(f"{measure}: {down(value):.2f}" for measure, value in measured(corpus).items())
    return f"{corpus.name}:\n  digest: {corpus.digest}\n  floors: {{{values}}}\n"


def main(flags: list[str]) -> int:
    sys.path.insert(0, str(ROOT / "src"))
    held = floors()
    for corpus in CORPORA:
        old = held.get(corpus.name, {}).get("floors", {})
        print(f"{corpus.name}" + ("" if held.get(corpus.name, {}).get("digest") == corpus.digest else "  (texts or annotations changed)"))
        for measure, value in measured(corpus).items():
            print(f"  {measure:12} {value:.3f}  floor {old.get(measure, 0):.2f}{'  LOWER' if value < old.get(measure, 0) - 1e-9 else ''}")
    if "--update" in flags:
        FLOORS.write_text(HEAD + "".join(_written(corpus) for corpus in CORPORA), "utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
