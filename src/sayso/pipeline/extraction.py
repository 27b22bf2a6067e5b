"""extract(): split, then find."""

from __future__ import annotations

from sayso.find import figures
from sayso.languages import available
from sayso.model import Document, Figure
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
    return figures(document, list(sentences(document.text, document.aside)), document.language)
