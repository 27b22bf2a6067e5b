"""All figures of a document: candidates, then what each sentence and its neighbours say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.find.bounds import value
from sayso.find.counted import counted
from sayso.find.draft import Draft, Drafts
from sayso.find.evidence import NOTHING, Before, evidence
from sayso.find.fields import figure, passes
from sayso.find.numbers import Number
from sayso.find.passes import Passes
from sayso.find.phrase import phrase_start
from sayso.find.reading import Reading
from sayso.find.sentence import Sentence
from sayso.find.status import status
from sayso.find.traps import trapped
from sayso.model import Document, Figure, Span

MEMORY = 12


def _before(drafts: Drafts, sentence: Sentence) -> Before:
    """Sum up what was counted before this point."""
    recent = drafts.last(MEMORY)
    if not recent:
        return NOTHING
    last = recent[-1]
    values = frozenset((d.value.low, d.value.high) for d in recent)
    return Before(sentence.index - last.sentence.index, values, last.sentence is sentence)


def _candidate(reading: Reading, sentence: Sentence, number: Number, drafts: Drafts) -> Draft | None:
    """Return the draft of a figure if the number counts people."""
    i = sentence.at(number)
    people = counted(sentence, i, reading.atlas.people_at)
    trap = trapped(sentence, i, number, people, reading.language)
    if trap:
        sentence.trapped[i] = trap
        return None
    said = status(sentence, i, people, reading.language)
    draft = Draft(sentence, i, phrase_start(sentence, i), number, people, said)
    draft.rule = evidence(draft, _before(drafts, sentence), reading.atlas.of(sentence), reading.language)
    draft.value = value(reading.document.text, number, reading.language)
    return draft if draft.rule else None


def figures(document: Document, spans: Iterable[Span], language: str = "en") -> Iterator[Figure]:
    """Yield the figures of a document in the order of its text.

    `spans` are its sentences. Pure: the same document gives the same figures. Rules and their order are those of the word
    lists of the language; each figure tells in `why` which rule gave each field.
    """
    reading, drafts = Reading(document, spans, language), Drafts()
    filling = Passes(drafts, passes(reading, drafts))
    for sentence in reading.sentences.with_numbers():
        for number in sentence.numbers:
            draft = _candidate(reading, sentence, number, drafts)
            if draft is not None:
                drafts.take(draft)
        for draft in filling.through():
            yield figure(draft, drafts, reading)
    for draft in filling.through(last=True):
        yield figure(draft, drafts, reading)
