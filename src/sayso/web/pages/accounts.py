"""Accounts, for admins: who there is, roles, passwords, the audit log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Form, Query, Request
from starlette.responses import RedirectResponse, Response

from sayso.access import Role, password
from sayso.errors import AccountRefused
from sayso.web import answer
from sayso.web.desk import AtDesk, Desk
from sayso.web.listing import Listing, Wanted
from sayso.web.page import Pages
from sayso.web.pages.me import Personal
from sayso.web.visit import visit

pages = Pages("access")
Name = Annotated[str, Form()]


@pages.page("/accounts", "accounts.html", summary="Everybody who has an account", role="admin")
def accounts(desk: AtDesk) -> dict[str, Any]:
    """Names and roles."""
    held = desk.gate.accounts
    people = held.people.all() if held else []
    rows = [{"name": one.name, "role": one.role, "disabled": one.disabled, "made": one.made} for one in people]
    return {"accounts": held is not None, "people": rows}


@pages.listing("/accounts/audit", "audit.html", sheet="audit", summary="Who did what, the newest first", role="admin")
def audit(
    desk: AtDesk,
    wanted: Wanted,
    person: Annotated[str, Query(description="Only what this person did.")] = "",
    action: Annotated[str, Query(description="Only this action.")] = "",
) -> Listing:
    """Lines of the audit log."""
    held = desk.gate.accounts
    if held is None:
        return Listing(0, [])
    deeds = held.audit(person=person, action=action, limit=wanted.limit, skip=wanted.offset)
    return Listing(held.audited(person=person, action=action), [deed.to_dict() for deed in deeds])


@pages.post("/accounts/add", "admin", summary="Give somebody an account, with a password that is shown this once")
def add(request: Request, desk: AtDesk, held: Personal, name: Name = "", role: Annotated[str, Form()] = Role.READER) -> Response:
    """The page of accounts with the new password."""
    drawn = password()
    try:
        person = held.people.add(visit(request).actor, name, Role.named(role), drawn)
    except AccountRefused as error:
        return _told(request, desk, str(error))
    return _told(request, desk, "", {"name": person.name, "password": drawn})


@pages.post("/accounts/password", "admin", summary="Give somebody another password, which is shown this once")
def renew(request: Request, desk: AtDesk, held: Personal, name: Name = "") -> Response:
    """The page of accounts with the new password."""
    drawn = password()
    held.people.set_password(visit(request).actor, name, drawn)
    return _told(request, desk, "", {"name": name, "password": drawn})


@pages.post("/accounts/role", "admin", summary="Give somebody another role")
def change_role(request: Request, desk: AtDesk, held: Personal, name: Name = "", role: Annotated[str, Form()] = "") -> Response:
    """Back to the page of accounts."""
    return _changed(request, desk, lambda: held.people.set_role(visit(request).actor, name, Role.named(role)))


@pages.post("/accounts/disable", "admin", summary="Shut somebody out")
def disable(request: Request, desk: AtDesk, held: Personal, name: Name = "") -> Response:
    """Back to the page of accounts."""
    return _changed(request, desk, lambda: held.people.disable(visit(request).actor, name))


@pages.post("/accounts/enable", "admin", summary="Let somebody in again")
def enable(request: Request, desk: AtDesk, held: Personal, name: Name = "") -> Response:
    """Back to the page of accounts."""
    return _changed(request, desk, lambda: held.people.enable(visit(request).actor, name))


def _changed(request: Request, desk: Desk, change: Callable[[], None]) -> Response:
    try:
        change()
    except AccountRefused as error:
        return _told(request, desk, str(error))
    return RedirectResponse("/accounts", 303)


def _told(request: Request, desk: Desk, told: str, made: dict[str, str] | None = None) -> Response:
    view = {**accounts(desk), "told": told, "made": made}
    return answer.page(request, "accounts.html", view, status=422 if told else 200)
