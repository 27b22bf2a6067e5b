"""extract(): split, then find; mentions(): those of whom a text says that they were harmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso import find
from sayso.find import figures
from sayso.languages import available
from sayso.model import Document, Figure, Mention
from sayso.split import sentences


def extract(document: Document | str) -> list[Figure]:
    """Return the figures of a document, or of a bare text, in the order of the text.

    Pure: no database, network, clock or environment. A document in a language that has no rules yet gives no figures.

    >>> [f.low for f in extract("At least 12 people were killed, police told Reuters.")]
    [12]
    """
    if isinstance(document, str):
        document = Document(name="text", text=document)
    if document.language not in available():
        return []
    return list(figures(document, sentences(document.text, document.aside), document.language))


def mentions(document: Document, found: Sequence[Figure]) -> list[Mention]:
    """Return everyone of whom a document and its title say that they were killed, hurt or hit; `found` are its figures.

    Pure, like `extract`; nobody is named.
    """
    if document.language not in available():
        return []
    told = find.mentions(document, sentences(document.text, document.aside), found, document.language)
    if document.title:
        title = replace(document, text=document.title, aside=())
        heads = find.mentions(title, sentences(title.text), extract(title), document.language, headline=True)
        told = [replace(mention, document=document.fingerprint, figure="") for mention in heads] + told
    return told
