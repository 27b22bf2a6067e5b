"""Small documents and figures that stand in them."""

from __future__ import annotations

from typing import Any

from sayso.model import Basis, Document, Figure, Note, Quantifier, Role, Source, Unit

TEXT = "Officials in Dushanbe said 1,300 men had left for Syria. Of them 150 came back, a report by José Domínguez says.\n"


def document(name: str = "report", text: str = TEXT, **fields: Any) -> Document:
    return Document(name, text, **{"raw": text.encode("utf8", "replace"), **fields})


def figure(of: Document, words: str = "1,300", **fields: Any) -> Figure:
    """The figure at the first place where `words` stand; its quote is the whole text."""
    start = of.text.index(words)
    defaults: dict[str, Any] = {
        "low": 1300, "high": 1300, "quantifier": Quantifier.EXACT, "unit": Unit.PERSON, "category": "joined",
        "quote": of.text, "quote_start": 0, "document_fingerprint": of.fingerprint, "origin": ("TJ",), "location": ("SY",),
        "attribution": (Source("officials in Dushanbe", Role.ORIGIN, Basis.OFFICIAL),), "confidence": 0.9,
    }  # fmt: skip
    return Figure(of.name, start, start + len(words), words, **{**defaults, **fields})


def rich() -> tuple[Document, list[Figure]]:
    """A document and two figures with something in every field."""
    held = document(
        title="Men who left", publisher="The Daily Example", author="A. Writer", published="2017-10-27", language="en",
        url="https://example.org/a", event="e1", media_type="text/html", sha256="ab" * 32, raw=b"<p>\x00\xff</p>",
        aside=((0, 9), (20, 24)), notes=(Note("mended", "two characters were mended"), Note("cut", "a footnote mark was set apart")),
    )  # fmt: skip
    chain = (
        Source("a report", Role.RELAY),
        Source("José Domínguez", Role.ORIGIN, Basis.OWN_COUNT, resolved=True),
        Source("The Daily Example", Role.PUBLISHER, Basis.NONE_STATED),
    )
    first = figure(held)
    second = figure(
        held, "150", low=150, high=None, quantifier=Quantifier.AT_LEAST, unit=Unit.HOUSEHOLD, category="returned", noun="men",
        origin=("KG:Osh", "TJ"), location=(), as_of="2017-10", attribution=chain, disputed=True, part_of=(first.start, first.end),
        confidence=1 / 3, why={"category": "came back", "as_of": "the dateline"},
    )  # fmt: skip
    return held, [first, second]
