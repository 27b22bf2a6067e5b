"""Pages, and the other formats of each at the same address with a suffix.

How to add a page: a module in `web/pages` with an instance of `Pages`, named in `web/pages/__init__.py`, and a template of its own.

    pages = Pages("findings")

    @pages.page("/findings/{fingerprint}", "finding.html", summary="One finding with its evidence")
    def finding(fingerprint: str, desk: AtDesk) -> dict[str, Any]:
        ...

    @pages.listing("/findings", "findings.html", sheet="findings", summary="Findings, the gravest first")
    def findings(desk: AtDesk, wanted: Wanted, kind: Annotated[list[str], Query()] = []) -> Listing:
        ...

    @pages.post("/findings/{fingerprint}/decision", "reviewer", summary="Confirm or dismiss a finding")
    def decide(fingerprint: str, verdict: Annotated[str, Form()], seen: Seen, desk: AtDesk) -> Response:
        ...

- A page is a function that gives a JSON-ready view: plain dicts, lists, texts and numbers. Its parameters are FastAPI's; `AtDesk`
  brings the ledger (`desk.ledger`) and `desk.kept`, `Seen` who looks on, `Wanted` the rows of a list. It may block: it runs in a thread.
- The template sees the view as `view`, the address as `here` (`here.having(sort="low")` is a link that keeps the filters), and `viewer`.
  It extends "base.html", fills the blocks `title` and `main`, and takes what is usual from "macros/" (those with forms are imported
  `with context`). All that is written into it is escaped: never use `|safe`; and neither script nor style within a page: the Content
  Security Policy lets no such thing through. Names and quotes of documents stand in `<bdi>`, so that none of them turns the writing
  direction of what follows.
- The same view is answered as JSON at the address with `.json`, and stands in the OpenAPI description with the summary. A listing also
  answers `.csv` and `.xlsx` with all its rows: `sheet` names their columns in `present/columns.yaml`.
- What a page cannot answer it raises: `Fault(status, what, advice=...)`, or lets SaysoErrors through; `faults` says what becomes of them.
- A post needs a role, and answers with a redirect (303) or `answer.data`. Its form holds `{{ sealed() }}` of "macros/forms.html", or its
  script sends the header `x-csrf-token` with what `<meta name="csrf-token">` says: no other page can send it then (`origin`). A body of
  more than 1 MiB is refused (`application` says where more may come). Scripts are files in `static`, named in the block `scripts`.
- `tests/web/places.py` lists an address of every page: the browser looks at each of them, in both schemes and at 360 px.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from sayso.web import answer
from sayso.web.listing import Listing, Wanted
from sayso.web.viewer import allowed

F = TypeVar("F", bound=Callable[..., Any])
_WHOLE = (".csv", ".xlsx")
Answer = Callable[[Request, Any], Response]
_JSON: dict[int | str, dict[str, Any]] = {200: {"description": "The view of the page.", "content": {"application/json": {"schema": {}}}}}


class Pages:
    """Pages that belong together, under one word of the OpenAPI description."""

    def __init__(self, word: str) -> None:
        self.router = APIRouter(tags=[word])
        self.paths: set[str] = set()

    def page(self, path: str, template: str, *, summary: str, role: str = "reader") -> Callable[[F], F]:
        """A page at `path`, as HTML and JSON, for viewers of a role and above."""

        def add(make: F) -> F:
            self._put(path, make, ".json", lambda _, view: answer.data(view), summary, role)
            self._put(path, make, "", lambda request, view: answer.page(request, template, view, formats=("json",)), summary, role)
            return make

        return add

    def listing(self, path: str, template: str, *, sheet: str, summary: str, role: str = "reader") -> Callable[[F], F]:
        """A list at `path`, as HTML and JSON a page at a time, as CSV and a workbook with all rows of the sheet's columns.

        It is for viewers of a role and above.
        """

        def add(make: F) -> F:
            self._put(path, _viewed(make), ".json", lambda _, view: answer.data(view), summary, role)
            self._put(path, make, ".csv", lambda _, held: answer.lines(sheet, held.rows), f"{summary}: all, as CSV", role)
            self._put(path, make, ".xlsx", lambda _, held: answer.book(sheet, held.rows), f"{summary}: all, as a workbook", role)
            formats = ("json", "csv", "xlsx")
            self._put(path, _viewed(make), "", lambda request, view: answer.page(request, template, view, formats=formats), summary, role)
            return make

        return add

    def post(self, path: str, role: str, *, summary: str) -> Callable[[F], F]:
        """Something that is changed, by viewers of this role and above."""

        def add(make: F) -> F:
            self.router.add_api_route(
                path, make, methods=["POST"], summary=summary, dependencies=[Depends(allowed(role))], response_model=None
            )
            return make

        return add

    def _put(self, path: str, make: Callable[..., Any], suffix: str, shape: Answer, summary: str, role: str) -> None:
        whole = ("/overview" if path == "/" and suffix else path) + suffix
        self.paths.add(whole)
        self.router.add_api_route(
            whole,
            _endpoint(make, shape, whole=suffix in _WHOLE),
            methods=["GET"],
            summary=summary,
            responses=_JSON if suffix == ".json" else None,
            include_in_schema=suffix == ".json",
            dependencies=[Depends(allowed(role))],
            response_model=None,
        )


def _endpoint(make: Callable[..., Any], shape: Answer, *, whole: bool) -> Callable[..., Awaitable[Response]]:
    """A function with the parameters of `make`, and the request beside them, that answers its view in one shape.

    `whole` is of files with all rows: they take long, and stand in another line than pages, which are made a few at a time.
    """

    async def endpoint(request_itself: Request, **given: Any) -> Response:
        turns = None if whole else request_itself.app.state.desk.turns
        return await run_sync(lambda: shape(request_itself, make(**given)), limiter=turns)

    own = inspect.Parameter("request_itself", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    _sign(endpoint, make, own)
    return endpoint


def _viewed(make: Callable[..., Listing]) -> Callable[..., Any]:
    """The same list as a view; it needs to know which rows are wanted."""

    def viewed(stretch_itself: Any, **given: Any) -> dict[str, Any]:
        return make(**given).view(stretch_itself)

    _sign(viewed, make, inspect.Parameter("stretch_itself", inspect.Parameter.KEYWORD_ONLY, annotation=Wanted))
    return viewed


def _sign(function: Callable[..., Any], like: Callable[..., Any], *own: inspect.Parameter) -> None:
    """Give a function the name, the description and the parameters of another one, as FastAPI reads them."""
    theirs = inspect.signature(like, eval_str=True).parameters.values()
    held = [*own, *(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in theirs)]
    function.__name__, function.__doc__ = like.__name__, like.__doc__
    function.__signature__ = inspect.Signature(held)  # type: ignore[attr-defined]
