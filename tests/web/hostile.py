"""Documents that try to get at whoever looks at them: markup in every text that a document can bring."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Basis, Document, Figure, Quantifier, Role, Source, Unit

HURT = "</script></title></textarea><script>window.hurt=1</script><img src=x onerror=window.hurt=1>\"'><svg onload=window.hurt=1>{{ 7*7 }}"
"""Markup that sets `window.hurt` wherever it is taken for markup."""

_DOCUMENT = Document(
    f"name {HURT}", "", title=f"Title {HURT}", publisher=f"Publisher {HURT}", author=f"Author {HURT}", published="2016-05-01",
    url="javascript:window.hurt=1", event=f"event {HURT}",
)  # fmt: skip


def readings() -> list[tuple[Document, list[Figure]]]:
    """Two documents with figures that quarrel, so that findings speak of them too."""
    return [_reading(number, f"Ministry of {HURT} number {at}") for at, number in enumerate(("500", "900"))]


def _reading(number: str, source: str) -> tuple[Document, list[Figure]]:
    quote = f"{source} said that {number} <b onclick=window.hurt=1>fighters</b> {HURT} joined."
    document = replace(_DOCUMENT, name=f"{number} {_DOCUMENT.name}", text=f"{HURT}\n{quote}\n{HURT}\n")
    start = document.text.index(f"that {number} ") + len("that ")
    figure = Figure(
        document.name, start, start + len(number), number, int(number), int(number), Quantifier.EXACT, Unit.PERSON, "joined", quote,
        document.text.index(quote), document_fingerprint=document.fingerprint, noun=f"fighters {HURT}", origin=("KG",),
        location=("SY", f"region:{HURT}"), as_of="2016",
        attribution=(Source(f"Relay {HURT}", Role.RELAY), Source(source, Role.ORIGIN, Basis.OFFICIAL)),
        confidence=0.5, why={"found": HURT},
    )  # fmt: skip
    return document, [figure]
