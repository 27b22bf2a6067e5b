"""Corrections: what a person may say instead, borne out by the text and the codebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from sayso.codebook import load
from sayso.errors import BadCorrection
from sayso.model import Basis, Figure, Interval, Quantifier, Role, Source, Unit

FIELDS = ("low", "high", "quantifier", "unit", "category", "noun", "origin", "location", "as_of", "source", "disputed", "part_of")
"""What of a figure may be corrected; `source` names whom it is credited to, nearest first."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_FREE = ("region", "ethnic")
_LONGEST = 200
K = TypeVar("K", bound=StrEnum)


def corrected(figure: Figure, fields: Mapping[str, Any], ends: Interval, person: str) -> Figure:
    """The figure with some fields as a person has them; `ends` is the number that its expression names.

    Lists may come as text: codes with commas or +, sources with <. Raises BadCorrection with what is wrong and what may stand there.
    """
    unknown = sorted(fields.keys() - set(FIELDS))
    if unknown:
        raise BadCorrection(f"a figure has no field {unknown[0]!r} to correct", advice=f"There are: {', '.join(FIELDS)}.")
    made: dict[str, Any] = {}
    for name in (name for name in fields if name in _READ):
        with _about(name):
            made[name] = _READ[name](fields[name], figure)
    number = {name: fields[name] for name in ("low", "high", "quantifier") if name in fields}
    if number:
        with _about(next(iter(number))):
            made |= _number(figure, number, ends)
    said = dict.fromkeys(fields, f"said by {person}")
    if "source" in made:
        made["attribution"] = made.pop("source")
    return replace(figure, **{**made, "why": {**figure.why, **said}, "confidence": 1.0})


@contextmanager
def _about(field: str) -> Iterator[None]:
    """What is refused here is about this field, unless it is known better."""
    try:
        yield
    except BadCorrection as error:
        error.field = error.field or field
        raise


def _number(figure: Figure, given: Mapping[str, Any], ends: Interval) -> dict[str, Any]:
    """Interval and quantifier; the numbers have to stand in the expression, whatever is said of how they are put."""
    quantifier = _one_of(Quantifier, "quantifier", given.get("quantifier", figure.quantifier))
    low, high = _opened(quantifier, ends) if "quantifier" in given else (figure.low, figure.high)
    low, high = (_whole(given[name], name) if name in given else held for name, held in (("low", low), ("high", high)))
    named = f"the text names {ends.low:,}" if ends.low == ends.high else f"the text names {ends.low:,} to {ends.high:,}"
    if low not in (None, ends.low) or high not in (None, ends.high):
        raise BadCorrection(
            f"{named} here, and a number that does not stand in the text is no count of it",
            advice="Leave an end open, change the quantifier, or reject the figure and mark another place.",
        )
    wanted = _opened(quantifier, ends)
    if (low, high) not in {wanted, *([(ends.low, None), (None, ends.high)] if quantifier is Quantifier.RANGE else [])}:
        shown = " to ".join("open" if end is None else f"{end:,}" for end in wanted)
        raise BadCorrection(f"{quantifier.value.replace('_', ' ')} of what stands here is {shown}", advice="Change the quantifier instead.")
    return {"low": low, "high": high, "quantifier": quantifier}


def _opened(quantifier: Quantifier, ends: Interval) -> tuple[int | None, int | None]:
    """Which ends a quantifier leaves open."""
    low = None if quantifier in (Quantifier.AT_MOST, Quantifier.LESS_THAN) else ends.low
    high = None if quantifier in (Quantifier.AT_LEAST, Quantifier.MORE_THAN) else ends.high
    return low, high


def _whole(value: Any, name: str) -> int | None:
    """A whole number; nothing, or "open", is an open end."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    word = str(value).strip().replace(",", "").replace("\u2009", "").casefold()
    if word in ("", "open", "none"):
        return None
    if word.isascii() and word.isdigit():
        return int(word)
    raise BadCorrection(f"{name} {value!r} is no whole number", advice="Write it in digits, or leave it empty for an open end.")


def _one_of(kind: type[K], name: str, value: Any) -> K:
    word = str(value).strip().casefold().replace(" ", "_").replace("-", "_")
    known = [member.value for member in kind]
    if word not in known:
        raise BadCorrection(f"there is no {name} {value!r}", advice=_near(word, known))
    return kind(word)


def _category(value: Any, _: Figure) -> str:
    known = load().codes
    if value not in known:
        raise BadCorrection(f"there is no category {value!r}", advice=_near(str(value), known))
    return str(value)


def _codes(value: Any, _: Figure) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_code(word) for word in _split(value, "[,+;]")))


def _code(word: str) -> str:
    """A code of a place or a people: of a country, of a place in one (SY:Aleppo), region:... or ethnic:..."""
    head, colon, rest = word.partition(":")
    known = load().places
    if word in known or (colon and rest.strip() and len(word) <= _LONGEST and (head in _FREE or (head in known and ":" not in head))):
        return word
    raise BadCorrection(
        f"there is no code {word!r} of a place or a people",
        advice=f"{_near(word, [code for code in known if ':' not in code], 0)}Codes are TJ, SY:Aleppo, region:Central Asia, ethnic:Uighur.",
    )


def _date(value: Any, _: Figure) -> str | None:
    word = str(value or "").strip()
    if word and not _DATE.fullmatch(word):
        raise BadCorrection(f"{value!r} is no date", advice="Write 2017, 2017-10 or 2017-10-27, or nothing.")
    return word or None


def _sources(value: Any, figure: Figure) -> tuple[Source, ...]:
    """The publisher stays; names that were there keep their basis, the last is whom it goes back to."""
    names = [" ".join(name.split()) for name in _split(value, "<")]
    if any(len(name) > _LONGEST for name in names):
        raise BadCorrection("the name of a source is too long", advice=f"Give at most {_LONGEST} characters.")
    publisher = tuple(source for source in figure.attribution if source.role is Role.PUBLISHER)
    known = {source.name: source.basis for source in figure.attribution}
    roles = [Role.RELAY] * (len(names) - 1) + [Role.ORIGIN]
    return publisher + tuple(Source(name, role, known.get(name, Basis.NONE_STATED)) for name, role in zip(names, roles, strict=False))


def _flag(value: Any, _: Figure) -> bool:
    word = str(value).strip().casefold()
    if word in ("true", "yes", "1", "on"):
        return True
    if word in ("false", "no", "0", "", "off", "none"):
        return False
    raise BadCorrection(f"{value!r} is neither yes nor no", advice="Write yes or no.")


def _span(value: Any, figure: Figure) -> tuple[int, int] | None:
    """Where the figure stands that this one is a part of, as two offsets."""
    if value in (None, "", "none"):
        return None
    parts = _split(value, "[-,]")
    if len(parts) != 2 or not all(part.isdigit() for part in parts) or not int(parts[0]) < int(parts[1]):
        raise BadCorrection(f"{value!r} is no place in the text", advice="Give where the whole stands as START-END, or nothing.")
    span = int(parts[0]), int(parts[1])
    if span == (figure.start, figure.end):
        raise BadCorrection("a figure is no part of itself", advice="Give the place of the whole.")
    return span


def _noun(value: Any, _: Figure) -> str:
    word = " ".join(str(value or "").split())
    if len(word) > _LONGEST:
        raise BadCorrection("the noun is too long", advice=f"Give at most {_LONGEST} characters.")
    return word


def _split(value: Any, at: str) -> list[str]:
    parts: Sequence[Any] = re.split(at, value) if isinstance(value, str) else list(value or ())
    return [str(part).strip() for part in parts if str(part).strip()]


def _near(word: str, known: Sequence[str], more: int = 1) -> str:
    near = get_close_matches(word, known, 1)
    return (f"Did you mean {near[0]!r}? " if near else "") + (f"There are: {', '.join(known)}." if more else "")


_READ: Mapping[str, Callable[[Any, Figure], Any]] = {
    "unit": lambda value, _: _one_of(Unit, "unit", value),
    "category": _category,
    "noun": _noun,
    "origin": _codes,
    "location": _codes,
    "as_of": _date,
    "source": _sources,
    "disputed": _flag,
    "part_of": _span,
}
