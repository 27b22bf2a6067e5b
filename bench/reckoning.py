"""What reconciling a ledger costs by its size, and what adding one document to it costs; everything planted has to come out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from child import peak
from launch import Result, launch
from synthetic import Planted, generate
from tabular import table

SIZES, QUICK_SIZES = (2_000, 20_000, 50_000, 100_000, 200_000), (2_000, 10_000)
HEAD = ("figures", "documents", "rebuild CPU s", "cost of a figure", "peak MB", "one more s", "findings", "estimates", "planted")


def reckoning(*, quick: bool) -> list[Result]:
    """Measure and print ledgers of growing size, each in a process of its own."""
    print("\nA ledger of synthetic figures, reconciled from an empty start, then after one more document\n")
    results = [launch({"reckoning": size}, limit=1200) for size in (QUICK_SIZES if quick else SIZES)]
    first = next((result["seconds"] / result["figures"] for result in results if "seconds" in result), 1)
    print(table(HEAD, [_row(result, first) for result in results]))
    return results


def _row(result: Result, first: float) -> list[object]:
    if "failed" in result:
        return [result["reckoning"], None, result["failed"], *[None] * 6]
    ratio = result["seconds"] / result["figures"] / first
    return [
        result["figures"], result["documents"], result["seconds"], ratio, result["peak"], result["more"], result["findings"],
        result["estimates"], result["planted"],
    ]  # fmt: skip


def measure(size: int) -> dict[str, Any]:
    """Fill a ledger, reconcile it, add one document, reconcile again; run by child.py."""
    import sayso
    from sayso.ledger.reckoning import refresh

    with TemporaryDirectory() as folder, sayso.open(Path(folder) / "bench.db") as ledger:
        store = ledger._store(create=True)
        pages, planted = generate(size)
        count = figures = 0
        for document, made in pages:
            store.add(document, made)
            count, figures = count + 1, figures + len(made)
        start = process_time()
        refresh(store)
        spent = process_time() - start
        most = peak()
        found = ledger.findings()
        more = [_one_more(store, number) for number in range(5)]
        return {
            "figures": figures, "documents": count, "seconds": spent, "peak": most, "more": sorted(more)[2], "findings": len(found),
            "estimates": len(ledger_estimates(store)), "planted": come_out(planted, found),
        }  # fmt: skip


def _one_more(store: Any, number: int) -> float:
    from sayso.ledger.reckoning import refresh

    extra, _ = generate(200, seed=1000 + number)
    document, made = next(iter(extra))
    start = perf_counter()
    store.add(document, made)
    refresh(store)
    return perf_counter() - start


def ledger_estimates(store: Any) -> list[Any]:
    """The estimates under the default policy."""
    from sayso.ledger.reckoning import reckoned

    return reckoned(store, "range")


def come_out(planted: Planted, found: Iterable[Any]) -> str:
    """How many of the planted sets stand in a finding of their kind."""
    held: dict[tuple[str, str], list[frozenset[str]]] = {}
    for finding in found:
        for figure in finding.figures:
            held.setdefault((finding.kind.value, figure), []).append(frozenset(finding.figures))
    kinds = {"echoes": "echo", "diverging": "diverging_echo", "conflicts": "conflict", "sums": "arithmetic"}
    wanted = [(kinds[name], figures) for name in kinds for figures in getattr(planted, name)]
    out = sum(any(figures <= one for one in held.get((kind, min(figures)), ())) for kind, figures in wanted)
    return f"{out} of {len(wanted)}"


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
