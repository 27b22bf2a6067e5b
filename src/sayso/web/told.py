"""What somebody says of a figure, as a form or a program brings it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.datastructures import FormData

from sayso.model import Verdict
from sayso.web.fault import Fault
from sayso.web.forms import sent
from sayso.web.onward import inward
from sayso.web.sights import LABELS

_SAID = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.UNSURE, Verdict.NOTE, Verdict.UNDO)
_LONGEST = 5_000
_MANY = 500


@dataclass(frozen=True, slots=True)
class Told:
    """One saying: `fields` are all of a form where `whole`, else those to correct; `back` is where to go on, `queue` where it came up."""

    verdict: Verdict
    version: str
    note: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    whole: bool = False
    queue: str = ""
    back: str = ""
    chosen: tuple[tuple[str, str], ...] = ()
    """Of a bulk decision the figures with their versions."""


async def told(request: Request) -> Told:
    """What a request says of one figure."""
    held = await _told(request)
    if not held.version:
        raise Fault(422, "the version of what was looked at is missing", advice="Send the version that the figure's page or .json gives.")
    return held


async def bulk(request: Request) -> Told:
    """What a request says of many figures at once."""
    held = await _told(request)
    if not held.chosen:
        raise Fault(422, "no figure was chosen", advice="Tick figures in the list first.")
    if len(held.chosen) > _MANY:
        raise Fault(422, f"these are {len(held.chosen):,} figures, and at most {_MANY} are decided on at once", advice="Choose fewer.")
    return held


async def _told(request: Request) -> Told:
    if request.headers.get("content-type", "").lower().startswith("application/json"):
        return _of_data(await _data(request))
    return _of_form(await sent(request))


async def _data(request: Request) -> Mapping[str, Any]:
    try:
        held = json.loads(await request.body())
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict):
        raise Fault(422, "this is no JSON object", advice='Send such as {"verdict": "accept", "version": "..."}.')
    return held


def _of_data(held: Mapping[str, Any]) -> Told:
    fields, chosen = held.get("fields", {}), held.get("figures", [])
    if not isinstance(fields, dict) or not isinstance(chosen, list):
        raise Fault(422, "fields is an object and figures a list", advice="See the OpenAPI description.")
    pairs = [(one.get("fingerprint"), one.get("version")) for one in chosen if isinstance(one, dict)]
    if not all(isinstance(part, str) and part for pair in pairs for part in pair) or len(pairs) != len(chosen):
        raise Fault(422, "each figure needs a fingerprint and a version", advice="Take both from figures.json.")
    version, note, queue = (_text(held, name) for name in ("version", "note", "queue"))
    figures = tuple((str(one), str(two)) for one, two in pairs)
    return Told(_verdict(_text(held, "verdict")), version, note, fields, queue=queue, chosen=figures)


def _of_form(held: FormData) -> Told:
    given = {name: value for name, value in held.items() if isinstance(value, str)}
    fields = {name: given[name] for name in LABELS if name in given}
    pairs = [str(one).partition(":") for one in held.getlist("chosen")]
    version, note, queue = (_text(given, name) for name in ("version", "note", "queue"))
    figures = tuple((one, version) for one, _, version in pairs)
    back = inward(given.get("back", ""))
    return Told(_verdict(given.get("verdict", "")), version, note, fields, whole=True, queue=queue, back=back, chosen=figures)


def _text(held: Mapping[str, Any], name: str) -> str:
    value = held.get(name) or ""
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise Fault(422, f"{name} is no text of at most {_LONGEST:,} characters", advice="Send it as text.")
    return value


def _verdict(word: str) -> Verdict:
    known = [verdict.value for verdict in _SAID]
    if word not in known:
        raise Fault(422, f"there is no verdict {word!r}", advice=f"There are: {', '.join(known)}.")
    return Verdict(word)


TellsOne = Annotated[Told, Depends(told)]
"""The parameter of a post that says something of one figure."""

TellsMany = Annotated[Told, Depends(bulk)]
"""The parameter of a post that says something of many."""
