"""Drawing: Vega-Lite JSON to SVG and PNG by vl-convert, which brings its own JavaScript and fonts and is let nowhere near a network.

vl-convert holds the interpreter's lock while it draws (30 to 150 ms a chart), so threads take turns by themselves; what has to stay quick
meanwhile draws in another process: see `press`.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

from sayso.errors import ExportError, MissingExtra
from sayso.present.tidy import NOWHERE, tidied

_VEGA_LITE = "6.4"


def svg(spec: str, title: str, description: str) -> str:
    """The picture of a specification, tidied; raises MissingExtra without vl-convert, ExportError for what it cannot draw."""
    mark = "c" + blake2b(f"{title}\0{spec}".encode("utf8", "surrogatepass"), digest_size=6).hexdigest()
    library = _library()
    try:
        drawn = library.vegalite_to_svg(_away(spec), vl_version=_VEGA_LITE, allowed_base_urls=[])
    except (ValueError, UnicodeError) as error:
        first = str(error).strip().partition("\n")[0]
        raise ExportError(f"the chart could not be drawn ({first})", advice="Save it as .json and look at it there.") from error
    return tidied(drawn, mark, title, description)


def png(picture: str, scale: float) -> bytes:
    """A picture as pixels, `scale` of them a unit of the SVG; raises MissingExtra without vl-convert."""
    return bytes(_library().svg_to_png(picture, scale=scale))


def _library() -> Any:
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtra("vl-convert-python", "charts", purpose="Drawing a chart") from error
    return vl_convert


def _away(spec: str) -> str:
    """The specification with every address within a site made one that the library leaves alone."""
    held = json.loads(spec)
    for records in held.get("datasets", {}).values():
        for record in records if isinstance(records, list) else ():
            if record.get("href", "").startswith("/"):
                record["href"] = NOWHERE + record["href"]
    return json.dumps(held)
