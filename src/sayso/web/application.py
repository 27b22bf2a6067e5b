"""The workbench as an ASGI application: pages, their other formats, static files, headers."""

from __future__ import annotations

from collections.abc import Collection

from fastapi import Depends, FastAPI

from sayso import __version__
from sayso.ledger import Ledger
from sayso.web import faults, static
from sayso.web.bodies import Bodies
from sayso.web.desk import Desk
from sayso.web.gate import Gate
from sayso.web.headers import Headers
from sayso.web.hosts import Hosts
from sayso.web.jobs import Add, Jobs
from sayso.web.looks import looks
from sayso.web.navigation import navigation
from sayso.web.origin import genuine
from sayso.web.pages import PAGES
from sayso.web.watch import Watch

_ABOUT = """Reported counts of people, with the exact words and who said so.

Every page of the workbench is data too: its address with `.json` answers what the page shows, and lists also answer `.csv` and `.xlsx`
with all their rows. Where people have accounts, a program shows who it is with an API token: `Authorization: Bearer TOKEN`."""


_MOST = 1 << 20
UPLOADS = 256 << 20
"""How many bytes a request may bring: files that are added more than any other form."""


def application(
    ledger: Ledger, *, gate: Gate | None = None, names: Collection[str] = (), numbers: bool = False, uploads: int = UPLOADS
) -> FastAPI:
    """The workbench over a ledger.

    `gate` tells who looks on at a request; if not given, it is the one of the ledger's accounts, without which it is the user of this
    computer, who may do everything. `names` are the names of hosts that it may be asked by beside the numeric addresses of this computer
    itself, with `numbers` of any computer; any other is refused, so that no page of another site can read along.
    `uploads` is how many bytes of files may be sent at once. Whoever stops serving it closes its jobs (`app.state.jobs.close()`).
    """
    app = FastAPI(title="sayso", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None, dependencies=[Depends(genuine)])
    for pages in PAGES:
        app.include_router(pages.router)
    paths = {path for pages in PAGES for path in pages.paths}
    gate = gate or Gate(ledger.path)
    app.state.desk = Desk(ledger, gate=gate, looks=looks(navigation(paths)))
    app.state.jobs = Jobs(_adding(ledger), app.state.desk.state, uploads)
    static.mount(app)
    faults.handle(app)
    app.add_middleware(Watch, gate=gate)
    app.add_middleware(Bodies, limit=_MOST, larger={"/documents/add": uploads})
    app.add_middleware(faults.Calm)
    app.add_middleware(Hosts, names=frozenset(names), numbers=numbers)
    app.add_middleware(Headers)
    return app


def _adding(ledger: Ledger) -> Add:
    return lambda path, progress: ledger.add(path, progress=progress)
