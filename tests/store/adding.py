"""Run as a program: adds documents to a ledger and prints each as soon as it is reported as added."""

from __future__ import annotations

import sys

from sayso.model import Document, Figure, Quantifier, Unit
from sayso.store import Store

FIGURES = 5


def reading(name: str) -> tuple[Document, list[Figure]]:
    text = f"{name}. " + "".join(f"Some {n} people left. " for n in range(10, 10 + FIGURES)) + "And so on. " * 400
    document = Document(name, text, raw=text.encode())
    starts = [text.index(f"Some {n} people") for n in range(10, 10 + FIGURES)]
    return document, [figure(document, start) for start in starts]


def figure(document: Document, start: int) -> Figure:
    number, quote = document.text[start + 5 : start + 7], document.text[start : start + 20]
    kind = (Quantifier.APPROXIMATELY, Unit.PERSON, "joined")
    return Figure(document.name, start + 5, start + 7, number, int(number), int(number), *kind, quote, start, document.fingerprint)


if __name__ == "__main__":
    path, prefix, count = sys.argv[1:]
    with Store.open(path) as store:
        for number in range(int(count)):
            held, figures = reading(f"{prefix}{number}")
            store.add(held, figures)
            print("added", held.name, flush=True)
