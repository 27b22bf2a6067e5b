"""Vega-Lite specifications kept as files with holes in them, and the two colour schemes.

A hole is `{"$": "name"}` and stands for a value; of `{"$": "name:more"}` the value is a text that goes before the rest. A colour is
`{"colour": "name"}`, with `"at"` and their places some of a row of them, and stays so until it is known on what ground the chart stands.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.errors import UnknownName

THEMES = ("light", "dark")
"""What a chart may stand on."""

OUT: Any = object()
"""Fills a hole with nothing: the member that it is goes."""

Holes = Mapping[str, Any]


def filled(name: str, holes: Holes) -> dict[str, Any]:
    """A new specification from the file of this name with every hole filled; KeyError for a hole that nothing is given for."""
    made: dict[str, Any] = _filled(_file(name), holes)
    return made


def linked(base: str | None) -> Any:
    """What fills the hole of addresses: the field that has them, nothing where there are none."""
    return OUT if base is None else {"field": "href"}


def themed(spec: Mapping[str, Any], theme: str) -> dict[str, Any]:
    """A specification with its colours and the configuration of a scheme; data are passed on as they are.

    Raises UnknownName for a scheme other than light and dark.
    """
    if theme not in THEMES:
        raise UnknownName(f"charts have no scheme {theme!r}", advice=f"There are: {', '.join(THEMES)}.")
    held = _file(theme)
    made: dict[str, Any] = _coloured({name: value for name, value in spec.items() if name != "datasets"}, held["colours"])
    own = made.get("config", {})
    parts = {name: {**held["config"].get(name, {}), **own.get(name, {})} for name in {**held["config"], **own} if name != "font"}
    made["config"] = {"font": held["font"], **parts}
    return {**made, "datasets": spec.get("datasets", {})}


def _filled(value: Any, holes: Holes) -> Any:
    if isinstance(value, list):
        return [_filled(item, holes) for item in value]
    if not isinstance(value, dict):
        return value
    if "$" in value:
        name, _, rest = value["$"].partition(":")
        return f"{holes[name]}{rest}" if rest else holes[name]
    return {name: made for name, item in value.items() if (made := _filled(item, holes)) is not OUT}


def _coloured(value: Any, colours: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_coloured(item, colours) for item in value]
    if not isinstance(value, dict):
        return value
    if "colour" in value:
        held = colours[value["colour"]]
        return [held[at] for at in value["at"]] if "at" in value else held
    return {name: _coloured(item, colours) for name, item in value.items()}


@cache
def _file(name: str) -> Any:
    return json.loads(files("sayso.present").joinpath("specs", f"{name}.json").read_text("utf8"))
