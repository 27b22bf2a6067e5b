"""One view, four ways to answer it: a page, JSON, CSV, a workbook."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response, StreamingResponse

from sayso.present import csv_records
from sayso.present.columns import columns
from sayso.present.excel import write_excel
from sayso.present.formats import Sheet
from sayso.web.address import Address
from sayso.web.visit import visit

_LINES = 500
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
View = Mapping[str, Any]


def page(request: Request, template: str, view: View, *, formats: tuple[str, ...] = (), status: int = 200) -> Response:
    """The view as a page."""
    desk = request.app.state.desk
    seen = visit(request)
    held = {"view": view, "here": Address.of(request), "formats": formats, "visit": seen, "viewer": seen.viewer}
    return HTMLResponse(desk.looks.get_template(template).render(held), status)


def data(view: View, status: int = 200) -> Response:
    """The view as JSON, letters as they are."""
    body = json.dumps(view, ensure_ascii=False, separators=(",", ":"))
    return Response(body.encode("utf8", "replace"), status, media_type="application/json")


def lines(name: str, records: Iterable[View]) -> Response:
    """Records of a sheet as CSV, written while they come; texts that a spreadsheet would run as a formula are guarded."""
    return StreamingResponse(_chunks(csv_records(name, records)), media_type="text/csv; charset=utf-8", headers=_named(name, "csv"))


def book(name: str, records: Iterable[View]) -> Response:
    """Records of a sheet as a workbook of Excel, with a README sheet that explains the columns."""
    with NamedTemporaryFile(prefix="sayso-", suffix=".xlsx", delete=False) as file:
        place = Path(file.name)
    try:
        write_excel(place, [Sheet(name, columns(name), records)])
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    return FileResponse(place, media_type=_WORKBOOK, headers=_named(name, "xlsx"), background=BackgroundTask(_remove, place))


def _chunks(records: Iterator[str]) -> Iterator[bytes]:
    while batch := list(islice(records, _LINES)):
        yield "".join(f"{line}\r\n" for line in batch).encode("utf8", "replace")


def _named(name: str, suffix: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="sayso-{name}.{suffix}"'}


def _remove(place: Path) -> None:
    with suppress(OSError):
        place.unlink()
