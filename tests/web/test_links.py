"""No link of any page leads nowhere."""

from __future__ import annotations

import re
from html import unescape

import httpx2

from sayso.ledger import Ledger

from .places import PLACES

_LINK = re.compile(r'<(?:a|link|img|script|form)\b[^>]*? (?:href|src|action)="([^"]*)"')


def shape(address: str) -> str:
    """Addresses that differ only in which thing they are of, and in what was chosen, are of one shape."""
    path, _, query = address.partition("?")
    names = sorted({part.partition("=")[0] for part in query.split("&")})
    return re.sub(r"[0-9a-f]{12,16}|[0-9]+", "*", path) + "?" + "&".join(names)


def test_every_link_leads_somewhere(client: httpx2.Client, ledger: Ledger) -> None:
    """Two of each shape are followed; forms that change something are left out, as they are not asked for."""
    links: dict[str, set[str]] = {}
    for place in PLACES.values():
        page = client.get(place(ledger)).text
        for tag in re.findall(r"<form\b[^>]*method=\"post\"[^>]*>", page):
            page = page.replace(tag, "")
        for found in map(unescape, _LINK.findall(page)):
            assert found.startswith(("/", "#")) and not found.startswith("//"), found
            links.setdefault(shape(found), set()).add(found)
    followed = sorted(one for found in links.values() for one in sorted(found)[:2] if one.startswith("/"))
    assert len(followed) > 100
    assert [one for one in followed if client.get(one).status_code >= 400] == []
