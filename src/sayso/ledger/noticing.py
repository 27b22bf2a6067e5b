"""Findings as the workbench asks for them: a page at a time, with how each stands after what persons said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.codebook import load
from sayso.errors import UnknownName
from sayso.ledger.book import Ledger
from sayso.ledger.looking import kinds, standings
from sayso.ledger.reviewing import weighed
from sayso.model import Finding, Standing, Weighed
from sayso.review import standing
from sayso.store import About
from sayso.store.weighing import stances

OPEN = ("new", "accepted", "unsure", "divided")
"""How findings stand that nobody dismissed."""

_ALL = -1
_LATEST = 50
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


def about(
    kind: Sequence[str] = (),
    category: Sequence[str] = (),
    origin: Sequence[str] = (),
    location: Sequence[str] = (),
    stands: Sequence[str] = (),
) -> About:
    """What is asked for, by names that all exist; UnknownName with the nearest for another."""
    for code in category:
        load().category(code)
    named = tuple(kinds(kind)), tuple(standings(stands))
    return About(tuple(category), tuple(origin), tuple(location), *named)


def counted(ledger: Ledger, wanted: About) -> dict[str, int]:
    """How many there are, by their kinds."""
    with ledger._store().results() as results:
        return results.count_findings(wanted)


def noticed(ledger: Ledger, wanted: About, offset: int = 0, limit: int | None = None) -> list[tuple[Finding, Standing]]:
    """Findings of one page, or all from the offset on, the gravest first."""
    with ledger._store().results() as results:
        found = results.findings(wanted, offset, _ALL if limit is None else limit)
    return _standing(ledger, found)


def newest(ledger: Ledger, wanted: About, limit: int) -> list[tuple[Finding, Standing]]:
    """The findings that became possible last: those of the document added last first, then the gravest."""
    within, there = _LATEST, ledger._store().counts().documents
    with ledger._store().results() as results:
        while len(found := results.newest(wanted, limit, within)) < limit and within < there:
            within *= 10
    return _standing(ledger, found)


def _standing(ledger: Ledger, found: Sequence[Finding]) -> list[tuple[Finding, Standing]]:
    said = ledger._store().ask(lambda connection: stances(connection, [one.fingerprint for one in found]))
    return [(one, standing(said[one.fingerprint])) for one in found]


def finding(ledger: Ledger, fingerprint: str) -> Weighed:
    """One finding by its whole fingerprint, with all that was said of it; UnknownName where there is none."""
    found: list[Finding] = []
    if _FINGERPRINT.fullmatch(fingerprint):
        with ledger._store().results() as results:
            found = results.like(fingerprint)
    if not found:
        advice = "It may have gone with the figures that it was about: see all findings."
        raise UnknownName(f"there is no finding {fingerprint!r}", advice=advice)
    return weighed(ledger._store(), found)[0]


def following(ledger: Ledger, finding: Finding) -> str | None:
    """The fingerprint of the next finding in order that nobody has judged."""
    with ledger._store().results() as results:
        return results.after(about(stands=["new"]), finding)


def conflicts(ledger: Ledger) -> dict[tuple[str, str], int]:
    """How many conflicts that nobody dismissed there are in each cell of the main table that has any, by its row and column."""
    with ledger._store().results() as results:
        found = results.cells(about(kind=["conflict"], stands=OPEN))
    return {("+".join(sorted(people)) or "none", category): count for (people, category), count in found.items()}
