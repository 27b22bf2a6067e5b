"""Findings: the worklist, and one with all its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import Depends

from sayso.ledger import browsing, noticing
from sayso.model import Finding, Kind, Standing
from sayso.store import About
from sayso.web.desk import AtDesk
from sayso.web.given import Words, given
from sayso.web.listing import Listing, Wanted
from sayso.web.page import Pages
from sayso.web.quotes import heard, opened

pages = Pages("findings")
_QUOTES = 2
_SHOWN = 200


async def asked(
    kind: Words = None, category: Words = None, origin: Words = None, location: Words = None, standing: Words = None
) -> About:
    """What a request asks for; empty fields of a form ask for nothing."""
    return noticing.about(**given(kind=kind, category=category, origin=origin, location=location, stands=standing))


@pages.listing("/findings", "findings.html", sheet="findings", summary="Findings, the gravest first")
def findings(desk: AtDesk, wanted: Wanted, about: Annotated[About, Depends(asked)]) -> Listing:
    """What was noticed across figures: all, or those of some kinds, about some categories, peoples or places ("none" for those without).

    Or those that stand in some way after what persons said: new, accepted, rejected, unsure, divided.
    """
    counts = desk.kept(("findings", about), lambda: noticing.counted(desk.ledger, about))

    def made() -> Iterator[dict[str, Any]]:
        return (row(*one) for one in noticing.noticed(desk.ledger, about, wanted.offset, wanted.limit))

    rows = made() if wanted.limit is None else desk.rows(("findings", about, wanted), lambda: list(made()))
    return Listing(sum(counts.values()), rows, {"kinds": {kind.value: counts.get(kind.value, 0) for kind in Kind}})


@pages.page("/findings/{fingerprint}", "finding.html", summary="One finding with the quotes that it rests on")
def finding(desk: AtDesk, fingerprint: str) -> dict[str, Any]:
    """One finding with what was said of it and all figures that it concerns, up to two hundred of them with their quotes."""
    desk.state()
    held = noticing.finding(desk.ledger, fingerprint)
    shown = held.finding.figures[:_SHOWN]
    figures = browsing.figures(desk.ledger, shown)
    evidence = [opened(figures[one]) for one in shown if one in figures]
    return {**held.to_dict(), "evidence": evidence, "next": noticing.following(desk.ledger, held.finding)}


def row(finding: Finding, standing: Standing) -> dict[str, Any]:
    """A finding as a list has it, with the quotes of its first figures and the places of the numbers in them."""
    told = {one.source: one for one in reversed(finding.evidence)}
    apart = [one for one in finding.evidence if told[one.source] is one]  # of those who quarrel each is heard
    evidence = [heard(one) for one in (apart if len(apart) > 1 else finding.evidence)[:_QUOTES]]
    return {**finding.to_dict(), "standing": standing.value, "evidence": evidence, "quotes": [one.quote for one in finding.evidence]}
