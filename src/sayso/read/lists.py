"""The word lists that lie beside the readers."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # safe, and in C where there is one


def listed(name: str) -> Any:
    """The content of one YAML file of this folder, numbers as numbers; read anew at each call."""
    return yaml.load(files("sayso.read").joinpath(f"{name}.yaml").read_text("utf-8"), Loader=_LOADER)
