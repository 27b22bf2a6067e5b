"""Numbers, codes and chains in the words that a person reads."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model import Basis, Figure, Quantifier, Source, Unit

NONE = "none"
"""Key of a row or column whose figures do not say."""

_SPOKEN = {
    Quantifier.EXACT: "{low}",
    Quantifier.APPROXIMATELY: "about {low}",
    Quantifier.AT_LEAST: "at least {low}",
    Quantifier.MORE_THAN: "more than {low}",
    Quantifier.AT_MOST: "at most {high}",
    Quantifier.LESS_THAN: "fewer than {high}",
    Quantifier.RANGE: "from {low} to {high}",
    Quantifier.VAGUE: "from {low} to {high}",
}


def interval(low: int | None, high: int | None, least: int | None = None, most: int | None = None) -> str:
    """`2,000`, `2,000–4,000`; an open end as `2,000+` or `up to 4,000`.

    `least` and `most` are the numbers named at an open end: at least 2,000 in one text and 4,200 in another is `2,000–4,200+`,
    3,000 in one and up to 4,000 in another is `3,000–4,000`.
    """
    bottom, top = low if low is not None else least, high if high is not None else most
    bottom, top = (top if bottom is None else bottom), (bottom if top is None else top)
    if bottom is None or top is None:
        return "?"
    if bottom == top:
        return f"{'up to ' if low is None else ''}{bottom:,}{'+' if high is None else ''}"
    return f"{bottom:,}–{top:,}{'+' if high is None else ''}"


def spoken(figure: Figure) -> str:
    """The interval of a figure as a sentence has it: `at least 2,000 people`."""
    low, high = (f"{n:,}" if n is not None else None for n in (figure.low, figure.high))
    pattern = _SPOKEN[figure.quantifier]
    if (low is None and "{low}" in pattern) or (high is None and "{high}" in pattern):
        pattern = "{low} or more" if low else "up to {high}" if high else "an unstated number of"
    one = figure.low == 1 == figure.high
    noun = {Unit.PERSON: ("people", "person"), Unit.HOUSEHOLD: ("households", "household")}[figure.unit][one]
    vague = ", put vaguely" if figure.quantifier is Quantifier.VAGUE else ""
    return f"{pattern.format(low=low, high=high)} {noun}{vague}"


def readable(key: str, names: Mapping[str, str]) -> str:
    """Display name of a code or a key of several (`IQ+SY`); the key itself where there is none."""
    if key in names:
        return names[key]
    if key == NONE:
        return "not stated"
    parts = key.split("+")
    return " + ".join(_place(part, names) for part in parts)


def _place(code: str, names: Mapping[str, str]) -> str:
    if code in names:
        return names[code]
    kind, colon, rest = code.partition(":")
    if not colon:
        return code
    around = names.get(kind, kind)
    return rest if kind in ("region", "ethnic") or around in rest else f"{rest}, {around}"


def plural(count: int, noun: str) -> str:
    """`1 document`, `2 documents`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def link(source: Source) -> str:
    """A link with its role and on what authority it speaks."""
    said = [source.role.value]
    if source.basis is not Basis.NONE_STATED:
        said.append(source.basis.value.replace("_", " "))
    if source.resolved:
        said.append("named elsewhere in the text")
    return f"{source.name} ({', '.join(said)})"
