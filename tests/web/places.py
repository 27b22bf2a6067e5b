"""An address of every page, to be looked at in the browser; whoever adds a page adds it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.ledger import Ledger
from sayso.ledger.sources import actors


def _source(ledger: Ledger, start: str) -> str:
    return next(one.fingerprint for one in actors(ledger).values() if one.name.startswith(start))



def named(ledger: Ledger, name: str) -> str:
    """The fingerprint of a document whose name begins like this."""
    return next(one.fingerprint for one in ledger.documents() if one.name.startswith(name))


PLACES: Mapping[str, Callable[[Ledger], str]] = {
    "overview": lambda _: "/",
    "overview with all rows": lambda _: "/?rows=all",
    "documents": lambda _: "/documents",
    "documents with words": lambda _: "/documents?search=kill*&only=waiting&sort=-published&size=3",
    "no documents": lambda _: "/documents?search=xyzzy&publisher=none&since=1999&until=1999-12",
    "add documents": lambda _: "/documents/add",
    "job": lambda _: "/jobs/1",
    "document": lambda ledger: f"/documents/{named(ledger, 'hospital')}",
    "document with notes": lambda ledger: f"/documents/{named(ledger, 'broken')}",
    "hostile document": lambda ledger: f"/documents/{named(ledger, '500 name')}",
    "figures": lambda _: "/figures",
    "figures, chosen and sorted": lambda _: "/figures?category=killed&category=injured&standing=new&sort=-low&size=5&page=2&disputed=no",
    "no figures": lambda _: "/figures?origin=XX&quantifier=vague",
    "figure": lambda ledger: f"/figures/{ledger.figures(category='returned')[0].fingerprint}",
    "hostile figure": lambda ledger: f"/figures/{ledger.figures(location='SY', origin='KG', as_of='2016')[0].fingerprint}",
    "queues": lambda _: "/review",
    "review": lambda _: "/review/new",
    "review further on": lambda ledger: f"/review/new?after={ledger.figures()[60].fingerprint}&size=3",
    "nothing to review": lambda _: "/review/unsure",
    "findings": lambda _: "/findings",
    "findings of a kind": lambda _: "/findings?kind=conflict&category=joined&size=2",
    "no findings": lambda _: "/findings?origin=XX",
    "finding": lambda ledger: f"/findings/{ledger.findings('conflict')[0].fingerprint}",
    "hostile finding": lambda ledger: f"/findings/{ledger.findings('conflict', location='SY', origin='KG')[0].fingerprint}",
    "estimates": lambda _: "/estimates",
    "estimates under another policy": lambda _: "/estimates?policy=official-first&category=joined&order=quantity",
    "no estimates": lambda _: "/estimates?origin=XX",
    "estimate": lambda ledger: f"/estimates/{ledger.explain('region:Central Asia/joined')[0].estimate.fingerprint}",
    "hostile estimate": lambda ledger: f"/estimates/{ledger.explain('KG/joined')[0].estimate.fingerprint}",
    "map": lambda _: "/map",
    "map of regions by place": lambda _: "/map?category=killed&by=location&level=region&measure=reports",
    "map of nothing": lambda _: "/map?category=released&by=origin&zoom=region:Central Asia",
    "report": lambda _: "/report?category=returned",
    "sources": lambda _: "/sources",
    "sources by name": lambda _: "/sources?sort=name&q=the&size=3&page=2",
    "no sources": lambda _: "/sources?q=nobody+of+that+name",
    "source": lambda ledger: f"/sources/{_source(ledger, '')}",
    "hostile source": lambda ledger: f"/sources/{_source(ledger, 'Ministry of </script>')}",
    "me, without accounts": lambda _: "/me",
    "accounts, where there are none": lambda _: "/accounts",
    "audit log, where there are no accounts": lambda _: "/accounts/audit",
}
"""By a name that says what is special; the address may depend on what the ledger holds."""

LISTS = ("figures", "findings", "sources", "estimates")
"""Those that are lists and come as files too."""
