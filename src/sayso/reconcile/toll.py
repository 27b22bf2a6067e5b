"""Killed and injured of one event: the pair of numbers that most of what its texts say agrees with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model import Fate
from sayso.reconcile.account import Account, in_order
from sayso.reconcile.statement import Statement, statements, summed

HEADLINE, OPENING, BODY = 3.0, 2.0, 1.0
"""How much a statement weighs by where it stands."""
OPENING_SENTENCES = 2
APART, LOOSE, REPEATED = 0.25, 0.3, 0.3
"""By how much it weighs less: it speaks of other events, of single persons, or says the same as one before in its document."""
SUMMED = 0.5
"""Weight of the persons whom a document tells of one by one, added up."""
LATEST = 0.3
"""By how much the last document weighs more than the first."""
NO_DEATH = 1.5
"""Weight of a document that tells of the injured and of no death."""
AT_LEAST, ONE_OF_TWO, STILL_INJURED = 0.5, 0.7, 0.3
"""Share of agreement: with a number that is only a lower bound, with one number of two, with injured some of whom died later."""
INCLUDED, EXCLUDED = 0.7, 0.7
"""The same, where attackers died too: they would have to be among those killed by somebody, or besides those simply dead."""
UNSAID = 0.4
"""The same, of a title that tells of the injured and of no death, with nobody killed."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement of a document, by name, with its weight."""

    document: str
    statement: Statement
    weight: float


@dataclass(frozen=True, slots=True)
class Toll:
    """A pair of numbers of people, with the support that it has."""

    killed: int
    injured: int
    support: float = 0.0


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was said of one event: the statements with their weights, and the weight of documents that tell of no death."""

    voices: tuple[Voice, ...]
    deathless: float

    @property
    def attackers(self) -> int:
        """How many of the attackers died, as most weight has it."""
        weights: dict[int, float] = {}
        for voice in self.voices:
            if voice.statement.attackers and not voice.statement.apart:
                weights[voice.statement.attackers] = weights.get(voice.statement.attackers, 0.0) + voice.weight
        return max(weights, key=lambda number: (weights[number], -number), default=0)


def heard(accounts: tuple[Account, ...]) -> Heard:
    """Gather what documents say, the later ones with more weight; an earlier count of the dead is no more than a lower bound."""
    ordered = in_order(accounts)
    voices: list[Voice] = []
    deathless = 0.0
    for at, account in enumerate(ordered):
        late = 1 + LATEST * at / max(len(ordered) - 1, 1)
        own = list(_voices(account, late))
        risen = _risen(account, ordered[at + 1 :])
        voices += [replace(v, statement=v.statement.before(risen - _ended(ordered))) for v in own]
        if own and not any(m.fate is Fate.KILLED and not m.apart for m in account.mentions):
            deathless += NO_DEATH * late * (0 if risen else 1)
    return Heard(tuple(voices), deathless)


def _risen(account: Account, later: Sequence[Account]) -> int:
    """Return the number of dead that documents published on later days tell of where they give a toll, 0 where there are none.

    A toll stands in a title, beside the number of injured in an opening, or in words such as "a third victim has died".
    """
    first = account.published
    opened = [
        statement.killed
        for other in later
        if first and other.published and other.published[: len(first)] > first
        for statement in statements(other.mentions)
        if statement.toll(OPENING_SENTENCES)
    ]
    return max((number for number in opened if number is not None), default=0)


def _ended(accounts: Sequence[Account]) -> int:
    """Return how many attackers may be among the dead of one text and not of another."""
    return max((m.low for a in accounts for m in a.mentions if m.attacker and m.fate is Fate.KILLED), default=0)


def _voices(account: Account, late: float) -> Iterator[Voice]:
    seen: Counter[object] = Counter()
    for statement in statements(account.mentions):
        yield Voice(account.document, statement, late * _weight(statement) * (REPEATED if seen[statement.numbers] else 1))
        seen[statement.numbers] += 1
    together = summed(account.mentions, len(account.mentions))
    if together:
        yield Voice(account.document, together, late * SUMMED)


def _weight(statement: Statement) -> float:
    weight = HEADLINE if statement.headline else OPENING if statement.place <= OPENING_SENTENCES else BODY
    return weight * (APART if statement.apart else 1) * (LOOSE if statement.loose else 1)


def tolls(said: Heard) -> list[Toll]:
    """Return every pair of numbers that the statements allow, the best supported first."""
    found = [v.statement for v in said.voices]
    killed = {s.killed for s in found if s.killed is not None} | {0}
    killed |= {number + said.attackers for number in killed}
    injured = {s.injured for s in found if s.injured is not None} | {0}
    totals = {s.total for s in found if s.total is not None}
    pairs = {(k, i) for k in killed for i in injured | {t - k for t in totals if t >= k}}
    made = [Toll(k, i, support(k, i, said)) for k, i in pairs]
    return sorted(made, key=lambda t: (-round(t.support, 6), t.killed, t.injured))


def support(killed: int, injured: int, said: Heard) -> float:
    """Return how much of what was said agrees with a pair of numbers, by weight."""
    shares = (v.weight * agreement(killed, injured, v.statement, said.attackers) for v in said.voices)
    return sum(shares) + (said.deathless if killed == 0 else 0)


def agreement(killed: int, injured: int, statement: Statement, attackers: int) -> float:
    """Return by how much one statement agrees: 2 where it gives two numbers and both are these."""
    dead = of_killed(killed, statement, attackers)
    if statement.loose or statement.some:
        return dead + AT_LEAST * _reached(killed, injured, statement)
    silent = UNSAID * (statement.headline and statement.killed is None and not statement.attackers and killed == 0)
    if statement.total is not None:
        return float(statement.total == killed + injured) + dead + silent
    if statement.injured is None:
        return dead
    if statement.killed is None:
        return silent + (float(statement.injured == injured) or STILL_INJURED * (killed > 0 and statement.injured == killed + injured))
    both = dead and not statement.more and statement.injured == injured
    return 2.0 * dead if both else ONE_OF_TWO * (dead + (statement.injured == injured))


def _reached(killed: int, injured: int, statement: Statement) -> bool:
    """Tell whether there are as many injured as a statement that tells of some of them only."""
    if statement.total is not None:
        return killed + injured >= statement.total
    return statement.injured is not None and injured >= statement.injured


def of_killed(killed: int, statement: Statement, attackers: int) -> float:
    """Return by how much a statement agrees with a number of killed, attackers among them."""
    if statement.killed is None:
        return _of_attackers(killed, statement)
    if statement.attackers and statement.besides:
        return float(killed == statement.killed + statement.attackers)
    if statement.more or statement.loose:
        return AT_LEAST * (killed >= statement.killed)
    if attackers and not statement.attackers:
        without, within = (1.0, INCLUDED) if statement.exclusive else (EXCLUDED, 1.0)
        return without * (killed == statement.killed + attackers) or within * (killed == statement.killed)
    return float(killed == statement.killed)


def _of_attackers(killed: int, statement: Statement) -> float:
    """Return by how much a statement that tells of no death but that of attackers agrees with a number of killed."""
    if not statement.attackers:
        return 0.0
    return float(killed == statement.attackers) or AT_LEAST * (killed > statement.attackers)
