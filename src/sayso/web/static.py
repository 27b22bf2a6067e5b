"""Style sheets, scripts and drawings, kept by the browser for good: the digest in the address changes with the file."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from mimetypes import guess_type

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from sayso.web.fault import Fault

_FOLDER = "static"
_FOR_GOOD = "public, max-age=31536000, immutable"


@cache
def content(name: str) -> tuple[bytes, str]:
    """A file by its name, and a digest of it; KeyError where there is none."""
    held = {file.name: file for file in files("sayso.web").joinpath(_FOLDER).iterdir() if file.is_file()}
    body = held[name].read_bytes()
    return body, blake2b(body, digest_size=6).hexdigest()


def address(name: str) -> str:
    """Where a file is asked for, with its digest."""
    return f"/{_FOLDER}/{content(name)[1]}/{name}"


def mount(app: FastAPI) -> None:
    """Answer `/static/<digest>/<name>`."""
    app.add_api_route(f"/{_FOLDER}/{{digest}}/{{name}}", _answer, methods=["GET"], include_in_schema=False)


async def _answer(_: Request, digest: str, name: str) -> Response:
    try:
        body, current = content(name)
    except KeyError:
        raise Fault(404, f"there is no file {name!r}") from None
    kept = _FOR_GOOD if digest == current else "no-cache"
    return Response(body, media_type=guess_type(name)[0] or "application/octet-stream", headers={"Cache-Control": kept})
