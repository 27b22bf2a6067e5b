"""Figures as lines of a format, one at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import click

from sayso.cli.terminal import painted, piped, width
from sayso.model import Document, Figure
from sayso.present import export, heading, line

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "json", "jsonl", "csv")


def lines(
    form: str | None,
    figures: Iterable[Figure],
    documents: Mapping[str, Document],
    names: Mapping[str, str],
    standing: Callable[[str], str | None] = lambda _: None,
) -> Iterator[str]:
    """The lines to print, as figures come; without a format a table on a terminal and JSON lines elsewhere.

    `standing` tells how a figure stands by its fingerprint, None where that is not known.
    """
    match form or ("jsonl" if piped() else "table"):
        case "jsonl":
            return (compact(figure.to_dict()) for figure in figures)
        case "json":
            return array(figure.to_dict() for figure in figures)
        case "csv":
            return export.csv_lines((one, documents.get(one.document_fingerprint), standing(one.fingerprint)) for one in figures)
    return _table(figures, names)


def array(values: Iterable[object]) -> Iterator[str]:
    """A JSON array, one value a line; each is printed when the next one is known to follow."""
    held = ""
    for value in values:
        yield f"{held}," if held else "["
        held = compact(value)
    yield from [held, "]"] if held else ["[]"]


def compact(value: object) -> str:
    """JSON on one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def pretty(value: object) -> str:
    """JSON over several lines, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def choice(*formats: str, about: str) -> Callable[[F], F]:
    """The option `--format`, and what is said of it."""
    return click.option("--format", "form", type=click.Choice(formats or FORMATS), help=about)


def _table(figures: Iterable[Figure], names: Mapping[str, str]) -> Iterator[str]:
    columns = width()
    for at, figure in enumerate(figures):
        if at == 0:
            yield painted(heading(columns))
        yield painted(line(figure, columns, names))
