"""A chart: a Vega-Lite specification that holds its data, with a title and what it shows in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sayso.errors import ExportError
from sayso.present import engine
from sayso.present.safe import replacing
from sayso.present.template import themed


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that can be given as Vega-Lite JSON, SVG or PNG; nothing is ever fetched for it.

    `spec` is the specification before it has the colours of a scheme, `description` says in words what can be seen, and all that
    found no place in the picture.
    """

    spec: Mapping[str, Any]
    title: str
    description: str

    def to_dict(self, theme: str = "light") -> dict[str, Any]:
        """The specification with its data, JSON-ready; `theme` is "light" or "dark". Raises UnknownName for another."""
        return {**themed(self.spec, theme), "description": self.description}

    def to_json(self, theme: str = "light") -> str:
        """The specification as one line of JSON, the same for the same chart to the byte."""
        return json.dumps(self.to_dict(theme), separators=(",", ":"))

    def svg(self, theme: str = "light") -> str:
        """The picture as SVG on a transparent ground, with title and description inside.

        Raises MissingExtra without vl-convert, UnknownName for another theme.
        """
        return engine.svg(self.to_json(theme), self.title, self.description)

    def png(self, scale: float = 2, theme: str = "light") -> bytes:
        """The picture as PNG on a transparent ground, `scale` pixels a unit of the SVG; raises as `svg` does."""
        return engine.png(self.svg(theme), scale)

    def save(self, path: str | Path, theme: str = "light") -> Path:
        """Write by suffix: `.json` (Vega-Lite with its data), `.svg` or `.png`; whole or not at all.

        Raises ExportError for another suffix or a place that cannot be written, and as `svg` does.
        """
        target = Path(path)
        writers: dict[str, Callable[[], bytes]] = {
            ".json": lambda: self.to_json(theme).encode("ascii") + b"\n",
            ".svg": lambda: self.svg(theme).encode("utf8"),
            ".png": partial(self.png, theme=theme),
        }
        if target.suffix.lower() not in writers:
            suffix = f"no chart can be written with the suffix {target.suffix!r}" if target.suffix else "the name has no suffix"
            raise ExportError(suffix, where=str(path), advice=f"Give it one of: {' '.join(sorted(writers))}")
        made = writers[target.suffix.lower()]()
        with replacing(target) as beside:
            beside.write_bytes(made)
        return target
