"""What a text costs by its size: linear means that the cost of a megabyte stays the same."""

from __future__ import annotations

from launch import Result, launch
from tabular import table

MANY, QUICK_MANY = (1, 2, 5, 10, 20, 50, 100), (1, 2, 5)
SINGLE, QUICK_SINGLE = (1, 5, 20), (0.25, 0.5, 1)
LIMIT, QUICK_LIMIT = 300, 60
HEAD = ("MB", "documents", "CPU s", "MB/CPU s", "cost of a MB, first row = 1", "peak MB", "figures")


def curve(*, quick: bool) -> dict[str, list[Result]]:
    """Measure and print many documents together, and one document, of growing size."""
    limit = QUICK_LIMIT if quick else LIMIT
    results = {}
    for title, form, sizes in (
        ("many documents", "documents", QUICK_MANY if quick else MANY),
        ("one document", "whole", QUICK_SINGLE if quick else SINGLE),
    ):
        print(f"\nSize against cost, {title}\n")
        results[title] = [_one(form, size, limit) for size in sizes]
        first = next((result["seconds"] / result["mb"] for result in results[title] if "seconds" in result), None)
        for result in results[title]:
            result["ratio"] = result["seconds"] / result["mb"] / first if first and "seconds" in result else None
        print(table(HEAD, [_row(size, result) for size, result in zip(sizes, results[title], strict=True)]))
    return results


def _one(form: str, size: float, limit: float) -> Result:
    spec = {"tool": "sayso", "corpus": "all", "form": form, "size": int(size * 1e6), "cap": limit}
    return launch(spec, limit=limit)


def _row(size: float, result: Result) -> list[object]:
    if "failed" in result:
        return [size, None, result["failed"], None, "NOT LINEAR", None, None]
    return [size, result["documents"], result["seconds"], result["rate"], result["ratio"], result["peak"], result["found"]]
