"""The benchmark: python bench/run.py [--only speed|curve|reckoning|serving|hostile|quality] [--quick] (or make bench).

Everything runs on one core, one process at a time; README.md beside this file says what is measured and how to read it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus import shared
from curve import curve
from hostile import hostile
from launch import HERE
from quality import quality
from reckoning import reckoning
from serving import serving
from speed import speed

RESULTS = HERE / "results"
SECTIONS: dict[str, Callable[[bool], Any]] = {
    "quality": lambda _: quality(),
    "speed": lambda quick: speed(quick=quick),
    "curve": lambda quick: curve(quick=quick),
    "reckoning": lambda quick: reckoning(quick=quick),
    "serving": lambda quick: serving(quick=quick),
    "hostile": lambda quick: hostile(quick=quick),
}


def machine() -> dict[str, Any]:
    """Return what the rates depend on, without the machine's name."""
    return {
        "python": platform.python_version(), "system": platform.system(), "architecture": platform.machine(), "cores": os.cpu_count(),
        "shared": shared(),
    }  # fmt: skip


def bind() -> str:
    """Bind this process and its children to one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        return "not bound to a core: this system cannot"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"bound to core {core}"


def save(found: dict[str, Any]) -> Path:
    """Write the results to a file of their own."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}.json"
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    return path


def main() -> int:
    """Measure, print and save."""
    parser = argparse.ArgumentParser(description="Measure sayso: quality, speed, cost by size, reckoning, serving, hostile texts.")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="measure only this (may be repeated)")
    parser.add_argument("--quick", action="store_true", help="smaller inputs: minutes instead of most of an hour, rougher numbers")
    options = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    found: dict[str, Any] = {"machine": machine(), "quick": options.quick}
    print(f"{found['machine']['cores']} cores, Python {found['machine']['python']}, {bind()}")
    for name, measure in SECTIONS.items():
        if not options.only or name in options.only:
            print(f"\n== {name} ==")
            found[name] = measure(options.quick)
    print(f"\nsaved: {save(found).relative_to(HERE.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
