"""The gate: who is behind a request."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import Any

from starlette.requests import Request

from sayso.access import Accounts, Limits, Role, Viewer, user
from sayso.web import cookies
from sayso.web.visit import Visit

_BEARER = "bearer "


class Gate:
    """Knows visitors again by their cookie or token; without accounts it takes everybody for the user of this computer.

    Accounts that are made while the workbench is served hold from the next request on, and for good: it never opens again by itself.
    `surroundings` are those of `sayso.access.Accounts.open`.
    """

    def __init__(self, ledger: Path, **surroundings: Any) -> None:
        self._ledger, self._surroundings = ledger, surroundings
        self._place = Accounts.place(ledger)
        self._user = Viewer(user(), Role.ADMIN)
        self.limits: Limits = surroundings.get("limits") or Limits()
        self._key = os.urandom(32)
        self._held: Accounts | None = None
        self._asks = False
        self._lock = Lock()

    @property
    def accounts(self) -> Accounts | None:
        """The accounts; None while there is nobody in them. Raises LedgerError where they cannot be read."""
        if not self._asks and (self._held or self._place.exists()):
            with self._lock:
                self._held = self._held or Accounts.open(self._ledger, **self._surroundings)
                self._asks = self._held.people.any()
        return self._held if self._asks else None

    @property
    def alone(self) -> bool:
        """Whether there are no accounts to look into: then nothing is waited for to know who asks."""
        return not self._asks and not self._held and not self._place.exists()

    def close(self) -> None:
        """Let go of the accounts."""
        if self._held:
            self._held.close()

    def visit(self, request: Request) -> Visit:
        """Who is behind a request; with an API token no cookie counts."""
        address = request.client.host if request.client else "unknown"
        accounts, secret = self.accounts, request.cookies.get(cookies.name(request), "")
        if accounts is None:
            return Visit(address, self._key, self._user, secret)
        given = request.headers.get("authorization")
        if given is None:
            viewer = accounts.entrance.session(secret) if secret else None
            return Visit(address, accounts.entrance.key, viewer, secret, logged_in=viewer is not None)
        token = given[len(_BEARER) :].strip() if given.lower().startswith(_BEARER) else ""
        return Visit(address, accounts.entrance.key, accounts.entrance.bearer(token, address), program=True)
