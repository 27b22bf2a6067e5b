"""One document being read, and what reads it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.find.attribution import Discourse
from sayso.find.dates import dateline, day
from sayso.find.places import Atlas
from sayso.find.sentences import Sentences
from sayso.find.speech import speech
from sayso.languages import gazetteer
from sayso.model import Document, Span


class Reading:
    """What is known of a document while it is read; `published` is its day or that of its dateline, None where there is none.

    Nothing of it refers back to it: so all of it is gone as soon as the document is read.
    """

    def __init__(self, document: Document, spans: Iterable[Span], language: str) -> None:
        self.document, self.language = document, language
        self.atlas = Atlas(gazetteer(language), language)
        self.published = day(document.published) or dateline(document.text, language)
        self.fingerprint = document.fingerprint  # hashes the whole text: once, not for each figure
        self.sentences = Sentences(document.text, spans, language)
        self.discourse = Discourse(document.text, speech(language), self.sentences.at, self.sentences.spans)
