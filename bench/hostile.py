"""Texts made to hurt: twice the size should take twice the time."""

from __future__ import annotations

from corpus import HOSTILE
from launch import Result, launch
from tabular import table

SIZE, SMALL = 500_000, 8_000
LIMIT, QUICK_LIMIT = 40, 15
FLAG = 3.0
HEAD = ("input", "n", "CPU s at n", "at 2n", "2n / n", "MB/CPU s at 2n", "peak MB at 2n", "")


def hostile(*, quick: bool) -> list[Result]:
    """Measure and print each input at n and 2n; where n is out of reach, at a smaller n."""
    size, limit = (SIZE // 10, QUICK_LIMIT) if quick else (SIZE, LIMIT)
    print(f"\nHostile inputs of n and 2n code points (linear: 2, flagged above {FLAG:g} or above {limit} CPU seconds)\n", flush=True)
    results = [_pair(kind, size, limit) for kind in HOSTILE]
    print(table(HEAD, [_row(result) for result in results]))
    flagged = [result["hostile"] for result in results if result["flag"]]
    print(f"\n{len(flagged)} of {len(results)} flagged" + (": " + ", ".join(flagged) if flagged else ""))
    return results


def _pair(kind: str, size: int, limit: float) -> Result:
    at, over = size, ""
    while True:
        one = _one(kind, at, limit)
        two = one if "failed" in one else _one(kind, 2 * at, limit)
        failed = one.get("failed") or two.get("failed")
        if not failed or at <= SMALL:
            break
        over, at = over or f"{failed} at {size if 'failed' in one else 2 * size:,}", at // 8
    ratio = None if failed else two["seconds"] / one["seconds"]
    return {
        "hostile": kind, "n": at, "one": one.get("seconds"), "two": two.get("seconds"), "ratio": ratio, "rate": two.get("rate"),
        "peak": two.get("peak"), "flag": _flag(ratio, over or failed or ""),
    }  # fmt: skip


def _flag(ratio: float | None, over: str) -> str:
    """Say what is wrong: the ratio, or no more than that the time is long."""
    if ratio is not None and ratio <= FLAG:
        return f"SLOW ({over})" if over else ""
    return f"NOT LINEAR ({over})" if over else "NOT LINEAR"


def _one(kind: str, size: int, limit: float) -> Result:
    return launch({"tool": "sayso", "hostile": kind, "size": size}, limit=limit)


def _row(result: Result) -> list[object]:
    return [result["hostile"], result["n"], result["one"], result["two"], result["ratio"], result["rate"], result["peak"], result["flag"]]
