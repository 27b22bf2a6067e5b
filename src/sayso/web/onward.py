"""Where a login or a form leads: back to a page of this workbench and nowhere else."""

from __future__ import annotations

import re
from urllib.parse import quote

_PLAIN = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
_NOT = ("/login", "/logout")


def inward(address: str) -> str:
    """The address if it is a path of this host, else ""; browsers read "//", a backslash or a tab there as another host."""
    return quote(address, safe="/:@!$&'()*+,;=~?#%-._[]", errors="replace") if _PLAIN.fullmatch(address) else ""


def safe(address: str) -> str:
    """The address that a login leads to, "/" where that would be another host or no page for somebody who is logged in."""
    return "/" if address.startswith(_NOT) else inward(address) or "/"


def login(path: str, query: str) -> str:
    """The address of the login that leads back to a path as it is shown, with its query as it was sent."""
    back = safe(quote(path, safe="/:@!$&'()*+,;=~") + (f"?{query}" if query else ""))
    return "/login" if back == "/" else f"/login?next={quote(back, safe='/')}"
