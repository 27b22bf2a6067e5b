"""Measure how often each kind of rule is right, and write languages/en/confidence.yaml.

usage: python tools/calibrate.py path/to/gold   (the folder with score.py; the coded texts are those of tests/coded)
"""

from __future__ import annotations

import importlib
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from sayso.find.confidence import FIELDS, KINDS, REST, kind
from sayso.pipeline import extract
from sayso.read import read

ROOT = Path(__file__).resolve().parents[1]
# No rule is tuned on the held-out texts, so they tell best what a stranger's text will give: they count twice.
# The fresh ones stay out: they are the test of what is written here.
CODED = (
    (ROOT / "tests/coded/heldout.jsonl", ROOT / "tests/coded/texts", 2),
    (ROOT / "tests/coded/open.jsonl", ROOT / "tests/coded/texts", 1),
    (ROOT / "tests/coded/samples.jsonl", ROOT / "src/sayso/samples", 1),
)
TARGET = ROOT / "src/sayso/languages/en/confidence.yaml"
PRIOR, WEIGHT = 0.8, 4
HEAD = """# The share of figures that were right in a field, by the kind of rule that gave it (see find/confidence.py).
# Written by tools/calibrate.py from the project's own coded texts (tests/coded; the held-out ones count twice).
# Small counts are drawn to 0.8.
"""


def pairs(score: Any) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Return every predicted figure with the gold figure that it matches, or None, as often as its texts count."""
    out = []
    for gold_path, texts, times in CODED:
        gold = score.read_gold(str(gold_path), str(texts))
        for document in read([texts / f"{name}.txt" for name in gold]):
            found = [figure.to_dict() for figure in extract(document)]  # type: ignore[arg-type]
            matched = {id(p): g for g, p in score.match(gold[document.name], found)}  # type: ignore[union-attr]
            out += [(p, matched.get(id(p))) for p in found] * times
    return out


def measured(score: Any) -> dict[str, dict[str, list[float]]]:
    """Return hits and counts by field and kind of rule."""
    counts: dict[str, dict[str, list[float]]] = {f: defaultdict(lambda: [PRIOR * WEIGHT, WEIGHT]) for f in FIELDS}
    for p, g in pairs(score):
        for field in FIELDS:
            if field != "found" and g is None:
                continue
            cell = counts[field][kind(field, p["why"].get(field, ""))]
            cell[0] += g is not None if field == "found" else score.agrees(field, g, p)
            cell[1] += 1
    return counts


def main(gold: str) -> None:
    """Measure and write the table."""
    sys.path.insert(0, gold)
    score = importlib.import_module("score")
    counts = measured(score)
    lines = [HEAD]
    for field in FIELDS:
        cells = {name: counts[field][name] for name in [*(n for n, _ in KINDS[field]), REST]}
        lines.append(f"{field}: {{{', '.join(f'{name}: {hit / n:.3f}' for name, (hit, n) in cells.items())}}}\n")
    TARGET.write_text("".join(lines), encoding="utf8")
    print(json.dumps({f: {k: int(v[1] - WEIGHT) for k, v in c.items()} for f, c in counts.items()}))


if __name__ == "__main__":
    main(sys.argv[1])
