"""All figures of a document: candidates, then what each sentence and its neighbours say of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from weakref import WeakValueDictionary

from sayso.find.attribution import Discourse
from sayso.find.bounds import value
from sayso.find.counted import counted
from sayso.find.dates import day
from sayso.find.draft import Draft, Drafts
from sayso.find.evidence import NOTHING, Before, evidence
from sayso.find.fields import fill
from sayso.find.numbers import Number, numbers
from sayso.find.phrase import phrase_start
from sayso.find.places import Atlas
from sayso.find.sentence import Sentence
from sayso.find.speech import speech
from sayso.find.status import status
from sayso.find.traps import trapped
from sayso.languages import gazetteer, lexicon
from sayso.model import Document, Figure, Span

MEMORY = 12


@dataclass(slots=True)
class Reading:
    """One document being read: its sentences, made when first asked for, and what reads them."""

    document: Document
    spans: Sequence[Span]
    found: Sequence[Number]
    language: str
    atlas: Atlas
    discourse: Discourse = field(init=False)
    published: date | None = field(init=False)
    _starts: list[int] = field(init=False)
    # Sentences that a draft or the last look-ups hold are kept, the others are made again when asked for.
    _sentences: WeakValueDictionary[int, Sentence] = field(default_factory=WeakValueDictionary)
    _recent: deque[Sentence] = field(default_factory=lambda: deque(maxlen=4 * MEMORY))

    def __post_init__(self) -> None:
        self.discourse = Discourse(self.document.text, speech(self.language), self.sentence, self.spans)
        self.published = day(self.document.published)
        self._starts = [n.start for n in self.found]

    def sentence(self, index: int) -> Sentence:
        """Return the sentence at an index."""
        kept = self._sentences.get(index)
        if kept is None:
            start, end = self.spans[index]
            inside = self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            inside = [n for n in inside if n.end <= end]
            kept = self._sentences[index] = Sentence(self.document.text, (start, end), index, inside, lexicon(self.language))
            self._recent.append(kept)
        return kept

    def with_numbers(self) -> Iterator[Sentence]:
        """Yield the sentences that hold a number."""
        for index, (start, end) in enumerate(self.spans):
            at = bisect_left(self._starts, start)
            if at < len(self._starts) and self._starts[at] < end:
                yield self.sentence(index)


def _before(drafts: Drafts, sentence: Sentence) -> Before:
    """Sum up what was counted before this point."""
    if not drafts:
        return NOTHING
    last = drafts[-1]
    values = frozenset((d.value.low, d.value.high) for d in drafts[-MEMORY:])
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


def figures(document: Document, spans: Sequence[Span], language: str = "en") -> list[Figure]:
    """Return the figures of a document in the order of its text.

    `spans` are its sentences. Pure: the same document gives the same figures. Rules and their order are those of the word
    lists of the language; each figure tells in `why` which rule gave each field.
    """
    found = list(numbers(document.text, 0, len(document.text), language))
    reading = Reading(document, spans, found, language, Atlas(gazetteer(language), language))
    drafts = Drafts()
    for sentence in reading.with_numbers():
        for number in sentence.numbers:
            draft = _candidate(reading, sentence, number, drafts)
            if draft is not None:
                drafts.take(draft)
    return fill(document, drafts, reading.atlas, reading.discourse, reading.published)
