"""How far persons who judged the same figures agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.model import Decision, Figure, Verdict, words
from sayso.review.readings import reading_of

Unit = Mapping[str, Hashable]
"""What each person says of one thing."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Krippendorff's alpha over what persons stand for, for the verdict and for each field.

    `figures` were judged by two persons or more, `divided` of them are those whose readings differ; `alpha` is 1 where all agree and
    about 0 where they agree as chance would have it, None where nothing varies or nobody judged the same.
    """

    persons: tuple[str, ...]
    figures: int
    divided: int
    alpha: Mapping[str, float | None]

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values; JSON-ready."""
        return {"persons": list(self.persons), "figures": self.figures, "divided": self.divided, "alpha": dict(self.alpha)}


def alpha(units: Iterable[Unit]) -> float | None:
    """Krippendorff's alpha for nominal data with missing values.

    None where no unit has two values or all values are the same, for which it is not defined. Source: K. Krippendorff, Computing
    Krippendorff's Alpha-Reliability, 2011, with the coincidence matrix of section C.
    """
    paired = [values for unit in units if len(values := list(unit.values())) > 1]
    total: Counter[Hashable] = Counter(value for values in paired for value in values)
    n = total.total()
    expected = n * n - sum(count * count for count in total.values())
    if not expected:
        return None
    observed = sum(
        (len(values) ** 2 - sum(count * count for count in Counter(values).values())) / (len(values) - 1) for values in paired
    )
    return 1 - (n - 1) * observed / expected


def agreement(decisions: Iterable[Decision]) -> Agreement:
    """How far persons agree on figures, from all that was ever said of them; notes and what was taken back do not count."""
    by_figure: dict[tuple[str, ...], list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_figure[decision.subject].append(decision)
    judged = [words(held) for held in by_figure.values()]
    judged = [{person: one for person, one in said.items() if one.verdict != Verdict.UNSURE} for said in judged]
    twice = [said for said in judged if len(said) > 1]
    persons = sorted({person for said in twice for person in said})
    readings = [{person: _value(one, lambda figure: figure.digest) for person, one in said.items()} for said in twice]
    divided = sum(len(set(values.values())) > 1 for values in readings)
    measured = {name: alpha(_units(twice, value)) for name, value in _FIELDS.items()}
    return Agreement(tuple(persons), len(twice), divided, {"verdict": alpha(_verdicts(twice)), "reading": alpha(readings), **measured})


_FIELDS: Mapping[str, Callable[[Figure], Hashable]] = {
    "number": lambda figure: (figure.low, figure.high, figure.quantifier),
    "unit": lambda figure: figure.unit,
    "category": lambda figure: figure.category,
    "origin": lambda figure: frozenset(figure.origin),
    "location": lambda figure: frozenset(figure.location),
    "as_of": lambda figure: figure.as_of,
    "source": lambda figure: figure.source,
    "disputed": lambda figure: figure.disputed,
    "part_of": lambda figure: figure.part_of,
}


def _verdicts(judged: Iterable[Mapping[str, Decision]]) -> list[Unit]:
    """A figure or none: what was marked or corrected is a figure."""
    return [{person: one.verdict == Verdict.REJECT for person, one in said.items()} for said in judged]


def _units(judged: Iterable[Mapping[str, Decision]], value: Callable[[Figure], Hashable]) -> list[Unit]:
    """A field of each reading; whoever says that it is no figure says nothing of its fields."""
    return [{person: value(reading_of(one.fields)) for person, one in said.items() if one.fields} for said in judged]


def _value(decision: Decision, value: Callable[[Figure], Hashable]) -> Hashable:
    return value(reading_of(decision.fields)) if decision.fields else None
