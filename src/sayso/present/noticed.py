"""Findings and links as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from sayso.model import Evidence, Finding, Kind, Link
from sayso.present.layout import grid
from sayso.present.safe import printable
from sayso.present.words import plural

_QUOTES = 4


def heard(finding: Finding, width: int = 100, quotes: int = _QUOTES) -> str:
    """A finding in plain text: what sort, the sentence, and its quotes letter for letter with who said them where."""
    lines = [f"{_sort(finding)}  {finding.fingerprint}", *wrap(finding.statement, width)]
    if finding.cause:
        lines.append(f"likely cause: {finding.cause}")
    for one in finding.evidence[:quotes]:
        lines += wrap(_quoted(one), width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    left = len(finding.figures) - min(quotes, len(finding.evidence))
    return printable("\n".join([*lines, *([f"  and {plural(left, 'further figure')}"] if left else [])]))


def _sort(finding: Finding) -> str:
    words = finding.kind.value.replace("_", " ")
    if finding.kind is Kind.ARITHMETIC:
        return f"{words}, {'works out' if finding.holds else 'does not work out'}"
    return f"{words}: {finding.field}" if finding.field else words


def _quoted(one: Evidence) -> str:
    return f"“{' '.join(one.quote.split())}” [{one.reported_text}] {one.document}: {one.source}"


def named(links: Sequence[Link], width: int = 120) -> str:
    """Links between names as a table."""
    rows = [[link.fingerprint[:8], *link.spelled, _state(link), f"{link.score:.2f}", link.reason] for link in links]
    return "\n".join(grid(["link", "name", "read as", "state", "score", "why"], [[printable(cell) for cell in row] for row in rows], width))


def _state(link: Link) -> str:
    if link.decided is not None:
        return "confirmed" if link.decided else "refused"
    return "taken" if link.applied else "not taken"
