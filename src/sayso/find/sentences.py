"""The sentences of a document, made when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.find.memo import Memo
from sayso.find.numbers import numbers
from sayso.find.packed import Numbers, Spans
from sayso.find.sentence import Sentence
from sayso.model import Span


class Sentences:
    """The sentences of a text by index; those that were asked for last are kept, the others made again."""

    def __init__(self, text: str, spans: Iterable[Span], language: str) -> None:
        self._text, self._language = text, language
        self.spans = Spans(spans)
        self._numbers = Numbers(numbers(text, 0, len(text), language))
        self._kept: Memo[Sentence] = Memo()

    def at(self, index: int) -> Sentence:
        """Return the sentence at an index."""
        kept = self._kept.get(index)
        if kept is None:
            span = self.spans[index]
            kept = self._kept[index] = Sentence(self._text, span, index, self._numbers.inside(*span), self._language)
        return kept

    def with_numbers(self) -> Iterator[Sentence]:
        """Yield the sentences that hold a number."""
        for index in range(len(self.spans)):
            start, end = self.spans[index]
            first = self._numbers.start(self._numbers.first(start))
            if first is not None and first < end:
                yield self.at(index)
