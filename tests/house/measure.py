"""Sizes of the Python files of a folder and of the functions in them."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Measured:
    """One file or function: where it is, how many lines it has and, for a function, how many parameters without self."""

    where: str
    lines: int
    parameters: int = 0


def modules(folder: str) -> list[Path]:
    """Its Python files; folders whose names begin with a dot are not the project's."""
    found = [path for path in (ROOT / folder).rglob("*.py") if path.stat().st_size]
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(ROOT).parts))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf8"))


def files(folder: str) -> list[Measured]:
    return [Measured(str(path.relative_to(ROOT)), len(path.read_text("utf8").splitlines())) for path in modules(folder)]


def functions(folder: str) -> list[Measured]:
    return [
        Measured(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", _length(node), _parameters(node))
        for path in modules(folder)
        for node in ast.walk(tree(path))
        if isinstance(node, Function)
    ]


def _length(node: Function) -> int:
    """Lines from `def` to the end, decorators not counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _parameters(node: Function) -> int:
    held = node.args
    named = [*held.posonlyargs, *held.args, *held.kwonlyargs, *filter(None, [held.vararg, held.kwarg])]
    return len(named) - (bool(named) and named[0].arg in ("self", "cls"))
