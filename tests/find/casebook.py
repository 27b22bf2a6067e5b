"""Case files: sentences with the figures that a careful reader finds in them, and what is wrong where the program differs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import yaml

from sayso.model import Document, Figure
from sayso.pipeline import extract

HERE = Path(__file__).parent
CASES, PENDING = HERE / "cases", HERE / "pending"
CHECKED = ("low", "high", "quantifier", "unit", "category", "origin", "location", "source", "as_of", "part_of", "disputed")
KEYS = frozenset(["name", "text", "published", "publisher", "title", "figures"])
STOP = frozenset(["a", "an", "the", "of", "s", "in"])


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which only whole numbers, null, true and false are more than text: no dates, no `NO` for false, no 3:30 for 210."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for _tag, _pattern, _first in (("int", r"-?\d+", "-0123456789"), ("null", "null", "n"), ("bool", "true|false", "tf")):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), list(_first))


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One text and its figures; of a figure only the fields given are checked."""

    family: str
    name: str
    document: Document
    figures: tuple[dict[str, Any], ...]

    def __str__(self) -> str:
        return f"{self.family}: {self.name}"


def _case(family: str, entry: dict[str, Any]) -> Case:
    document = Document("case", entry["text"], entry.get("title"), entry.get("publisher"), published=entry.get("published"))
    return Case(family, str(entry["name"]), document, tuple(figure | {"mark": str(figure["mark"])} for figure in entry["figures"]))


@cache
def entries(path: Path) -> tuple[dict[str, Any], ...]:
    """The entries of a case file as they stand there."""
    return tuple(yaml.load(path.read_text("utf8"), Loader=_Loader) or ())


@cache
def cases(folder: Path) -> tuple[Case, ...]:
    return tuple(_case(path.stem, entry) for path in sorted(folder.glob("*.yaml")) for entry in entries(path))


def _plain(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.lower()) if word not in STOP]


def _comparable(field: str, value: Any) -> Any:
    """Lists of codes without their order, names of sources without articles."""
    if field == "source":
        return [_plain(name) for name in value]
    if field in ("origin", "location"):
        return sorted(value)
    return str(value) if field in ("as_of", "part_of") and value is not None else value


def _found(figure: Figure, field: str, text: str) -> Any:
    if field == "part_of":
        return text[slice(*figure.part_of)] if figure.part_of else None
    return figure.to_dict()[field]


def differences(case: Case) -> list[str]:
    """What is wrong with what the program finds, empty where nothing is."""
    found = extract(case.document)
    marks, wanted = [figure.reported_text for figure in found], [figure["mark"] for figure in case.figures]
    if marks != wanted:
        return [f"figures: wanted {wanted}, got {marks}"]
    return [
        f"{figure['mark']} {field}: wanted {figure[field]}, got {value}"
        for figure, got in zip(case.figures, found, strict=True)
        for field in figure
        if field != "mark" and _comparable(field, figure[field]) != _comparable(field, value := _found(got, field, case.document.text))
    ]
