"""Print which pending cases pass now; with --move, move them to the cases. With --all, print what is wrong with the others.

With --sink, move the cases that fail to pending.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENTRY = re.compile(r"(?=^- name: )", re.M)


def _blocks(path: Path) -> list[str]:
    """The head of a case file, then its cases with their comments."""
    return ENTRY.split(path.read_text("utf8")) if path.exists() else [""]


def _move(source: Path, target: Path, names: set[str]) -> None:
    """Move the named cases from one file to another, letter for letter."""
    head, *blocks = _blocks(source)
    moved = [block for block in blocks if _name(block) in names]
    held = _blocks(target)
    target.write_text((held[0] or head) + "".join([*held[1:], *moved]), "utf8")
    left = [block for block in blocks if _name(block) not in names]
    if left:
        source.write_text(head + "".join(left), "utf8")
    else:
        source.unlink()


def _name(block: str) -> str:
    return block.splitlines()[0].removeprefix("- name: ").strip("'\"")


def main(flags: list[str]) -> int:
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    book = import_module("find.casebook")
    source, target = (book.CASES, book.PENDING) if "--sink" in flags else (book.PENDING, book.CASES)
    wrong = {case: book.differences(case) for case in book.cases(source)}
    moving = [case for case, found in wrong.items() if bool(found) is ("--sink" in flags)]
    for case in moving:
        print(("fails: " if "--sink" in flags else "passes now: ") + str(case))
    if "--all" in flags:
        for case in (case for case in wrong if wrong[case]):
            print(f"{case}\n    {case.document.text!r}\n    " + "\n    ".join(wrong[case]))
    if "--move" in flags or "--sink" in flags:
        for family in sorted({case.family for case in moving}):
            _move(source / f"{family}.yaml", target / f"{family}.yaml", {case.name for case in moving if case.family == family})
    print(f"{len(moving)} of {len(wrong)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
