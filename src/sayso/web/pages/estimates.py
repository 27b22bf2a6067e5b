"""Estimates: the list, under any policy, and one with all its workings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from sayso.ledger import quantities
from sayso.ledger.quantities import Opened
from sayso.model import Estimate
from sayso.present.words import interval
from sayso.store import About
from sayso.web.desk import AtDesk
from sayso.web.given import USUAL, Policy, Words, given
from sayso.web.listing import Listing, Wanted
from sayso.web.page import Pages
from sayso.web.rows import noticed, policies, row, shown

pages = Pages("estimates")
_TOLD = 12


async def asked(
    category: Words = None,
    origin: Words = None,
    location: Words = None,
    event: Annotated[str, Query(max_length=300, description="The event that documents were filed under.")] = "",
    origins: Annotated[int | Literal[""], Query(description="Only those of which at least so many origins speak.")] = "",
) -> About:
    """What a request asks for; empty fields of a form ask for nothing."""
    held = given(category=category, origin=origin, location=location)
    codes, people, place = (tuple(held.get(name, ())) for name in ("category", "origin", "location"))
    return About(codes, people, place, event=event or None, rivals=origins or 0)


@pages.listing("/estimates", "estimates.html", sheet="estimates", summary="Low, best and high of every quantity under a policy")
def estimates(
    desk: AtDesk,
    wanted: Wanted,
    about: Annotated[About, Depends(asked)],
    policy: Policy = USUAL,
    order: Annotated[Literal["origins", "quantity"], Query(description="Most origins first, or by what they are of.")] = "origins",
) -> Listing:
    """What all texts together say of each category, people, place and time: under one policy, the most debated first."""
    total = desk.kept(("estimates", about), lambda: quantities.count(desk.ledger, about))
    stretch = (wanted.offset, wanted.limit)

    def made() -> Iterator[dict[str, Any]]:
        return map(row, quantities.listed(desk.ledger, about, policy, stretch, rivalled=order == "origins"))

    key = ("estimates", about, policy, order, stretch)
    rows = made() if wanted.limit is None else desk.rows(key, lambda: list(made()))
    return Listing(total, rows, {"policy": policy, "policies": policies(), "order": order})


@pages.page("/estimates/{fingerprint}", "estimate.html", summary="One estimate with every figure used and set aside, under every policy")
def estimate(desk: AtDesk, fingerprint: str, policy: Policy = USUAL) -> dict[str, Any]:
    """One estimate: the rule, every figure that it rests on or sets aside and why, other policies, other times, what was noticed."""
    desk.state()
    return desk.rows(("estimate", fingerprint, policy), lambda: _opened(quantities.opened(desk.ledger, fingerprint, policy)))


def _opened(held: Opened) -> dict[str, Any]:
    return {
        **row(held.estimate),
        "policies": policies(),
        "beside": [row(one) for one in held.beside],
        "series": [row(one) for one in held.series],
        "times": held.times,
        "told": _told(held),
        "figures_used": [shown(held.shown[one]) for one in held.estimate.used if one in held.shown],
        "figures_aside": _asides(held),
        "findings": [noticed(one) for one in held.findings],
    }


def _told(held: Opened) -> str:
    """The time line in words, for whoever cannot see it; everything in it stands on the page too."""
    numbers = [f"{one.quantity.time or 'undated'}: {_range(one)}" for one in held.series[:_TOLD]]
    rest = f"; and {held.times - _TOLD} more times" if held.times > _TOLD else ""
    return f"Reports along time as intervals, with the estimate as a band. {'; '.join(numbers)}{rest}."


def _range(one: Estimate) -> str:
    return interval(one.low, one.high) if one.used else "unresolved"


def _asides(held: Opened) -> list[dict[str, Any]]:
    return [{**shown(held.shown[one.figure]), "reason": one.reason} for one in held.estimate.aside if one.figure in held.shown]
