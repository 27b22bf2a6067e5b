"""The one cookie of the workbench."""

from __future__ import annotations

from starlette.requests import Request


def name(request: Request) -> str:
    """What it is called: over https a name that no other host can set; else with the port, as cookies do not tell ports apart."""
    if request.url.scheme == "https":
        return "__Host-sayso"
    server = request.scope.get("server")
    return f"sayso-{server[1] if server else 0}"


def line(request: Request, secret: str, seconds: int | None) -> str:
    """The header that sets it: no script can read it, and no other site can send it along with a form."""
    parts = [f"{name(request)}={secret}", "Path=/", "HttpOnly", "SameSite=Lax"]
    if request.url.scheme == "https":
        parts.append("Secure")
    if not secret:
        seconds = 0
    if seconds is not None:
        parts.append(f"Max-Age={seconds}")
    return "; ".join(parts)
