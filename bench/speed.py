"""sayso beside other tools on one core."""

from __future__ import annotations

import rivals
from corpus import shared
from launch import Result, launch
from tabular import table

TOOLS = ("sayso", "regex", "text2num", "recognizers-text", "quantulum3", "sayso and reading")
HEAD = ("tool", "gives", "MB/CPU s", "x sayso", "first pass", "documents/s", "peak MB", "start-up s", "read MB", "share", "results")
SIZE, CAP, LEAST = 5_000_000, 60.0, 50_000
QUICK_SIZE, QUICK_CAP = 500_000, 10.0
CORPORA = (
    ("a", "seeds", "documents", "the seeds repeated to {size} MB, document by document"),
    ("a, one text", "seeds", "whole", "the seeds repeated to {size} MB, as one text"),
    ("b", "dev", "documents", "the development texts repeated to {size} MB, document by document"),
)


def speed(*, quick: bool) -> dict[str, list[Result]]:
    """Measure and print each corpus; sayso is measured again at the end, to show how steady the machine is."""
    size, cap = (QUICK_SIZE, QUICK_CAP) if quick else (SIZE, CAP)
    pythons = {tool: rivals.python(tool) for tool in TOOLS}
    if not shared():
        print("  ../shared is absent: the sample corpus stands in for the seeds and the development texts")
    results = {}
    for key, corpus, form, title in CORPORA:
        print(f"\n({key}) {title.format(size=size / 1e6)}\n")
        results[key] = [_one(tool, pythons[tool], {"corpus": corpus, "form": form, "size": size, "cap": cap}) for tool in (*TOOLS, "sayso")]
        _ratios(results[key])
        print(table(HEAD, [_row(result, size) for result in results[key]], left=2))
        for result in results[key]:
            if "failed" in result:
                print(f"  {result['tool']}: {result['failed']}")
    print("\n" + verdict(results))
    return results


def _one(tool: str, python: tuple[str, str], spec: Result) -> Result:
    if python[1]:
        return {"tool": tool, "failed": f"could not be installed: {python[1]}"}
    while True:
        result = launch({"tool": tool, **spec}, python=python[0], limit=spec["cap"] * 1.5)
        if "failed" not in result or spec["form"] != "whole" or spec["size"] < LEAST:
            return result
        print(f"  {tool}: {result['failed']} with {spec['size'] / 1e6:g} MB, so an eighth of that")
        spec = spec | {"size": spec["size"] // 8}


def _ratios(results: list[Result]) -> None:
    """Set each result's rate against the mean of sayso's."""
    own = [result["rate"] for result in results if result["tool"] == "sayso" and "rate" in result]
    for result in results:
        result["ratio"] = result["rate"] * len(own) / sum(own) if own and "rate" in result else None


def _row(result: Result, size: int) -> list[object]:
    tool = result["tool"]
    if "failed" in result:
        return [tool, rivals.GIVES[tool], *[None] * 9]
    share = f"{min(1.0, result['mb'] * 1e6 / size):.1%}"
    first = result["first"] if result["form"] == "documents" else None
    return [
        tool, rivals.GIVES[tool], result["rate"], result["ratio"], first, result["documents"] / result["seconds"], result["peak"],
        result["startup"], result["mb"], share, None if tool == "text2num" else result["found"],
    ]  # fmt: skip


def verdict(results: dict[str, list[Result]]) -> str:
    """Return the two floors and what was reached."""

    def rate(key: str, tool: str) -> float:
        rates = [result["rate"] for result in results[key] if result["tool"] == tool and "rate" in result]
        return sum(rates) / len(rates) if rates else float("nan")

    where = "" if shared() else "On the sample corpus, which the floors are not meant for (it holds three times as many figures):\n"
    return where + (
        f"(a) sayso / recognizers-text: {rate('a', 'sayso') / rate('a', 'recognizers-text'):.1f} (floor 1)\n"
        f"(b) sayso: {rate('b', 'sayso'):.2f} MB per CPU second (floor 1, aim 3)"
    )
