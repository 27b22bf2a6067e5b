"""The blocks of a Markdown file that show commands and programs with what they print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ELISION = "..."
_FENCE = re.compile(r"^```(console|python|text)\n(.*?)^```\n", re.M | re.S)


@dataclass(frozen=True, slots=True)
class Shown:
    """A command (or a program) and the lines that the page says it prints; None where it says nothing of them."""

    code: str
    printed: list[str] | None
    python: bool = False


Answer = Callable[[Shown], list[str] | None]
"""What a thing that is shown really prints, None where it is not to be run."""


def shown(page: Path) -> Iterator[Shown]:
    """Everything that a page shows, in order."""
    for language, body, follows in _blocks(page.read_text("utf8")):
        if language == "console":
            yield from _commands(body)
        elif language == "python":
            yield Shown(body, follows, python=True)


def renewed(page: Path, answer: Answer) -> str:
    """The page with what is really printed in the place of what it says."""
    after_python: list[list[str] | None] = [None]

    def renew(match: re.Match[str]) -> str:
        language, body = match.groups()
        before, after_python[0] = after_python[0], None
        if language == "console":
            body = "".join(map(_written, ((one, answer(one)) for one in _commands(body))))
        elif language == "python":
            after_python[0] = answer(Shown(body, None, python=True))
        elif before is not None:
            body = _lines(elided(body.splitlines(), before))
        return f"```{language}\n{body}```\n"

    return _FENCE.sub(renew, page.read_text("utf8"))


def agrees(said: list[str], printed: list[str]) -> bool:
    """Whether a page is right about what is printed; a line of three dots stands for any lines."""
    pattern = "".join("(?:.*\n)*" if line == ELISION else re.escape(line) + "\n" for line in said)
    return re.fullmatch(pattern, _lines(printed)) is not None


def elided(said: list[str], printed: list[str]) -> list[str]:
    """What is printed, with as many lines left out at the same place as the page does."""
    if agrees(said, printed) or ELISION not in said:
        return said if agrees(said, printed) else printed
    head = said.index(ELISION)
    tail = len(said) - head - 1
    short = len(printed) <= head + tail
    return printed if short else [*printed[:head], ELISION, *printed[len(printed) - tail :]]


def _blocks(text: str) -> Iterator[tuple[str, str, list[str] | None]]:
    """Language and content of each block; for a program what a text block right after it says that it prints."""
    found = list(_FENCE.finditer(text))
    for at, match in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        follows = after is not None and after[1] == "text" and not text[match.end() : after.start()].strip()
        yield match[1], match[2], after[2].splitlines() if after and follows else None


def _commands(body: str) -> Iterator[Shown]:
    for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
        command, *printed = part.rstrip("\n").split("\n")
        yield Shown(command, printed)


def _written(one: tuple[Shown, list[str] | None]) -> str:
    said, printed = one
    return f"$ {said.code}\n" + _lines(said.printed or [] if printed is None else elided(said.printed or [], printed))


def _lines(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
