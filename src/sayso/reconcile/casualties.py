"""The estimates of the killed and the injured of an event, with what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Aside, Estimate, Fate, Mention, Quantity, Status
from sayso.reconcile.account import Account
from sayso.reconcile.statement import Statement
from sayso.reconcile.toll import Heard, Toll, Voice, heard, of_killed, tolls

POLICY = "event-agreement"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two numbers: the best, what a statement says of it, whether it agrees, and which mentions it rests on."""

    category: str
    best: int
    said: Callable[[Statement], int | None]
    agrees: Callable[[Statement], bool]
    fates: frozenset[Fate]


def casualties(event: str, accounts: tuple[Account, ...]) -> list[Estimate]:
    """Return the estimates of killed and injured; none where no text speaks of either."""
    said = heard(accounts)
    if not said.voices:
        return []
    best = tolls(said)[0]
    return [made for side in _sides(best, said) if (made := _estimate(event, side, best, said))]


def _sides(best: Toll, said: Heard) -> Iterator[Side]:
    attackers = said.attackers
    yield Side(
        "killed",
        best.killed,
        lambda s: _dead(s, best, attackers),
        lambda s: _dead(s, best, attackers) == best.killed,
        frozenset([Fate.KILLED]),
    )
    yield Side(
        "injured", best.injured, lambda s: _hurt(s, best), lambda s: _hurt(s, best) == best.injured, frozenset([Fate.INJURED, Fate.HIT])
    )


def _dead(statement: Statement, best: Toll, attackers: int) -> int | None:
    """Return the killed of a statement, with the attackers who died; 0 where it tells of the injured only and nobody was killed."""
    if statement.killed is None:
        injured_only = not (statement.loose or statement.attackers) and (statement.injured or statement.total)
        return 0 if injured_only and not best.killed else None
    if of_killed(best.killed, statement, attackers) and not statement.more:
        return best.killed
    return statement.killed + (statement.attackers if statement.besides else 0)


def _hurt(statement: Statement, best: Toll) -> int | None:
    """Return the injured of a statement; of people hit those whom the best number of killed leaves."""
    if statement.injured is not None:
        return statement.injured
    return max(statement.total - best.killed, 0) if statement.total is not None else None


def _estimate(event: str, side: Side, best: Toll, said: Heard) -> Estimate | None:
    speaking = [v for v in said.voices if side.said(v.statement) is not None]
    if not any(side.fates & {m.fate for m in v.statement.mentions} for v in speaking):
        return None
    fitting = [v for v in speaking if not v.statement.apart and side.agrees(v.statement)]
    used = [v for v in fitting if not v.statement.loose] or fitting
    rest = [v for v in speaking if v not in used]
    low, high = _range(speaking, side)
    names = dict.fromkeys(name for v in used for name in _names(v.statement, side))
    aside = dict.fromkeys(Aside(name, _reason(v.statement, side)) for v in rest for name in _names(v.statement, side) if name not in names)
    documents = {v.document for v in used}
    origins = len(_origins(used))
    return Estimate(
        quantity=Quantity(side.category, event=event), policy=POLICY, low=low, best=side.best, high=high,
        status=_status(origins, low == high), reports=len(documents), origins=origins,
        used=tuple(names), aside=tuple(aside),
        rule=_rule(side, best, said),
    )  # fmt: skip


def _range(speaking: Sequence[Voice], side: Side) -> tuple[int, int]:
    """Return the lowest and the highest number that a document stands by: of those of one text all that have the most weight."""
    weights: dict[str, dict[int, float]] = {}
    for voice in speaking:
        number = _said(voice.statement, side)
        if number is not None and not voice.statement.apart and not voice.statement.loose:
            own = weights.setdefault(voice.document, {})
            own[number] = own.get(number, 0.0) + voice.weight
    claims = [number for own in weights.values() for number in own if own[number] == max(own.values())]
    return min([*claims, side.best]), max([*claims, side.best])


def _said(statement: Statement, side: Side) -> int | None:
    """Return what a statement says: of injured some of whom died since their number then, unless those who are left are the best."""
    number = side.said(statement)
    return statement.once if side.category == "injured" and statement.once is not None and number != side.best else number


def _origins(used: Sequence[Voice]) -> set[str]:
    """Return the documents that say it in a sentence of their own: one that only repeats another's words is its echo."""
    first: dict[str, str] = {}
    for voice in used:
        first.setdefault(" ".join(voice.statement.quote.split()), voice.document)
    return set(first.values())


def _status(origins: int, agreed: bool) -> Status:
    if not origins:
        return Status.UNRESOLVED
    if not agreed:
        return Status.CONTESTED
    return Status.SINGLE if origins == 1 else Status.CORROBORATED


def _names(statement: Statement, side: Side) -> list[str]:
    """Return what a statement rests on: fingerprints of figures, or the sentence where there is no figure."""
    own = [m for m in statement.mentions if m.fate in side.fates] or list(statement.mentions)
    return list(dict.fromkeys(m.figure or _quoted(m) for m in own))


def _quoted(mention: Mention) -> str:
    words = " ".join(mention.quote.split())
    return f"{'title: ' if mention.headline else ''}“{words}”"


def _reason(statement: Statement, side: Side) -> str:
    number = side.said(statement)
    if statement.apart:
        return "speaks of other events as well"
    if statement.added:
        return f"persons told of one by one, who add up to {number}"
    if statement.loose:
        return "tells of some of them only"
    if statement.more and side.category == "killed":
        return f"says {number} at least, or so many at the time"
    if side.category == "injured" and statement.once is not None:
        return f"says {statement.once}, of a day when fewer had died"
    if side.category == "injured" and statement.injured is None:
        return f"comes to {number} besides the killed, which less of what was said agrees with than with {side.best}"
    return f"says {number}, which less of what was said agrees with than with {side.best}"


def _rule(side: Side, best: Toll, said: Heard) -> str:
    documents = len({v.document for v in said.voices})
    where = f"{len(said.voices)} sentences of {documents} documents" if documents > 1 else f"{len(said.voices)} sentences of one document"
    parts = [
        f"{best.killed} killed and {best.injured} injured agree with most of {where}",
        "titles, openings and later documents weigh more",
    ]
    if side.category == "killed" and said.attackers and best.killed:
        parts.append("attackers who died are counted")
    if side.category == "injured" and best.killed and any(v.statement.total for v in said.voices):
        parts.append("people hit are injured unless killed")
    return "; ".join(parts) + "."
