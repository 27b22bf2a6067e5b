"""Charts taken apart: what is in a picture, and whether a specification is one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft7Validator

from sayso.model import Aside, Estimate, Figure, Quantity, Status
from sayso.present import Chart

SVG, HREF = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
HOSTILE = "Bad \"wire\" <script>alert(1)</script> & 'co'\n]]>\u202e<!-- \x00\ud800 " + "x" * 300


@cache
def validator() -> Draft7Validator:
    found = find_spec("altair")
    assert found and found.origin
    schema = Path(found.origin).parent / "vegalite/v6/schema/vega-lite-schema.json"
    return Draft7Validator(json.loads(schema.read_text("utf8")))


def faults(chart: Chart) -> list[str]:
    """What is not as the schema of Vega-Lite has it; of the data only the first record of each table is looked at."""
    held = chart.to_dict()
    held["datasets"] = {name: some[:1] if isinstance(some, list) else {} for name, some in held["datasets"].items()}
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator().iter_errors(held)]


def parsed(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)


def marks(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    """What is drawn by the layer of this name: each by the element that says what it is."""
    layers = [group for group in root.iter(f"{SVG}g") if f" {name}_marks " in f"{group.get('class')} "]
    return [element for group in layers for element in group.iter() if element.get("role") == "graphics-symbol"]


def texts(root: ElementTree.Element) -> list[str]:
    """Every line of text that can be read."""
    return [line for element in root.iter(f"{SVG}text") for line in element.itertext()]


def links(root: ElementTree.Element) -> list[str]:
    return [element.get(HREF, "") for element in root.iter(f"{SVG}a")]


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def estimate(used: list[Figure], aside: Mapping[str, str] | None = None, **fields: Any) -> Estimate:
    """An estimate that rests on figures; `aside` maps fingerprints of others to reasons."""
    lows, highs = [one.low for one in used if one.low is not None], [one.high for one in used]
    quantity = Quantity("joined", ("TJ",), ("SY",), time=fields.pop("time", None), **fields.pop("of", {}))
    defaults: dict[str, Any] = {
        "policy": "range", "low": min(lows, default=None), "best": None,
        "high": None if None in highs else max((high for high in highs if high is not None), default=None),
        "status": Status.CONTESTED, "reports": len(used), "origins": len(used),
    }  # fmt: skip
    asides = tuple(Aside(mark, reason) for mark, reason in (aside or {}).items())
    return Estimate(quantity, used=tuple(one.fingerprint for one in used), aside=asides, **{**defaults, **fields})
