"""The workbench as an ASGI application: pages, their other formats, static files, headers."""

from __future__ import annotations

from collections.abc import Collection

from fastapi import FastAPI

from sayso import __version__
from sayso.ledger import Ledger
from sayso.web import faults, static
from sayso.web.desk import Desk
from sayso.web.headers import Headers
from sayso.web.hosts import Hosts
from sayso.web.looks import looks
from sayso.web.navigation import navigation
from sayso.web.pages import PAGES
from sayso.web.viewer import Who, alone

_ABOUT = """Reported counts of people, with the exact words and who said so.

Every page of the workbench is data too: its address with `.json` answers what the page shows, and lists also answer `.csv` and `.xlsx`
with all their rows."""


def application(ledger: Ledger, *, who: Who = alone, names: Collection[str] = ()) -> FastAPI:
    """The workbench over a ledger.

    `who` tells who looks on at a request; if not given, it is the user of this computer, who may do everything. `names` are the names of
    hosts that it may be asked by beside the numeric addresses of this computer itself; any other is refused, so that no page of another
    site can read along.
    """
    app = FastAPI(title="sayso", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None)
    for pages in PAGES:
        app.include_router(pages.router)
    paths = {path for pages in PAGES for path in pages.paths}
    app.state.desk = Desk(ledger, who=who, looks=looks(navigation(paths)))
    static.mount(app)
    faults.handle(app)
    app.add_middleware(faults.Calm)
    app.add_middleware(Headers)
    app.add_middleware(Hosts, names=frozenset(names))
    return app
