"""The sample corpus that ships with the package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def samples() -> Path:
    """The folder of the sample corpus: invented texts in the shapes in which reports come off the web."""
    return Path(str(files("sayso") / "samples"))
