"""What one sentence says of an event: how many were killed, how many hurt, how many both together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sayso.model import Fate, Mention, Share

MOST_ALONE = 1
"""Persons that do not add up to a sum."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Numbers of one sentence in people, None where it does not say.

    `total` is of killed and injured together; `killed` is at least so many where `more` is true, `injured` and `total` where `some` is.
    `attackers` are those of the attackers who died, who come on top of `killed` where `besides` is true; where `exclusive` is true
    attackers cannot be among the `killed`. `loose` marks sentences that tell of single persons or of parts only, `added` the sum of
    those whom a document tells of one by one; `once` are the injured that it told of while fewer had died. `place` counts the sentences
    with mentions of the document from 0 on.
    """

    mentions: tuple[Mention, ...]
    place: int
    killed: int | None = None
    injured: int | None = None
    total: int | None = None
    more: bool = False
    some: bool = False
    attackers: int = 0
    besides: bool = False
    exclusive: bool = False
    loose: bool = False
    added: bool = False
    once: int | None = None

    @property
    def headline(self) -> bool:
        """Whether it is the title that says so."""
        return self.mentions[0].headline

    @property
    def apart(self) -> bool:
        """Whether the sentence speaks of other events."""
        return self.mentions[0].apart

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """What it says, to tell a repetition by."""
        return self.killed, self.injured, self.total, self.attackers

    @property
    def quote(self) -> str:
        """The sentence."""
        return self.mentions[0].quote

    def toll(self, opening: int) -> bool:
        """Tell whether it gives the dead of the whole event, as titles and the first `opening` sentences do."""
        if self.loose or self.apart or self.more or self.killed is None:
            return False
        counted = self.headline or (self.place <= opening and self.injured is not None)
        return counted or any(m.share is Share.WHOLE and m.fate is Fate.KILLED for m in self.mentions)

    def before(self, risen: int) -> Statement:
        """Return the statement as it reads once later texts tell of more dead: some whom it counts as injured have died."""
        if self.killed is None or self.loose or self.killed >= risen:
            return self
        both = self.killed + self.injured if self.injured is not None and self.total is None else self.total
        return replace(self, injured=None, total=both, more=True, once=self.injured)


def statements(mentions: Iterable[Mention]) -> Iterator[Statement]:
    """Yield a statement for each sentence of a document that has mentions; title first, then in the order of the text."""
    ordered = sorted(mentions, key=lambda m: (not m.headline, m.quote_start, m.start))
    for place, (_, found) in enumerate(groupby(ordered, key=lambda m: (m.headline, m.quote_start))):
        yield _statement(tuple(found), place)


def _sum(mentions: Sequence[Mention]) -> int | None:
    return sum(m.low for m in mentions) if mentions else None


def _statement(found: tuple[Mention, ...], place: int) -> Statement:
    victims = [m for m in found if not m.attacker]
    dead = [m for m in victims if m.fate is Fate.KILLED]
    hurt = [m for m in victims if m.fate is Fate.INJURED and m.share is not Share.PART]
    hit = [m for m in victims if m.fate is Fate.HIT and m.share is not Share.PART]
    killers = [m for m in found if m.attacker and m.fate is Fate.KILLED]
    killed = _dead(dead)
    injured, total = _living(hit, hurt, dead)
    parts_only = bool(dead) and all(m.share is Share.PART for m in dead) and not (hit or hurt)
    alone = all(m.person and m.share is not Share.WHOLE for m in victims)
    return Statement(
        found, place, killed, injured, total,
        more=parts_only or any(m.high is None for m in dead),
        some=all(m.person for m in (*hurt, *hit)) and not found[0].headline,
        attackers=max((m.low for m in killers), default=0),
        besides=any(m.share is not Share.PART for m in killers),
        exclusive=any(m.exclusive for m in dead),
        loose=parts_only or (alone and not (found[0].headline and len(victims) > MOST_ALONE)),
    )  # fmt: skip


def _dead(dead: Sequence[Mention]) -> int | None:
    """Return how many died: all so far where the sentence says so, else those told of, without parts of them."""
    every = [m.low for m in dead if m.share is Share.WHOLE]
    plain = [m for m in dead if m.share in (Share.PLAIN, Share.BESIDE)]
    return max([*every, _sum(plain) or 0]) if every else _sum(plain or dead)


def summed(mentions: Iterable[Mention], place: int) -> Statement | None:
    """Return what the persons add up to whom a document tells of one by one; None where there are not two of them."""
    persons: dict[int, Mention] = {}
    for mention in mentions:
        known = persons.get(mention.person)
        if mention.person and not mention.headline and not mention.apart and (known is None or mention.fate is Fate.KILLED):
            persons[mention.person] = mention
    victims = [m for m in persons.values() if not m.attacker]
    dead = sum(m.fate is Fate.KILLED for m in victims)
    if len(victims) < MOST_ALONE + 1:
        return None
    return Statement(tuple(victims), place, dead or None, len(victims) - dead or None, added=True)


def _living(hit: Sequence[Mention], hurt: Sequence[Mention], dead: Sequence[Mention]) -> tuple[int | None, int | None]:
    """Return the injured and the total, given those hurt and those of whom it is left open who lived."""
    injured, killed = _sum(hurt), _dead(dead)
    if not hit:
        later = bool(dead) and all(m.share is Share.PART and m.high is not None for m in dead)
        return (None, injured) if later else (injured, None)
    every = next((m.low for m in hit if m.share is Share.WHOLE), None)
    people = every or sum(m.low for m in hit)
    besides = people + (injured or 0) if hurt and hurt[0].share is Share.BESIDE else people
    if every is not None:
        return (None if killed is None else injured), every
    if hit[0].share is Share.BESIDE:
        return people + (injured or 0), None
    if killed is None or hit[0].start < dead[0].start:
        return None, besides
    if any(m.low == killed for m in hit):
        return injured, None
    return people + (injured or 0), None
