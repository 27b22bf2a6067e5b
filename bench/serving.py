"""How fast the workbench answers over a large ledger: every page under the load tool wrk, twenty requests at once, no pause between."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

from decider import deciding
from launch import Result
from synthetic import generate
from tabular import table

FIGURES, QUICK_FIGURES = 100_000, 5_000
USERS, SECONDS, QUICK_SECONDS = 20, 10, 3
MEDIAN, MOST = 150.0, 400.0
"""Milliseconds that the median and the 95th percentile of every page have to stay below."""

ADDRESSES = 400
CHANGING = ("overview", "figures", "estimates", "all of them, mixed")
"""What is measured again while somebody decides on a figure a second: every decision changes what all pages show."""

HEAD = ("page", "addresses", "answers a second", "median ms", "95% ms", "most ms", "wrong", "holds")
_WRK = """
local paths = {}
for line in io.lines(os.getenv("ADDRESSES")) do paths[#paths + 1] = line end
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency, requests)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %d %.3f %.3f %.3f %d %.3f\\n", summary.requests, latency:percentile(50) / 1000,
    latency:percentile(95) / 1000, latency.max / 1000, wrong, summary.duration / 1e6))
end
"""
Pages = Mapping[str, Sequence[str]]


def serving(*, quick: bool) -> list[Result]:
    """Measure and print each page alone, then all of them mixed."""
    if shutil.which("wrk") is None:
        print("left out: the load tool wrk is not installed (Debian: apt-get install wrk)")
        return []
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, range(os.cpu_count() or 1))  # the server and the load tool want a core each
    figures = QUICK_FIGURES if quick else FIGURES
    print(f"\nThe workbench over {figures:,} synthetic figures, {USERS} requests at a time, each page by many of its addresses\n")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        pages = fill(path, figures)
        with served(path) as base:
            pages = {**pages, "all of them, mixed": mixed(pages)}
            seconds = QUICK_SECONDS if quick else SECONDS
            results = [load(base, name, paths, seconds) for name, paths in pages.items()]
            with deciding(base):
                results += [load(base, f"{name}, while one decides", pages[name], seconds) for name in CHANGING]
    print(table(HEAD, [[result[name] for name in HEAD] for result in results]))
    return results


def fill(path: Path, size: int) -> Pages:
    """A ledger with so many figures, some of them judged, and addresses of every page over it."""
    import sayso
    from sayso.ledger.reckoning import refresh

    with sayso.open(path) as ledger:
        store = ledger._store(create=True)
        documents = []
        for document, made in generate(size)[0]:
            store.add(document, made)
            documents.append(document.fingerprint)
        refresh(store)
        held = ledger.review("new", limit=ADDRESSES)
        for at, one in enumerate(held[:200]):
            (ledger.accept, ledger.reject, ledger.unsure)[at % 3](one.shown.figure.fingerprint, person=f"coder {at % 2}")
        refresh(store)
        with store.results() as results:
            from sayso.store import About

            findings = [one.fingerprint for one in results.findings(About(), 0, ADDRESSES)]
            debated = [one.fingerprint for one in results.points(About(), 0, ADDRESSES // 10, rivalled=True)]
            total, chance = results.count_points(About()), random.Random(1)
            cuts = [chance.randrange(total) for _ in range(ADDRESSES)]
            estimates = [one.fingerprint for cut in cuts for one in results.points(About(), cut, 1)]
    pages = addresses(chance.sample(documents, min(ADDRESSES, len(documents))), _figures(path, chance), findings, estimates)
    return {**pages, "one estimate, most debated": [f"/estimates/{one}" for one in debated]}


def _figures(path: Path, chance: random.Random) -> list[str]:
    import sayso
    from sayso.store import Cut, Filters

    with sayso.open(path) as ledger, ledger._store().pages() as pages:
        total = pages.count(Filters())
        cuts = [Cut(offset=chance.randrange(total), limit=1) for _ in range(ADDRESSES)]
        return [shown.figure.fingerprint for cut in cuts for shown in pages.figures(Filters(), cut)]


def addresses(documents: Sequence[str], figures: Sequence[str], findings: Sequence[str], estimates: Sequence[str]) -> Pages:
    """Addresses of every page, as many as users would ask for."""
    categories = ("killed", "injured", "detained", "displaced", "missing", "joined", "returned", "active", "released", "suspected")
    countries = ("SY", "IQ", "AF", "ML", "NG", "SD", "UA", "CO", "MM", "YE", "SO", "ET", "PK", "LY", "CD", "MX")
    towns = [f"{country}:Town {number}" for country in countries for number in (1, 7)]
    sorts = ("low", "-low", "as_of", "-confidence", "document", "category")
    policies = ("range", "conservative", "two-origins", "official-first", "recent-majority")
    return {
        "overview": ["/"],
        "documents": [f"/documents?page={page}" for page in range(1, 41)],
        "documents, searched": [f"/documents?q={word}" for word in ("valley", "river+institute", "granite", "killed", "page-000123")],
        "one document": [f"/documents/{one}" for one in documents],
        "figures": [f"/figures?page={page}" for page in range(1, 41)],
        "figures, sorted": [f"/figures?sort={sort}&page={page}" for sort in sorts for page in range(1, 9)],
        "figures, filtered": [f"/figures?category={c}&location={quote(town)}" for c in categories for town in towns],
        "one figure": [f"/figures/{one}" for one in figures],
        "review": ["/review"],
        "review, a queue": [f"/review/{queue}" for queue in ("new", "second", "in_conflict", "low_confidence", "disagreement")],
        "findings": [f"/findings?page={page}" for page in range(1, 41)],
        "findings, filtered": [f"/findings?kind={kind}&category={c}" for kind in ("conflict", "echo", "arithmetic") for c in categories],
        "one finding": [f"/findings/{one}" for one in findings],
        "estimates": [f"/estimates?page={page}" for page in range(1, 41)],
        "estimates, filtered": [f"/estimates?category={c}&policy={policy}" for c in categories for policy in policies],
        "one estimate": [f"/estimates/{one}?policy={policy}" for one, policy in zip(estimates, policies * ADDRESSES, strict=False)],
        "sources": [f"/sources?page={page}" for page in range(1, 21)],
        "map": ["/map", *(f"/map?category={c}" for c in categories)],
    }


def mixed(pages: Pages) -> list[str]:
    """As many addresses of each page, shuffled, always the same way."""
    chance = random.Random(2)
    held = [chance.choice(paths) for paths in pages.values() for _ in range(50)]
    chance.shuffle(held)
    return held


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The workbench in a process of its own; gives its address."""
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(path), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        told = next((line for line in process.stderr if "listening at" in line), "")
        yield told.split("listening at ")[1].split()[0].rstrip("/")
    finally:
        process.terminate()
        process.wait(timeout=30)


def load(base: str, name: str, paths: Sequence[str], seconds: int) -> dict[str, Any]:
    """One page under load, after each address of it was asked for once or for some seconds."""
    until = time.monotonic() + seconds
    for one in paths[:40]:
        with urlopen(base + one, timeout=120) as answer:
            answer.read()
        if time.monotonic() > until:
            break
    with TemporaryDirectory() as folder:
        script, listed = Path(folder) / "wrk.lua", Path(folder) / "addresses"
        script.write_text(_WRK, "utf8")
        listed.write_text("\n".join(paths) + "\n", "utf8")
        command = ["wrk", "-t1", f"-c{USERS}", f"-d{seconds}s", "--timeout", "30s", "-s", str(script), base]
        told = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "ADDRESSES": str(listed)}).stdout
    result = next(line for line in told.splitlines() if line.startswith("RESULT"))
    count, median, most, longest, wrong, took = map(float, result.split()[1:])
    holds = "yes" if median < MEDIAN and most < MOST and not wrong else "NO"
    return dict(zip(HEAD, (name, len(paths), count / took, median, most, longest, int(wrong), holds), strict=True))


if __name__ == "__main__":
    print(json.dumps(serving(quick="--quick" in sys.argv[1:]), indent=1))
