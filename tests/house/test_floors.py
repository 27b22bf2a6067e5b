"""The floors of the house, beside what import-linter holds: doors to libraries, cycles, imports inside functions, light start."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter

import pytest

from .imports import imports, room
from .measure import ROOT

DOORS = {
    "sqlalchemy": {"store"},
    "sqlite3": {"store"},
    "click": {"cli"},
    "rich": {"cli", "present"},
    "trafilatura": {"read"},
    "lxml": {"read"},
    "ftfy": {"read"},
    "charset_normalizer": {"read"},
    "py3langid": {"read"},
    "xlsxwriter": {"present"},
    "pyarrow": {"present"},
    "vl_convert": {"present"},
    "rapidfuzz": {"reconcile"},
    "argon2": {"access"},
    "anyio": {"web"},
    "fastapi": {"web"},
    "pydantic": {"web"},
    "starlette": {"web"},
    "uvicorn": {"web"},
    "jinja2": {"web"},
    "markupsafe": {"web"},
    "multipart": {"web"},
}
"""Libraries and the rooms that may know them."""

HEAVY = {"sqlalchemy", "trafilatura", "lxml", "pyarrow", "xlsxwriter", "rich", "py3langid", "charset_normalizer", "ftfy", "yaml", "argon2"}
HEAVY |= {"fastapi", "uvicorn", "jinja2", "vl_convert"}
"""What `import sayso` may not load, nor `sayso --help` but for the two smallest."""


def floors() -> dict[str, int]:
    """Each room with its floor, 0 the highest."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in declared if contract["type"] == "layers")
    return {name.strip(): floor for floor, layer in enumerate(layers) for name in layer.split("|")}


def test_every_room_has_a_floor() -> None:
    rooms = {path.parent.name for path in (ROOT / "src" / "sayso").glob("*/__init__.py")}
    assert set(floors()) == rooms | {"errors"}


def test_libraries_come_in_by_their_own_doors_only() -> None:
    known = DOORS | {name: set(floors()) for name in (*sys.stdlib_module_names, "sayso", "yaml") if name not in DOORS}
    for one in imports():
        library = one.of.split(".")[0]
        assert room(one.by) in known[library] or room(one.by) in ("", "__main__"), f"{one.by} imports {one.of}"


def test_no_module_imports_itself_through_others() -> None:
    """Imports inside functions count too, so that none hides a cycle."""
    graph: dict[str, set[str]] = {}
    for one in imports():
        if one.of.startswith("sayso") and one.of != one.by and "sayso" not in (one.of, one.by):
            graph.setdefault(one.by, set()).add(one.of)
    list(TopologicalSorter(graph).static_order())


def test_imports_inside_functions_are_for_a_light_start_only() -> None:
    """Of heavy libraries, or of a lower floor that brings them."""
    floor = floors()
    for one in imports():
        if one.inside and one.of.split(".")[0] not in HEAVY | {"importlib"}:
            lower = floor.get(room(one.of), -1) > floor.get(room(one.by), -1)
            in_room = room(one.of) == room(one.by) == "read"
            assert lower or in_room, f"{one.by} imports {one.of} inside a function"


@pytest.mark.parametrize(("program", "light"), [("import sayso", set()), ("import sayso.cli as m; m.main(['--help'])", {"rich", "yaml"})])
def test_starting_loads_nothing_heavy(program: str, light: set[str]) -> None:
    watched = f"import sys\ntry:\n    {program}\nexcept SystemExit:\n    pass\nprint('loaded', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", watched], capture_output=True, text=True, check=True, cwd=ROOT / "src", timeout=60)
    loaded = done.stdout.splitlines()[-1].split()
    assert loaded[0] == "loaded" and "sayso" in loaded
    assert {name.split(".")[0] for name in loaded} & HEAVY <= light
