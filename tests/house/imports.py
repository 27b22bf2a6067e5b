"""What every module of the package imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .measure import ROOT, Function, modules, tree

SOURCE = ROOT / "src"


@dataclass(frozen=True, slots=True)
class Import:
    """One import: the module that has it, what it names, and whether it stands inside a function."""

    by: str
    of: str
    inside: bool


def imports() -> list[Import]:
    """All imports that happen when the package runs; those for the type checker alone are left out."""
    names = {_name(path) for path in modules("src")}
    found = [Import(_name(path), of, inside) for path in modules("src") for of, inside in _named(tree(path), names)]
    return sorted(set(found), key=lambda one: (one.by, one.of, one.inside))


def room(module: str) -> str:
    """`sayso.read.pages` is in the room `read`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _named(node: ast.AST, names: set[str], inside: bool = False) -> Iterator[tuple[str, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        if isinstance(child, ast.Import):
            yield from ((alias.name, inside) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            whole = child.module or ""
            yield from ((each if (each := f"{whole}.{alias.name}") in names else whole, inside) for alias in child.names)
        else:
            yield from _named(child, names, inside or isinstance(child, Function))
