"""One document being read: its sentences, made when first asked for, and what reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.find.attribution import Discourse
from sayso.find.dates import dateline, day
from sayso.find.memo import Memo
from sayso.find.numbers import numbers
from sayso.find.packed import Numbers, Spans
from sayso.find.places import Atlas
from sayso.find.sentence import Sentence
from sayso.find.speech import speech
from sayso.languages import gazetteer
from sayso.model import Document, Span


class Reading:
    """What is known of a document while it is read; `published` is its day or that of its dateline, None where there is none."""

    def __init__(self, document: Document, spans: Iterable[Span], language: str) -> None:
        self.document, self.language = document, language
        self.atlas = Atlas(gazetteer(language), language)
        self.published = day(document.published) or dateline(document.text, language)
        self.fingerprint = document.fingerprint  # hashes the whole text: once, not for each figure
        self._spans = Spans(spans)
        self._numbers = Numbers(numbers(document.text, 0, len(document.text), language))
        self.discourse = Discourse(document.text, speech(language), self.sentence, self._spans)
        self._sentences: Memo[Sentence] = Memo()

    def sentence(self, index: int) -> Sentence:
        """Return the sentence at an index."""
        kept = self._sentences.get(index)
        if kept is None:
            span = self._spans[index]
            kept = self._sentences[index] = Sentence(self.document.text, span, index, self._numbers.inside(*span), self.language)
        return kept

    def with_numbers(self) -> Iterator[Sentence]:
        """Yield the sentences that hold a number."""
        for index in range(len(self._spans)):
            start, end = self._spans[index]
            first = self._numbers.start(self._numbers.first(start))
            if first is not None and first < end:
                yield self.sentence(index)
