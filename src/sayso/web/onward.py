"""Where a login leads: back to a page of this workbench and nowhere else."""

from __future__ import annotations

import re
from urllib.parse import quote

_PLAIN = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
_NOT = ("/login", "/logout")


def safe(address: str) -> str:
    """The address if it is a path of this host, else "/"; browsers read "//", a backslash or a tab there as another host."""
    plain = _PLAIN.fullmatch(address) is not None and not address.startswith(_NOT)
    return quote(address, safe="/:@!$&'()*+,;=~?%-._[]") if plain else "/"


def login(path: str, query: str) -> str:
    """The address of the login that leads back to a path as it is shown, with its query as it was sent."""
    back = safe(quote(path, safe="/:@!$&'()*+,;=~") + (f"?{query}" if query else ""))
    return "/login" if back == "/" else f"/login?next={quote(back, safe='/')}"
