"""One's own account: the password and the API tokens."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from sayso.access import Accounts, Role, Token
from sayso.errors import AccountRefused, LoginDelayed, LoginFailed
from sayso.web import answer
from sayso.web.desk import AtDesk, Desk
from sayso.web.fault import Fault
from sayso.web.page import Pages
from sayso.web.viewer import Seen
from sayso.web.visit import visit

pages = Pages("access")


def personal(request: Request, desk: AtDesk) -> Accounts:
    """A dependency that lets through who has logged in; an API token cannot change what it comes from."""
    accounts = desk.gate.accounts
    if accounts is None:
        raise Fault(404, "there are no accounts here", advice="Make one with: sayso accounts add NAME --role admin")
    if not visit(request).logged_in:
        raise Fault(403, "only who has logged in can do this", advice="Log in with name and password.")
    return accounts


Personal = Annotated[Accounts, Depends(personal)]
"""The parameter of what changes an account."""


@pages.page("/me", "me.html", summary="Who you are here, and your API tokens")
def me(desk: AtDesk, seen: Seen) -> dict[str, Any]:
    """Name, role and API tokens of whoever looks on."""
    accounts = desk.gate.accounts
    tokens = accounts.tokens.all(seen.name) if accounts else []
    return {"name": seen.name, "role": seen.role, "accounts": accounts is not None, "tokens": [_row(token) for token in reversed(tokens)]}


@pages.post("/me/password", "reader", summary="Change your own password")
def change_password(
    request: Request, desk: AtDesk, seen: Seen, accounts: Personal, old: Annotated[str, Form()] = "", new: Annotated[str, Form()] = ""
) -> Response:
    """Every session ends and this browser gets a new one."""
    held = visit(request)
    try:
        held.give(accounts.entrance.change_password(held.actor, old, new), desk.gate.limits.whole)
    except LoginDelayed as error:
        raise Fault(429, error.what, advice=error.advice or "", headers={"Retry-After": str(error.seconds)}) from error
    except LoginFailed:
        return _told(request, desk, seen, "The old password is wrong.")
    except AccountRefused as error:
        return _told(request, desk, seen, str(error))
    return RedirectResponse("/me?done=password", 303)


@pages.post("/me/tokens", "reader", summary="Make an API token, which is shown this once")
def add_token(
    request: Request,
    desk: AtDesk,
    accounts: Personal,
    label: Annotated[str, Form()] = "",
    role: Annotated[str, Form()] = Role.READER,
    days: Annotated[int, Form()] = 90,
) -> Response:
    """The page of one's own with the secret of the new token."""
    held = visit(request)
    try:
        token, secret = accounts.tokens.add(held.actor, held.actor.name, label, Role.named(role), days)
    except AccountRefused as error:
        return _told(request, desk, held.viewer, str(error))
    return _told(request, desk, held.viewer, "", {"secret": secret, "label": token.label})


@pages.post("/me/tokens/{number}/revoke", "reader", summary="Let one of your API tokens hold no longer")
def revoke_token(number: int, request: Request, accounts: Personal) -> Response:
    """Back to the page of one's own."""
    actor = visit(request).actor
    accounts.tokens.revoke(actor, number, actor.name)
    return RedirectResponse("/me?done=revoked", 303)


def _told(request: Request, desk: Desk, seen: Any, told: str, made: dict[str, str] | None = None) -> Response:
    view = {**me(desk, seen), "told": told, "made": made}
    return answer.page(request, "me.html", view, status=422 if told else 200)


def _row(token: Token) -> dict[str, Any]:
    times = {"made": token.made, "until": token.until, "used": token.used, "revoked": token.revoked}
    return {"number": token.id, "label": token.label, "role": token.role, **times}
