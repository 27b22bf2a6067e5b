"""One measurement in a process of its own: python child.py JSON, answers in JSON, one line each.

Runs in the environment of the tool that it measures, so it imports nothing but the standard library and that tool.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from itertools import cycle
from pathlib import Path
from time import process_time
from typing import Any

from corpus import hostile, texts, whole

Find = Callable[[str], int]
FIRST = "Police said that at least 12 people were killed."
MB = 1_000_000
WARM = 20_000  # bytes
ENOUGH = 1.0  # CPU seconds that a measurement lasts at least: the clock may tick in hundredths
TICKS = 0.1


def _sayso() -> Find:
    extract = import_module("sayso").extract
    return lambda text: len(extract(text))


def _reading() -> Find:
    extract, read = import_module("sayso").extract, import_module("sayso.read").read
    return lambda text: sum(len(extract(document)) for document in read("-", stdin=BytesIO(text.encode())) if hasattr(document, "text"))


def _quantulum3() -> Find:
    parse = import_module("quantulum3.parser").parse
    return lambda text: len(parse(text))


def _recognizers() -> Find:
    recognize = import_module("recognizers_suite").recognize_number
    return lambda text: len(recognize(text, "en-us"))


def _text2num() -> Find:
    convert = import_module("text_to_num").alpha2digit
    return lambda text: int(convert(text, "en") == "")  # gives the text with its number words as digits, not a list


def _regex() -> Find:
    find: Find = import_module("baseline").find
    return find


TOOLS: dict[str, Callable[[], Find]] = {
    "sayso": _sayso, "sayso and reading": _reading, "quantulum3": _quantulum3, "recognizers-text": _recognizers, "text2num": _text2num,
    "regex": _regex,
}  # fmt: skip


def peak() -> float:
    """Return the peak memory in MB; the kernel's own mark, because ru_maxrss also holds that of the parent."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return int(status.split("VmHWM:")[1].split()[0]) * 1024 / MB
    except (OSError, IndexError):
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return used / MB if sys.platform == "darwin" else used * 1024 / MB


def width(text: str) -> int:
    """Return how many bytes of UTF-8 a text has, without a copy of a long one."""
    return sum(len(text[start : start + MB].encode()) for start in range(0, len(text), MB))


def stream(find: Find, held: list[str], target: int, cap: float) -> dict[str, Any]:
    """Measure over texts, again and again, until `target` bytes and enough time for the clock, or `cap` CPU seconds, are spent."""
    size = count = found = 0
    first = None
    start = process_time()
    for text in cycle(held):
        found += find(text)
        size += width(text)
        count += 1
        spent = process_time() - start
        if count == len(held) and spent > TICKS:
            first = size / MB / spent
        if spent > cap or (size >= target and spent > ENOUGH and count >= len(held)):
            break
    mb = size / MB
    return {"mb": mb, "documents": count, "seconds": spent, "rate": mb / spent, "first": first, "found": found, "peak": peak()}


def corpus(find: Find, spec: dict[str, Any]) -> dict[str, Any]:
    """Measure a corpus document by document, or as one text; a slow tool gets a smaller text."""
    held, size, cap = texts(spec["corpus"]), int(spec["size"]), spec["cap"]
    warm = stream(find, _opening(held), 0, cap)
    if spec["form"] == "documents":
        return stream(find, held, size, cap)
    return stream(find, [whole(held, min(size, int(max(WARM, cap * warm["rate"] * MB))))], 0, cap)


def _opening(held: list[str]) -> list[str]:
    """The first texts, about WARM bytes: enough to fill caches."""
    chosen: list[str] = []
    for text in held:
        chosen.append(text)
        if sum(map(len, chosen)) > WARM:
            break
    return chosen


def hurt(find: Find, spec: dict[str, Any]) -> dict[str, Any]:
    """Measure one hostile text, over and over until the time is long enough to trust."""
    result = stream(find, [hostile(spec["hostile"], spec["size"])], 0, spec["limit"])
    return result | {"seconds": result["seconds"] / result["documents"]}


def main(given: str) -> int:
    """Measure what the JSON asks for."""
    spec = json.loads(given)
    limit = int(spec["limit"])
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
    if "reckoning" in spec:
        print(json.dumps(spec | import_module("reckoning").measure(spec["reckoning"])))
        return 0
    find = TOOLS[spec["tool"]]()
    find(FIRST)
    start = process_time()
    result = hurt(find, spec) if "hostile" in spec else corpus(find, spec)
    print(json.dumps(spec | result | {"startup": start}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
