"""A figure that a person marks in a text: its number has to stand there, and is read by the same rules as the machine's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.errors import BadCorrection
from sayso.find import ends, numbers, reparse
from sayso.model import Document, Figure, Role, Source, Span, Unit
from sayso.review import corrected
from sayso.split import sentences


def marked(document: Document, start: int, end: int, fields: Mapping[str, Any], here: Sequence[Figure], person: str) -> Figure:
    """The figure of a number that stands at a place of a text, with what a person says of it (a category at least).

    `here` are the figures that are there already. Raises BadCorrection where no number stands just there, and says which ones do nearby.
    """
    if here:
        advice = f"Correct that one instead: {here[0].fingerprint[:8]}."
        raise BadCorrection(f"there is a figure at this place already, {here[0].reported_text!r}", where=document.name, advice=advice)
    sentence = _sentence(document, start, end)
    near = [(number.start, number.end) for number in numbers(document.text, *sentence, document.language)]
    read = reparse(document.text, start, end, document.language) if (start, end) in near else None
    named = ends(document.text, start, end, document.language)
    if read is None or named is None:
        told = ", ".join(f"{document.text[at:to]!r} at {at}-{to}" for at, to in near[:5])
        advice = f"In this sentence there are: {told}." if near else "Mark digits or number words, without what stands around them."
        raise BadCorrection(f"{document.text[start:end][:60]!r} is no number expression of its own", where=document.name, advice=advice)
    if not fields.get("category"):
        raise BadCorrection("what is said of these people is missing", where=document.name, advice="Give a category, such as killed.")
    publisher = (Source(document.publisher, Role.PUBLISHER),) if document.publisher else ()
    bare = Figure(
        document.name, start, end, document.text[start:end], read.low, read.high, read.quantifier, Unit.PERSON, str(fields["category"]),
        document.text[slice(*sentence)], sentence[0], document.fingerprint, attribution=publisher, why={"rule": f"marked by {person}"},
    )  # fmt: skip
    return corrected(bare, fields, named, person)


def _sentence(document: Document, start: int, end: int) -> Span:
    """The sentence around a place; of a stretch that is not the author's account too."""
    if not 0 <= start < end <= len(document.text):
        advice = f"The text has {len(document.text):,} characters."
        raise BadCorrection(f"{start} to {end} is no place in the text", where=document.name, advice=advice)
    for aside in (document.aside, ()):
        for at, to in sentences(document.text, aside):
            if at <= start and end <= to:
                return at, to
    raise BadCorrection("the place reaches over more than one sentence", where=document.name, advice="Mark the number alone.")
