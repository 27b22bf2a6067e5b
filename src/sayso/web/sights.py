"""What a page shows of a figure that is looked at or decided on, JSON-ready: the same for templates, scripts and programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from sayso.codebook import load
from sayso.ledger.sights import Sight, as_read
from sayso.model import Decision, Figure, Review, Shown, Unit, words
from sayso.present.words import interval, readable, spoken
from sayso.review import reading_of
from sayso.store import Passage

LABELS = {
    "low": "From", "high": "To", "quantifier": "Put as", "unit": "Counts", "category": "Category", "noun": "Called",
    "origin": "People from", "location": "Place", "as_of": "As of", "source": "Said by", "disputed": "Disputed by its text",
    "part_of": "Part of",
}  # fmt: skip
"""What a person may correct, in the order of the form, and what it is called there."""

STANDINGS = {
    "new": ("machine-made", "machine"), "accepted": ("accepted", "calm"), "corrected": ("corrected", "accent"),
    "marked": ("marked by a person", "accent"), "rejected": ("rejected", "grave"), "unsure": ("unsure", "care"),
    "divided": ("persons disagree", "care"),
}  # fmt: skip
"""How each standing is told, and in which tone."""

_DID = {
    "accept": "accepted it", "reject": "rejected it", "correct": "corrected it", "mark": "marked it", "unsure": "could not tell",
    "note": "noted", "undo": "took back what they said",
}  # fmt: skip
_ROOM = 220
Segment = dict[str, str]


def card(sight: Sight, person: str, *, blind: bool = False) -> dict[str, Any]:
    """A figure to look at; with `blind` nothing of what others said is in it, so that whoever codes second is not led."""
    held = as_read(sight.review) if blind else sight.review
    figure = held.shown.figure
    said = [one for one in held.decisions if not blind or one.person == person]
    own = words(held.decisions).get(person)
    return {
        **named(figure), "badges": badges(held.shown, blind=blind), "version": held.version, "digest": figure.digest,
        "fields": entered(figure), "labels": LABELS,
        "passage": segments(figure, sight.passage), "wholes": _wholes(figure, sight.passage),
        "why": dict(figure.why),
        "confidence": figure.confidence, "own": own.verdict if own else "",
        "standing": "" if blind else held.shown.standing.value, "changed": held.shown.changed and not blind,
        "counted": held.shown.counted or blind, "by_person": held.shown.by_person and not blind,
        "apart": differences(held.machine, figure) if held.machine else [],
        "said": [spoken_of(one, held) for one in said], "withheld": len(held.decisions) - len(said),
    }  # fmt: skip


def named(figure: Figure) -> dict[str, Any]:
    """What stands on a figure wherever it is shown: number and codes, in words too."""
    book = load()
    people, place = ([readable(code, book.places) for code in codes] for codes in (figure.origin, figure.location))
    what = book.label(figure.category).lower()
    told = [what, *([f"from {', '.join(people)}"] if people else ()), *([f"in {', '.join(place)}"] if place else ())]
    told += [f"as of {figure.as_of}"] if figure.as_of else []
    return {
        "fingerprint": figure.fingerprint, "document": figure.document, "document_fingerprint": figure.document_fingerprint,
        "reported_text": figure.reported_text, "count": interval(figure.low, figure.high), "spoken": spoken(figure),
        "category": figure.category, "unit": figure.unit.value, "disputed": figure.disputed, "as_of": figure.as_of,
        "people": people, "place": place, "source": list(figure.source),
        "told": f"{'households ' if figure.unit is Unit.HOUSEHOLD else ''}{', '.join(told)}",
    }  # fmt: skip


def listed(held: Review) -> dict[str, Any]:
    """A row of a list: everything of the figure, how it stands, and its number with what stands next to it."""
    figure = held.shown.figure
    return {**held.shown.to_dict(), **named(figure), "badges": badges(held.shown), "version": held.version, "clip": clipped(figure)}


def badges(shown: Shown, *, blind: bool = False) -> list[tuple[str, str]]:
    """How a figure stands, in words each with its tone."""
    held = [] if blind else [STANDINGS[shown.standing.value]]
    changed = [("read otherwise since", "care")] if shown.changed and not blind else []
    return [*held, *changed, *([("disputed by its text", "care")] if shown.figure.disputed else [])]


def clipped(figure: Figure, room: int = _ROOM) -> list[str]:
    """What stands before the number, the number, and what stands behind it, cut at words where the quote is long."""
    start, end = figure.start - figure.quote_start, figure.end - figure.quote_start
    before, number, after = figure.quote[:start], figure.quote[start:end], figure.quote[end:]
    spare = max(room - len(number), 0)
    left = min(len(before), max(spare // 2, spare - len(after)))
    if len(before) > left:
        before = "…" + before[len(before) - left :].partition(" ")[2]
    if len(after) > spare - left:
        after = after[: spare - left].rpartition(" ")[0] + "…"
    return [before, number, after]


def entered(figure: Figure) -> dict[str, str]:
    """The fields as a form holds them, and as a correction may give them."""
    return {
        "low": "" if figure.low is None else str(figure.low), "high": "" if figure.high is None else str(figure.high),
        "quantifier": figure.quantifier.value, "unit": figure.unit.value, "category": figure.category, "noun": figure.noun,
        "origin": ", ".join(figure.origin), "location": ", ".join(figure.location), "as_of": figure.as_of or "",
        "source": " < ".join(figure.source), "disputed": "yes" if figure.disputed else "no",
        "part_of": f"{figure.part_of[0]}-{figure.part_of[1]}" if figure.part_of else "",
    }  # fmt: skip


def differences(before: Figure, after: Figure) -> list[dict[str, str]]:
    """The fields in which two readings differ, each with both."""
    one, other = entered(before), entered(after)
    apart = [name for name in LABELS if one[name] != other[name]]
    return [{"field": name, "label": LABELS[name], "before": one[name], "after": other[name]} for name in apart]


def spoken_of(decision: Decision, held: Review) -> dict[str, Any]:
    """What a person said, with the fields in which they read it otherwise than the machine."""
    reads = reading_of(decision.fields) if decision.fields and held.machine else None
    return {
        "person": decision.person, "verdict": decision.verdict, "did": _DID[decision.verdict], "time": decision.time, "note": decision.note,
        "differs": differences(held.machine, reads) if held.machine and reads else [],
    }  # fmt: skip


def segments(figure: Figure, passage: Passage) -> list[Segment]:
    """A passage in pieces: `place` is "quote" or "around", `mark` is "this" for the number, "beside" for other figures, or nothing."""
    pieces = _pieces(figure, passage)
    return [{"text": passage.text[start:end], "place": place, "mark": mark} for start, end, place, mark in pieces]


def _pieces(figure: Figure, passage: Passage) -> Iterator[tuple[int, int, str, str]]:
    size, shift = len(passage.text), passage.start
    quote = figure.quote_start - shift, figure.quote_start - shift + len(figure.quote)
    this = figure.start - shift, figure.end - shift
    beside = [(start - shift, end - shift) for start, end in passage.others]
    edges = {0, size, *quote, *this, *(edge for span in beside for edge in span if 0 <= edge <= size)}
    for start, end in pairwise(sorted(edges)):
        mark = "this" if _within(start, this) else "beside" if any(_within(start, span) for span in beside) else ""
        yield start, end, "quote" if _within(start, quote) else "around", mark


def _within(at: int, span: Sequence[int]) -> bool:
    return span[0] <= at < span[1]


def _wholes(figure: Figure, passage: Passage) -> list[list[str]]:
    """What the figure may be a part of: other figures near it, as a form offers them."""
    near = [span for span in passage.others if passage.start <= span[0] and span[1] <= passage.start + len(passage.text)]
    if figure.part_of and figure.part_of not in near:
        near.append(figure.part_of)
    return [[f"{start}-{end}", _words(passage, start, end)] for start, end in near]


def _words(passage: Passage, start: int, end: int) -> str:
    text = passage.text[start - passage.start : end - passage.start] if start >= passage.start else ""
    return f"“{text}”" if text else f"the figure at {start}-{end}"
