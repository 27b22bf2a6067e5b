"""Documents: the list with its search, one with its figures in its text, and its bytes as they were received."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from sayso.errors import BadCorrection
from sayso.ledger import library
from sayso.ledger.library import Part
from sayso.model import Quantifier, Unit
from sayso.store import Listed, Sought
from sayso.web import answer, faults
from sayso.web.desk import AtDesk, Desk
from sayso.web.fault import Fault
from sayso.web.forms import sent
from sayso.web.listing import Listing, Wanted
from sayso.web.names import suffixed
from sayso.web.page import Pages
from sayso.web.viewer import Seen, viewer

pages = Pages("documents")
_PUBLISHERS = 300
_DAY = r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"
_LONGEST = 2000
_SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"
_FIELDS = ("category", "quantifier", "unit", "noun", "origin", "location", "as_of", "source", "disputed")
_PLACE = ("start", "end", "words", "which", "part", "note")


async def sought(
    search: Annotated[str, Query(max_length=300, description="Words that title or text must have, as in a search engine.")] = "",
    publisher: Annotated[str, Query(max_length=300, description='A publisher to the letter, or "none".')] = "",
    since: Annotated[str, Query(pattern=_DAY, description="Published on this day, month or year, or later.")] = "",
    until: Annotated[str, Query(pattern=_DAY, description="Published on this day, month or year, or before.")] = "",
    language: Annotated[str, Query(max_length=20, description="A language, ISO 639-1.")] = "",
    only: Annotated[Literal["", "figures", "none", "waiting"], Query(description="With figures, without, or not yet reviewed.")] = "",
) -> Sought:
    """What documents a request asks for."""
    figures = {"figures": True, "none": False}.get(only)
    return Sought(search, publisher, since, until, language, figures, only == "waiting")


@pages.listing("/documents", "documents.html", sheet="library", summary="Documents, searched and filtered")
def documents(
    desk: AtDesk, wanted: Wanted, asked: Annotated[Sought, Depends(sought)], sort: Annotated[str, Query(max_length=20)] = ""
) -> Listing:
    """Documents with how many figures each has and how many of them were reviewed; sorted by name unless words are sought."""
    order = sort or ("best" if asked.words.strip() else "name")
    total = library.count(desk.ledger, asked)
    rows = library.listed(desk.ledger, asked, order, offset=wanted.offset, limit=wanted.limit)
    return Listing(total, map(row, rows), {"sort": order, "choices": desk.facts("documents", lambda: _choices(desk))})


@pages.page("/documents/{fingerprint}", "document.html", summary="A document with every figure in its text")
def document(
    desk: AtDesk,
    fingerprint: str,
    part: Annotated[int | None, Query(ge=1, le=1_000_000, description="Which part of a long text, from 1.")] = None,
    at: Annotated[int, Query(ge=0, description="Or the part that holds this place of the text.")] = 0,
) -> dict[str, Any]:
    """A document, or a part of a long one, and the figures in it; offsets are code points of the document's whole text."""
    return view(library.part(desk.ledger, fingerprint, number=part, at=at))


@pages.router.get("/documents/{fingerprint}/original", dependencies=[Depends(viewer)], include_in_schema=False)
def original(desk: AtDesk, fingerprint: str) -> Response:
    """The bytes as a file to be saved, which no browser shows: they are a stranger's."""
    held = library.original(desk.ledger, fingerprint)
    if not held.raw:
        raise Fault(404, "the bytes of this document were not kept", advice="Its text is all that there is.")
    name = suffixed(held.name, held.media_type)
    plain = "".join(one if one.isascii() and (one.isalnum() or one in " ._-()") else "_" for one in name)
    told = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    headers = {"Content-Disposition": told, "Content-Security-Policy": _SANDBOX}
    return Response(held.raw, media_type="application/octet-stream", headers=headers)


async def typed(request: Request) -> Mapping[str, str]:
    """What somebody wrote into the form of a missing figure."""
    form = await sent(request)
    held = {name: str(form.get(name) or "").strip(" ") for name in (*_FIELDS, *_PLACE)}
    if long := next((name for name, value in held.items() if len(value) > _LONGEST), None):
        raise Fault(422, f"{long} is too long", advice=f"Give at most {_LONGEST:,} characters.")
    return held


@pages.post("/documents/{fingerprint}/mark", "reviewer", summary="Keep a figure that was not found, where its number stands")
def mark(
    request: Request, fingerprint: str, desk: AtDesk, seen: Seen, given: Annotated[Mapping[str, str], Depends(typed)]
) -> Response:
    """Keep it, and lead back to its place; what text or codebook do not bear out is told beside what was written.

    The form holds `start` and `end` (code points of the text) or `words` and `which` of them in `part`; `category`, and any of
    `quantifier`, `unit`, `noun`, `origin`, `location`, `as_of`, `source`, `disputed`; `note`.
    """
    number = _number(given["part"], "part")
    held = library.part(desk.ledger, fingerprint, number=number)
    fields = {name: given[name] for name in _FIELDS if given[name]}
    try:
        place = _place(held, given)
        kept = library.missing(desk.ledger, fingerprint, place, fields, person=seen.name, note=given["note"])
    except BadCorrection as error:
        if faults.wants_data(request):
            raise Fault(422, error.what, advice=error.advice or "") from error
        shown = {**view(held), "typed": given, "refused": {"what": error.what, "advice": error.advice or ""}}
        return answer.page(request, "document.html", shown, status=422)
    if faults.wants_data(request):
        return answer.data(kept.to_dict(), 201)
    figure = kept.shown.figure
    return RedirectResponse(f"/documents/{fingerprint}?at={figure.start}#f{figure.fingerprint[:8]}", 303)


def row(listed: Listed) -> dict[str, Any]:
    """A document as lists show it."""
    held = listed._asdict()
    waiting = held.pop("waiting")
    return {**held, "reviewed": listed.figures - waiting, "snippet": [piece._asdict() for piece in listed.snippet]}


def view(part: Part) -> dict[str, Any]:
    """A part of a document with everything that is known of it."""
    start, end = part.span
    held = row(part.listed)
    del held["snippet"]
    return {
        **held, "total": held.pop("figures"), "notes": [{"code": note.code, "message": note.message} for note in part.document.notes],
        "part": part.number, "parts": len(part.starts), "start": start, "end": end, "text": part.text,
        "aside": [list(span) for span in part.aside], "figures": [_figure(shown.to_dict(), shown.figure.whole) for shown in part.figures],
        "vocabulary": {"quantifiers": [one.value for one in Quantifier], "units": [one.value for one in Unit]},
    }  # fmt: skip


def _figure(held: dict[str, Any], whole: str | None) -> dict[str, Any]:
    return {**held, "whole": whole, "anchor": held["fingerprint"][:8], "whole_anchor": whole[:8] if whole else None}


def _place(part: Part, given: Mapping[str, str]) -> tuple[int, int]:
    """Where a number is said to stand: by its offsets, else by its words and which of them in this part."""
    start, end = _number(given["start"], "start"), _number(given["end"], "end")
    if start is not None and end is not None:
        return start, end
    return library.occurrence(part.text, given["words"].strip(), _number(given["which"], "which") or 1, part.span[0])


def _number(text: str, name: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise Fault(422, f"{name} is no whole number", advice="Write it in digits.")
    return int(text)


def _choices(desk: Desk) -> dict[str, Any]:
    publishers: Iterable[tuple[str, int]] = library.choices(desk.ledger, "publisher")[:_PUBLISHERS]
    return {"publishers": [name for name, _ in publishers], "languages": [name for name, _ in library.choices(desk.ledger, "language")]}
