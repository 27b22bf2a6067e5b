"""Findings: the worklist, and one with all its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import Query

from sayso.errors import UnknownName
from sayso.ledger import browsing
from sayso.model import Finding, Kind
from sayso.web.desk import AtDesk
from sayso.web.listing import Listing, Wanted
from sayso.web.page import Pages
from sayso.web.quotes import heard, opened

pages = Pages("findings")
_QUOTES = 2
_SHOWN = 200

Words = Annotated[list[str] | None, Query()]


@pages.listing("/findings", "findings.html", sheet="findings", summary="Findings, the gravest first")
def findings(
    desk: AtDesk, wanted: Wanted, kind: Words = None, category: Words = None, origin: Words = None, location: Words = None
) -> Listing:
    """What was noticed across figures: all, or those of some kinds, about some categories, peoples or places ("none" for those without)."""
    held = desk.kept("findings", desk.ledger.findings)
    found = browsing.narrow(held, _given(kind), category=_given(category), origin=_given(origin), location=_given(location))
    return Listing(len(found), (row(finding) for finding in wanted.of(found)), {"kinds": [kind.value for kind in Kind]})


@pages.page("/findings/{fingerprint}", "finding.html", summary="One finding with the quotes that it rests on")
def finding(desk: AtDesk, fingerprint: str) -> dict[str, Any]:
    """One finding, with all figures that it concerns, up to two hundred of them with their quotes."""
    held = desk.kept("findings by fingerprint", lambda: {one.fingerprint: one for one in desk.kept("findings", desk.ledger.findings)})
    if fingerprint not in held:
        advice = "It may have gone with the figures that it was about: see all findings."
        raise UnknownName(f"there is no finding {fingerprint!r}", advice=advice)
    found = held[fingerprint]
    figures = browsing.figures(desk.ledger, found.figures[:_SHOWN])
    return {**found.to_dict(), "evidence": [opened(figures[one]) for one in found.figures[:_SHOWN] if one in figures]}


def row(finding: Finding) -> dict[str, Any]:
    """A finding as a list has it, with the quotes of its first figures and the places of the numbers in them."""
    evidence = [heard(one) for one in finding.evidence[:_QUOTES]]
    return {**finding.to_dict(), "evidence": evidence, "quotes": [one.quote for one in finding.evidence]}


def _given(words: Iterable[str] | None) -> list[str]:
    """Empty fields of a form ask for nothing."""
    return [word for word in words or () if word]
