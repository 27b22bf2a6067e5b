"""What `sayso doctor` looks at."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from sayso.errors import SaysoError
from sayso.pipeline import extract
from sayso.store import Store, engine_in_use

_OLDEST = (3, 11)
_EXTRAS = (("excel", "xlsxwriter", ".xlsx"), ("parquet", "pyarrow", ".parquet"), ("charts", "vl_convert", ".svg and .png"))
_TRIAL = "At least 12 people were killed, police said."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is well, what was seen, and what to do if it is not."""

    name: str
    ok: bool
    message: str
    advice: str = ""


def checkup(path: Path) -> list[Check]:
    """Look at the program and at the ledger at `path`; raises nothing and makes nothing."""
    return [_python(), _sqlite(), *_extras(), _language(), *_ledger(path)]


def _check(name: str, ok: bool, message: str, otherwise: str) -> Check:
    """A check whose advice is only given where it failed."""
    return Check(name, ok, message, "" if ok else otherwise)


def _python() -> Check:
    oldest = ".".join(map(str, _OLDEST))
    return _check("python", sys.version_info >= _OLDEST, platform.python_version(), f"Install Python {oldest} or newer.")


def _sqlite() -> Check:
    engine = engine_in_use()
    message = f"{engine.version} {'with' if engine.searches else 'without'} full-text search"
    return _check("sqlite", engine.recent and engine.searches, message, "Use a Python whose SQLite is newer and has FTS5.")


def _extras() -> Iterator[Check]:
    """An extra that is missing is no fault: nobody may need it."""
    for extra, package, suffix in _EXTRAS:
        if find_spec(package):
            yield Check(f"extra {extra}", True, f"installed: can write {suffix}")
        else:
            yield Check(f"extra {extra}", True, f"not installed: only needed to write {suffix}", f'pip install "sayso[{extra}]"')


def _language() -> Check:
    try:
        found = bool(extract(_TRIAL))
        message = "loads" if found else "finds nothing in a plain sentence"
    except Exception as error:  # whatever is wrong with the installation, the other checks are still wanted
        found, message = False, f"does not load ({type(error).__name__}: {error})"
    return _check("language data", found, message, "Install sayso again.")


def _ledger(path: Path) -> Iterator[Check]:
    if not path.exists():
        yield Check("ledger", True, f"there is none at {path} yet", "Make one with: sayso add PATH...")
        return
    try:
        with Store.open(path, create=False) as store:
            counts = store.counts()
            can = "can be read but not written" if store.readonly else "can be read and written"
            yield Check("ledger", True, f"{path} {can}; {counts.documents:,} documents, {counts.figures:,} figures")
            yield Check("layout", True, f"number {store.layout()}, the newest")
            yield _sound(store)
            yield _standing(store)
    except SaysoError as error:
        yield Check("ledger", False, f"{path}: {error.what}", error.advice or "")


def _sound(store: Store) -> Check:
    faults = store.faults()
    message = "; ".join(faults[:3]) or "the file is sound"
    return _check("integrity", not faults, message, "Restore a copy, or add the texts to a new ledger with --ledger PATH.")


def _standing(store: Store) -> Check:
    """Every figure must still stand in its text, to the letter."""
    fallen = store.fallen()
    message = f"{len(fallen):,} faults: {'; '.join(fallen[:3])}" if fallen else "every one stands in its text"
    return _check("figures", not fallen, message, "Another program changed the ledger: add its texts to a new one.")
