"""An address of every page, to be looked at in the browser; whoever adds a page adds it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.ledger import Ledger

PLACES: Mapping[str, Callable[[Ledger], str]] = {
    "overview": lambda _: "/",
    "overview with all rows": lambda _: "/?rows=all",
    "findings": lambda _: "/findings",
    "findings of a kind": lambda _: "/findings?kind=conflict&category=joined&size=2",
    "no findings": lambda _: "/findings?origin=XX",
    "finding": lambda ledger: f"/findings/{ledger.findings('conflict')[0].fingerprint}",
    "hostile finding": lambda ledger: f"/findings/{ledger.findings('conflict', location='SY', origin='KG')[0].fingerprint}",
}
"""By a name that says what is special; the address may depend on what the ledger holds."""

LISTS = ("findings",)
"""Those that are lists and come as files too."""
