"""Case files: short texts with what reconciling makes of them, and what is wrong where the program differs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from find.casebook import entries
from sayso.codebook import rules
from sayso.model import Document, Estimate, Figure, Finding, Kind
from sayso.pipeline import extract
from sayso.reconcile import Fact, Reckoning, estimate, fact, reckon

CASES = Path(__file__).parent / "cases"
FAMILIES = sorted(path for path in CASES.glob("*.yaml") if path.stem != "events")
KEYS = frozenset(["name", "texts", "decisions", "read_as", "findings", "none", "estimates"])
FINDING = frozenset(["kind", "figures", "field", "holds", "slack", "cause", "missing", "suspect", "category", "says"])
ESTIMATE = frozenset(["of", "policy", "low", "best", "high", "status", "reports", "origins", "aside"])
TEXT = frozenset(["name", "text", "publisher", "published", "title", "event"])


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """Some texts, what a person said of names in them, and what must and must not come of them."""

    family: str
    wanted: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.family}: {self.wanted['name']}"

    @property
    def documents(self) -> list[Document]:
        return [Document(**{"name": f"text {at}", **fields}) for at, fields in enumerate(self.wanted["texts"], 1)]

    @property
    def decisions(self) -> dict[tuple[str, str], bool]:
        return {(name, head): said == "accept" for name, head, said in self.wanted.get("decisions", ())}


@cache
def cases() -> tuple[Case, ...]:
    """All cases by file."""
    return tuple(Case(path.stem, entry) for path in FAMILIES for entry in entries(path))


def facts(documents: list[Document]) -> tuple[list[Fact], dict[str, Figure]]:
    """The facts of texts as the real extraction reads them, and their figures by fingerprint."""
    read = [(document, figure) for document in documents for figure in extract(document)]
    held = [fact(figure, document.published, document.event, rules()) for document, figure in read]
    return held, {figure.fingerprint: figure for _, figure in read}


def differences(case: Case) -> list[str]:
    """What is wrong with what the program makes of the texts, empty where nothing is."""
    held, figures = facts(case.documents)
    made = reckon(held, rules(), case.decisions)
    told = "\n".join(f"  {finding.kind}: {finding.statement}" for finding in made.findings)
    wrong = [f"read as: {line}" for line in _names(case, made)]
    for wanted in case.wanted.get("findings", ()):
        if not any(_is(finding, wanted, figures) for finding in made.findings):
            wrong.append(f"there is no finding {wanted}, but\n{told}")
    for wanted in case.wanted.get("none", ()):
        wrong += [f"there is {finding.kind} {finding.statement}" for finding in made.findings if _is(finding, wanted, figures)]
    return wrong + [line for wanted in case.wanted.get("estimates", ()) for line in _estimated(wanted, made, figures)]


def _names(case: Case, made: Reckoning) -> list[str]:
    """Names that are not read as they should be: `name: head`, or `name: null` for one that stands for itself."""
    found = {link.name: link.head for link in made.links if link.applied}
    return [f"{name} is {found.get(name)}" for name, head in case.wanted.get("read_as", {}).items() if found.get(name) != head]


def _is(finding: Finding, wanted: dict[str, Any], figures: dict[str, Figure]) -> bool:
    plain = {name: value for name, value in wanted.items() if name not in ("kind", "figures", "says", "missing", "suspect")}
    return (
        finding.kind is Kind(wanted["kind"])
        and _held(wanted.get("figures", ()), finding.figures, figures)
        and all(words in finding.statement for words in wanted.get("says", ()))
        and ("missing" not in wanted or sorted(wanted["missing"]) == sorted(finding.missing))
        and ("suspect" not in wanted or _held([wanted["suspect"]], [finding.suspect or ""], figures))
        and all(getattr(finding, name) == value for name, value in plain.items())
    )


def _held(wanted: Any, fingerprints: Any, figures: dict[str, Figure]) -> bool:
    """Whether every reported text that is wanted is among the figures, each as often as it is wanted."""
    left = [figures[one].reported_text for one in fingerprints if one in figures]
    for words in map(str, wanted):
        if words not in left:
            return False
        left.remove(words)
    return True


def _estimated(wanted: dict[str, Any], made: Reckoning, figures: dict[str, Figure]) -> list[str]:
    found = [one for point in made.points if _of(one := estimate(point, wanted.get("policy", "range")), wanted["of"])]
    if len(found) != 1:
        return [f"{len(found)} estimates of {wanted['of']}: {[(one.quantity, one.low, one.best, one.high) for one in found]}"]
    checked = {name: value for name, value in wanted.items() if name not in ("of", "policy")}
    got = _plain(found[0], figures)
    return [
        f"{one} of {wanted['of']}: wanted {value}, got {got[one]} ({found[0].rule})"
        for one, value in checked.items()
        if got[one] != ({str(mark): why for mark, why in value.items()} if one == "aside" else value)
    ]


def _of(estimate: Estimate, wanted: dict[str, Any]) -> bool:
    held = estimate.quantity
    return all((list(value) if isinstance(value := getattr(held, name), tuple) else value) == asked for name, asked in wanted.items())


def _plain(estimate: Estimate, figures: dict[str, Figure]) -> dict[str, Any]:
    held = {name: getattr(estimate, name) for name in ("low", "best", "high", "reports", "origins")}
    aside = {figures[one.figure].reported_text: one.reason for one in estimate.aside}
    return {**held, "status": estimate.status.value, "aside": aside}
