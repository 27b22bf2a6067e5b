"""Sources: what each originated and what it only passed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from fastapi import Query

from sayso.errors import UnknownName
from sayso.ledger import Ledger
from sayso.ledger.sources import Actor, actors, figures_of, links_of
from sayso.web.desk import AtDesk, Desk
from sayso.web.listing import Listing, Wanted
from sayso.web.page import Pages
from sayso.web.quotes import opened

pages = Pages("sources")
_SHOWN = 20

Order = Literal["originated", "-originated", "relayed", "-relayed", "name", "-name"]
_BY: Mapping[str, Callable[[Actor], Any]] = {
    "originated": lambda one: one.originated.figures,
    "relayed": lambda one: one.relayed.figures,
    "name": lambda one: one.name.casefold(),
}


@pages.listing("/sources", "sources.html", sheet="sources", summary="Sources, with what they originated and what they relayed")
def sources(
    desk: AtDesk,
    wanted: Wanted,
    q: Annotated[str, Query(max_length=300, description="Words that stand in a name of the source.")] = "",
    did: Annotated[Literal["", "originated", "relayed"], Query(description="Only those that did.")] = "",
    sort: Annotated[Order, Query(description="What the list is ordered by, with - from the highest.")] = "-originated",
) -> Listing:
    """Those whom figures are credited to, all names that are read as one together."""
    held = _ranked(desk).by(sort)
    words = q.casefold().split()
    found = [one for one in held if _meant(one, words, did)] if words or did else held
    return Listing(len(found), (one.to_dict() for one in wanted.of(found)), {"sort": sort})


@pages.page("/sources/{fingerprint}", "source.html", summary="One source with the figures that go back to it and those it passed on")
def source(desk: AtDesk, fingerprint: str) -> dict[str, Any]:
    """One source: its names and why they are read as one, the first twenty figures that go back to it, and those that it passed on."""
    actor = _ranked(desk).actors.get(fingerprint)
    if actor is None:
        raise UnknownName(f"there is no source {fingerprint!r}", advice="It may be read as another one by now: see all sources.")
    return {
        **actor.to_dict(),
        "links": [link.to_dict() for link in links_of(actor, desk.kept("links", desk.ledger.origins))],
        "originated_figures": _figures(desk.ledger, actor, True),
        "relayed_figures": _figures(desk.ledger, actor, False),
    }


class Ranked:
    """All sources by their fingerprints, and in each order that was asked for."""

    def __init__(self, held: Mapping[str, Actor]) -> None:
        self.actors = held
        self._sorted: dict[str, list[Actor]] = {}

    def by(self, sort: str) -> list[Actor]:
        """In an order; those that are alike in it as they were, the most credited first."""
        if sort not in self._sorted:
            name, down = sort.removeprefix("-"), sort.startswith("-")
            self._sorted[sort] = sorted(self.actors.values(), key=_BY[name], reverse=down)
        return self._sorted[sort]


def _ranked(desk: Desk) -> Ranked:
    return desk.sums("sources", lambda: Ranked(actors(desk.ledger)))


def _meant(one: Actor, words: list[str], did: str) -> bool:
    if (did == "originated" and not one.originated.figures) or (did == "relayed" and not one.relayed.figures):
        return False
    return not words or any(all(word in name.casefold() for word in words) for name in one.spellings)


def _figures(ledger: Ledger, actor: Actor, origin: bool) -> list[dict[str, Any]]:
    return [opened(figure) for figure in figures_of(ledger, actor, origin=origin, stretch=(0, _SHOWN)).figures]
