"""Which files a list of paths means."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.model import Refusal
from sayso.read import kinds


@dataclass(frozen=True, slots=True)
class File:
    """An input to read: its path (None for standard input), how to call it, and its document's name."""

    path: Path | None
    where: str
    name: str


def walk(paths: Iterable[str | os.PathLike[str]]) -> Iterator[File | Refusal]:
    """The files that the paths mean, folders entered and sorted, a file that two paths lead to only once."""
    seen: set[Path] = set()
    for given in paths:
        text = os.fspath(given)
        if text == "-":
            yield File(None, "standard input", "stdin")
            continue
        for item in _one(Path(text)):
            if isinstance(item, File) and item.path is not None:
                place = item.path.resolve()
                if place in seen:
                    continue
                seen.add(place)
            yield item


def size_refusal(where: str, size: int | None, limit: int) -> Refusal:
    """The refusal of something too large, with its size in bytes where that is known."""
    has = f"it has {_megabytes(size)}" if size is not None else "it goes on"
    return Refusal(
        where,
        f"it is too large: {has}, past the limit of {_megabytes(limit)} for one text",
        "Split it into smaller files (split -C 50m FILE PART-), write it as JSONL with one text a line, or raise the limit (max_bytes).",
    )


def _megabytes(size: int) -> str:
    return f"{size / 2**20:,.1f} MB" if size >= 2**18 else f"{size:,} bytes"


def _one(path: Path) -> Iterator[File | Refusal]:
    try:
        if path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield File(path, str(path), path.stem)
        elif path.is_symlink():
            yield Refusal(str(path), "it is a link to a file that is not there", "Mend the link or name the file itself.")
        else:
            yield Refusal(str(path), "there is no such file or folder", "Check the spelling and the folder that you are in.")
    except (OSError, ValueError) as error:
        yield Refusal(str(path), f"it cannot be looked at ({error})", "Check the path and your permissions.")


def _folder(folder: Path) -> Iterator[File | Refusal]:
    readable = False
    for item in _entries(folder):
        readable = readable or not (isinstance(item, Refusal) and item.skipped)
        yield item
    if not readable:
        yield Refusal(str(folder), "the folder holds no file that sayso reads", f"Readable kinds are {kinds.READABLE}.")


def _entries(folder: Path) -> Iterator[File | Refusal]:
    problems: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=problems.append):
        yield from _barred(problems)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield _entry(Path(root, name))
    yield from _barred(problems)


def _barred(problems: list[OSError]) -> Iterator[Refusal]:
    while problems:
        error = problems.pop()
        yield Refusal(str(error.filename), f"the folder cannot be listed ({error.strerror})", "Change its permissions (chmod +rx).")


def _entry(path: Path) -> File | Refusal:
    if kinds.by_suffix(path) is None:
        reason, advice = kinds.unreadable(path)
        return Refusal(str(path), reason, advice, skipped=True)
    if path.is_symlink() and not path.exists():
        return Refusal(str(path), "it is a link to a file that is not there", "Mend the link or take it away.")
    if not path.is_file():
        return Refusal(str(path), "it is no ordinary file", "Name it on its own to read it as a stream.", skipped=True)
    return File(path, str(path), path.stem)
