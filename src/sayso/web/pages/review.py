"""Review: the queues, and one figure of a queue after the other."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query

from sayso.ledger import sights
from sayso.store import Cut
from sayso.web.desk import AtDesk
from sayso.web.page import Pages
from sayso.web.pages.decisions import BLIND
from sayso.web.sights import card
from sayso.web.viewer import Seen

pages = Pages("review")
_QUEUES = {
    "new": ("New", "Nobody has looked at these yet: they are what a machine read."),
    "in_conflict": ("In a conflict", "Figures that quarrel with others about the same people, or are passed on with two numbers."),
    "disputed": ("Disputed", "Their own text calls them wrong, denied, too low or too high."),
    "low_confidence": ("Low confidence", "As likely wrong as right."),
    "changed": ("Changed since reviewed", "The machine reads the text otherwise than when somebody judged it."),
    "second": ("Second opinion", "Judged by others, not by you; what they said is not shown before you have said yours."),
    "disagreement": ("Disagreement", "Persons read these differently; until they agree the machine's reading counts."),
    "unsure": ("Unsure", "Whoever looked could not tell."),
}
_BATCH = 8


@pages.page("/review", "queues.html", summary="What waits for review, and how far persons agree")
def queues(desk: AtDesk, seen: Seen) -> dict[str, Any]:
    """Every queue with how many figures wait in it for whoever looks on, and Krippendorff's alpha."""
    counts = desk.facts(("queues", seen.name), lambda: sights.queues(desk.ledger, seen.name))
    agreement = desk.facts("agreement", desk.ledger.agreement)
    held = [{"queue": name, "name": _QUEUES[name][0], "about": _QUEUES[name][1], "figures": counts[name]} for name in _QUEUES]
    return {"queues": held, "agreement": agreement.to_dict()}


@pages.page("/review/{queue}", "review.html", summary="The next figures of a queue, each with its context")
def review(
    desk: AtDesk,
    queue: str,
    seen: Seen,
    after: Annotated[str, Query(max_length=16, description="Only figures behind this one, by its fingerprint.")] = "",
    size: Annotated[int, Query(ge=1, le=100, description="How many at once.")] = _BATCH,
) -> dict[str, Any]:
    """Figures that wait in a queue, in the order of documents and places."""
    held = sights.waiting(desk.ledger, queue, seen.name, Cut(limit=size + 1, after=after))
    name, about = _QUEUES[queue]
    return {
        "queue": queue, "name": name, "about": about, "blind": queue in BLIND, "after": after, "more": len(held) > size,
        "cards": [card(one, seen.name, blind=queue in BLIND) for one in held[:size]],
    }  # fmt: skip
