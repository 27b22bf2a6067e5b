"""Adding documents: files or a pasted text, and how far it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Annotated, Any, BinaryIO

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from sayso.errors import UnknownName
from sayso.read import MAX_BYTES
from sayso.web import answer, faults
from sayso.web.fault import Fault
from sayso.web.forms import sent
from sayso.web.jobs import Job, Jobs
from sayso.web.names import bare
from sayso.web.page import Pages
from sayso.web.viewer import Seen

pages = Pages("documents")
_ABOUT = ("title", "publisher", "published")
_SHOWN = 20


async def jobs(request: Request) -> Jobs:
    """The jobs of the application."""
    held: Jobs = request.app.state.jobs
    return held


AtJobs = Annotated[Jobs, Depends(jobs)]


@pages.page("/documents/add", "add.html", summary="What was sent to be added, and how much may be sent at once", role="reviewer")
def adding(seen: Seen, work: AtJobs) -> dict[str, Any]:
    """The limits in bytes, of everything that is sent at once and of one text, and the newest jobs of whoever looks on."""
    held = [{**job.view(), "files": []} for job in work.of(seen.name)[:_SHOWN]]
    return {"most": work.limit, "text": MAX_BYTES, "jobs": held}


@pages.post("/documents/add", "reviewer", summary="Add files and a pasted text; answers where to see how far it is")
async def add(request: Request, seen: Seen, work: AtJobs) -> Response:
    """Queue everything that a form brings: any number of `files`, and a `text` with its `name`, `title`, `publisher`, `published`."""
    form = await sent(request)
    try:
        job = await run_in_threadpool(lambda: work.take(seen.name, _files(form)))
    finally:
        await form.close()
    address = f"/jobs/{job.number}"
    if faults.wants_data(request):
        return answer.data({"number": job.number, "address": address}, 202)
    return RedirectResponse(address, 303)


@pages.page("/jobs/{number}", "job.html", summary="How far files that were sent are, and what became of each")
def job(number: int, seen: Seen, work: AtJobs) -> dict[str, Any]:
    """One job of whoever looks on; admins see everybody's."""
    held: Job | None = work.job(number)
    if held is None or not (held.person == seen.name or seen.may("admin")):
        raise UnknownName(f"there is no job {number}", advice="Jobs are forgotten when the workbench is stopped; what they added is there.")
    return held.view()


def _files(form: FormData) -> list[tuple[str, BinaryIO]]:
    """Names and contents; Fault where there is nothing at all."""
    found = [(bare(one.filename or ""), one.file) for one in form.getlist("files") if isinstance(one, UploadFile) and _given(one)]
    found += _pasted(form)
    if not found:
        raise Fault(422, "nothing was sent", advice="Choose files, drop them on the page, or paste a text.")
    return found


def _given(one: UploadFile) -> bool:
    """Browsers send a nameless file of no bytes where none was chosen."""
    return bool(one.filename or one.size)


def _pasted(form: FormData) -> Iterator[tuple[str, BinaryIO]]:
    """A pasted text as a record: that way what is known of it comes along."""
    held = {name: value.strip() for name, value in form.items() if isinstance(value, str)}
    if not held.get("text"):
        return
    name = held.get("name") or held.get("title") or "pasted"
    record = {"id": bare(name.replace("/", "-").replace("\\", "-"), "pasted"), "text": held["text"].replace("\r\n", "\n")}
    record |= {known: held[known] for known in _ABOUT if held.get(known)}
    yield "pasted text.jsonl", BytesIO(json.dumps(record, ensure_ascii=False).encode("utf8", "replace"))
