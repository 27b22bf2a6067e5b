"""The texts that are measured: seeds, development texts, samples, and texts made to hurt.

Only the standard library: this also runs in the environments of the other tools.
"""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"
SAMPLES = ROOT / "src" / "sayso" / "samples"
BREAK = "\n\n"

# What one hostile input repeats. Numbers and frames are among them because that is where rules look around.
REPEATED = {
    "digits": "7",
    "no spaces": "x",
    "commas": ", ",
    "number, comma": "1,000,",
    "one": "one ",
    "1 000": "1 000 ",
    "hundred and": "hundred and ",
    "between": "between 3 and ",
    "dashes": "12-",
    "capital words": "Alpha ",
    "initials": "J. K. ",
    "quotes": '"',
    "quoted numbers": '"12" ',
    "apostrophes": "'s ",
    "said": "said ",
    "according to": "according to ",
    "names said": "Alan Smith said ",
    "newlines": "\n",
    "bullets": "- 12\n",
    "labels": "X: ",
    "label lines": "X: 12\n",
    "12 people,": "12 people, ",
    "12 people.": "12 people. ",
    "12 people were killed": "12 people were killed and ",
    "including": "including 5 children ",
    "of whom": "of whom 5 were ",
    "from countries": "12 from France, ",
    "dates": "5 May 2014 ",
    "adjectives": "young and old ",
    "brackets": "(12) ",
    "dots": "...",
    "spaces": " ",
    "accents": "e\u0301",
}
NESTED = "nested parentheses"
HOSTILE = (NESTED, *REPEATED)
OPENING = "Police said at least 12 people were killed in Kabul. "
CLOSING = " people were killed, police said. Another 30 were wounded."


def hostile(kind: str, size: int) -> str:
    """Return a text of about `size` code points that repeats one thing, between two ordinary sentences."""
    if kind == NESTED:
        return OPENING + "(" * (size // 2) + "12 people" + ")" * (size // 2) + CLOSING
    unit = REPEATED[kind]
    return OPENING + unit * (size // len(unit)) + CLOSING


def shared() -> bool:
    """Tell whether the coded material lies beside the project."""
    return GOLD.is_dir() and (SHARED / "seeds").is_dir()


def texts(name: str) -> list[str]:
    """Return the texts of "seeds", "dev", "samples" or "all" (seeds and dev); the samples stand in where the material is absent."""
    if name == "samples" or not shared():
        lines = (SAMPLES / "records.jsonl").read_text(encoding="utf8").splitlines()
        return [*_files(sorted(SAMPLES.glob("*.txt"))), *(json.loads(line)["text"] for line in lines)]
    seeds = _files(sorted((SHARED / "seeds").glob("*.txt")))
    lines = (GOLD / "dev.jsonl").read_text(encoding="utf8").splitlines()
    dev = _files([GOLD / "texts" / f"{json.loads(line)['document']}.txt" for line in lines])
    return {"seeds": seeds, "dev": dev, "all": seeds + dev}[name]


def _files(paths: list[Path]) -> list[str]:
    return [path.read_text(encoding="utf8") for path in paths]


def whole(held: list[str], size: int) -> str:
    """Return the texts, joined over and over, as one text of about `size` bytes."""
    once = BREAK.join(held) + BREAK
    width = len(once) * size // len(once.encode())
    # Joined in one step, because the peak of memory that is measured must not be that of making the text.
    return "".join([*[once] * (width // len(once)), once[: width % len(once)]])
