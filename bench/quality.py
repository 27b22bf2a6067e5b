"""What is found and how sure sayso may be of it, by the scorer of the gold standard."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from corpus import GOLD, ROOT, SAMPLES, SHARED
from tabular import table

CODED = ROOT / "tests" / "coded"
Record = dict[str, Any]
Gold = dict[str, list[Record]]
# Name, annotations, texts, and whether the second coder's answers count. Only held-out and fresh texts tell what a
# stranger's text would give, and only fresh ones how honest confidence is there: its rates are measured on held-out texts, too.
SPLITS: tuple[tuple[str, Path, Path, bool], ...] = (
    ("seeds", GOLD / "seeds.jsonl", SHARED / "seeds", True),
    ("dev", GOLD / "dev.jsonl", GOLD / "texts", True),
    ("held out", CODED / "heldout.jsonl", CODED / "texts", True),
    ("held out, strict", CODED / "heldout.jsonl", CODED / "texts", False),
    ("fresh", CODED / "fresh.jsonl", CODED / "texts", True),
    ("fresh, strict", CODED / "fresh.jsonl", CODED / "texts", False),
    ("open", CODED / "open.jsonl", CODED / "texts", True),
    ("samples", CODED / "samples.jsonl", SAMPLES, True),
)
MEASURES = (
    "gold", "predicted", "found_precision", "found_recall", "found_f1", "interval", "quantifier", "unit", "category", "origin",
    "origin_given", "location", "location_given", "as_of", "as_of_given", "source", "source_given", "chain", "disputed", "disputed_given",
    "part_of", "part_of_given", "complete_f1",
)  # fmt: skip
BINS = 10


def quality() -> dict[str, Any] | None:
    """Score and print every split and the calibration; None where there is no scorer."""
    if not (GOLD / "score.py").is_file():
        print("\nQuality: not measured, ../shared/gold with its scorer is absent")
        return None
    sys.path[:0] = [str(GOLD), str(ROOT / "src")]
    scorer = import_module("score")
    splits = [split for split in SPLITS if split[1].is_file()]
    read = {name: (_gold(scorer, marks, texts, also), _predictions(marks, texts)) for name, marks, texts, also in splits}
    scores = {name: scorer.score(*pair) for name, pair in read.items()}
    print("\nQuality: share of the matched figures that are right, by field (strict: only the first coder's answer counts)\n")
    print(table(["measure", *scores], [[measure, *(score[measure] for score in scores.values())] for measure in MEASURES]))
    own: list[str] = [name for name in ("held out", "open", "samples") if name in read]
    groups: dict[str, list[str]] = {"own coded texts (" + ", ".join(own) + ")": own}
    groups |= {"held out alone": ["held out"], "fresh (the rates do not come from it)": ["fresh"], "dev": ["dev"]}
    bins = {}
    for title, names in groups.items():
        bins[title] = calibration(verdict for name in names if name in read for verdict in verdicts(scorer, *read[name]))
        _print(title, bins[title])
    return {"scores": scores, "calibration": bins}


def _gold(scorer: Any, marks: Path, texts: Path, also: bool) -> Gold:
    gold: Gold = scorer.read_gold(str(marks), str(texts))
    if not also:
        for figure in (figure for figures in gold.values() for figure in figures):
            figure.pop("also", None)
    return gold


@cache
def _predictions(marks: Path, texts: Path) -> list[Record]:
    """Read and extract each document as a user would, once for all splits that share it; read-only."""
    extract: Callable[[Any], list[Any]] = import_module("sayso").extract
    read = import_module("sayso.read").read
    names = [json.loads(line)["document"] for line in marks.read_text(encoding="utf8").splitlines()]
    found: list[Record] = []
    for document in read([texts / f"{name}.txt" for name in names]):
        if not hasattr(document, "text"):
            print(f"  {document}")
            continue
        try:
            found += [figure.to_dict() for figure in extract(document)]
        except Exception as error:  # a crash costs this document, and the others are still worth knowing
            print(f"  CRASH in {document.name}: {error!r}")
    return found


def verdicts(scorer: Any, gold: Gold, predictions: list[Record]) -> Iterator[tuple[float, bool, bool]]:
    """Yield for each prediction its confidence, whether it is a figure at all, and whether it is complete.

    A prediction that meets an optional figure counts neither way, as in the scorer.
    """
    for name, figures in gold.items():
        here = [prediction for prediction in predictions if prediction["document"] == name]
        met = {id(prediction): figure for figure, prediction in scorer.match(figures, here)}
        for prediction in here:
            figure = met.get(id(prediction))
            if figure is None:
                yield prediction["confidence"], False, False
            elif not figure.get("optional"):
                yield prediction["confidence"], True, all(scorer.agrees(field, figure, prediction) for field in scorer.CORE)


def calibration(given: Iterator[tuple[float, bool, bool]]) -> list[Record]:
    """Return, for each tenth of confidence that occurs, how many figures claim it and what share of them is right."""
    bins: dict[int, list[tuple[float, bool, bool]]] = {}
    for mark in given:
        bins.setdefault(min(int(mark[0] * BINS), BINS - 1), []).append(mark)
    return [
        {
            "from": k / BINS, "to": (k + 1) / BINS, "figures": len(held), "claimed": sum(mark[0] for mark in held) / len(held),
            "right": sum(mark[2] for mark in held) / len(held), "no_figure": sum(not mark[1] for mark in held),
        }
        for k, held in sorted(bins.items())
    ]  # fmt: skip


def _print(title: str, rows: list[Record]) -> None:
    print(f"\nCalibration, {title}: claimed confidence against the share right in interval, unit, category, origin and source\n")
    head = ("confidence", "figures", "claimed", "right", "right - claimed", "of them no figure in the gold")
    cells = [
        [f"{row['from']:.1f} to {row['to']:.1f}", row["figures"], row["claimed"], row["right"], f"{row['right'] - row['claimed']:+.2f}",
         row["no_figure"]] for row in rows
    ]  # fmt: skip
    print(table(head, cells))
    count = sum(row["figures"] for row in rows)
    if count:
        error = sum(row["figures"] * abs(row["right"] - row["claimed"]) for row in rows) / count
        mean = sum(row["figures"] * row["right"] for row in rows) / count
        print(f"\n{count} figures, {mean:.2f} of them right; mean distance of claimed from right, weighted by figures: {error:.3f}")
