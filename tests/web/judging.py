"""A small ledger of one text, looked at by persons of any name and role."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
from starlette.requests import Request

from sayso.access import Role, Viewer
from sayso.ledger import Ledger, open
from sayso.ledger.reviewing import review
from sayso.web.gate import Gate
from sayso.web.visit import Visit

from .serving import asking, sealed, serving

TEXT = (
    "Police said 12 people were killed in Osh on 3 March 2019. Doctors at the hospital said 14 people were killed in Osh on 3 March 2019. "
    "Another 40 were injured. The ministry said 250 families were displaced from the district. Soldiers detained 7 men on Monday. "
    "About 90 people returned to their homes by May 2019. Officials reported that 3 women are missing."
)


def made(folder: Path) -> Path:
    """The ledger, in a folder that also holds the text."""
    (folder / "blast.txt").write_text(TEXT, "utf8")
    with open(folder / "sayso.db") as ledger:
        ledger.add(folder / "blast.txt")
    return folder / "sayso.db"


class Known(Gate):
    """A gate that takes whoever comes for one person."""

    def __init__(self, ledger: Path, name: str, role: str) -> None:
        super().__init__(ledger)
        self._viewer = Viewer(name, Role(role))

    def visit(self, request: Request) -> Visit:
        """The person."""
        held = super().visit(request)
        held.viewer = self._viewer
        return held


@contextmanager
def served(path: Path, name: str = "Ada", role: str = "reviewer") -> Iterator[str]:
    """The address of the workbench for this person."""
    with serving(path, gate=Known(path, name, role)) as site:
        yield site


@contextmanager
def visiting(path: Path, name: str = "Ada", role: str = "reviewer") -> Iterator[httpx2.Client]:
    """A client of it."""
    with served(path, name, role) as site, asking(site, headers={"accept": "application/json"}) as client:
        yield sealed(client)


def figure(ledger: Ledger, number: str) -> str:
    """The fingerprint of the figure whose number is put so."""
    return next(one.fingerprint for one in ledger.figures() if one.reported_text == number)


def verdicts(ledger: Ledger, fingerprint: str) -> list[tuple[str, str]]:
    """Who said what of a figure, the oldest first."""
    return [(one.person, one.verdict) for one in review(ledger._store(), fingerprint).decisions]


def told(client: httpx2.Client, fingerprint: str, verdict: str, **more: Any) -> httpx2.Response:
    """Say something of a figure as it is now."""
    version = client.get(f"/figures/{fingerprint}.json").json()["version"]
    return client.post(f"/figures/{fingerprint}/decision", json={"verdict": verdict, "version": version, **more})
