"""The columns of all files, read from columns.yaml."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what kind of value it holds and a sentence that explains it."""

    name: str
    kind: str
    about: str
    join: str = "; "

    def flat(self, value: Any) -> str | int | float | bool | None:
        """The value as one cell of a spreadsheet holds it."""
        if value is None or value == [] or value == {}:
            return None
        match self.kind:
            case "texts":
                return self.join.join(map(str, value))
            case "span":
                return f"{value[0]}-{value[1]}"
            case "chain":
                return self.join.join(f"{link['name']} ({link['role']}, {link['basis']})" for link in value)
            case "mapping":
                return json.dumps(value, ensure_ascii=False)
        return value  # type: ignore[no-any-return]


@cache
def columns(sheet: str) -> tuple[Column, ...]:
    """Columns of the sheet `figures`, `documents` or `cells`, in order."""
    return tuple(Column(**entry) for entry in _file()[sheet])


@cache
def _file() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load(files("sayso.present").joinpath("columns.yaml").read_text("utf8"))
    return loaded
