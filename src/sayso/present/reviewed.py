"""What was said of figures, as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.model import Decision, Review, Shown
from sayso.present.opened import marked
from sayso.present.safe import printable
from sayso.present.words import interval, plural, readable

_WIDTH = 100


def judged(shown: Shown, names: Mapping[str, str]) -> str:
    """A figure in one line, and how it stands."""
    figure = shown.figure
    who = " + ".join(readable(code, names) for code in figure.origin)
    where = " + ".join(readable(code, names) for code in figure.location)
    said = [figure.fingerprint[:8], interval(figure.low, figure.high), figure.category]
    said += [f"from {who}" if who else "", f"in {where}" if where else ""]
    counts = "" if shown.counted else ", does not count"
    changed = ", read otherwise since" if shown.changed else ""
    return f"{' '.join(filter(None, said))} ({shown.standing.value}{counts}{changed})"


def awaiting(review: Review, names: Mapping[str, str]) -> Iterator[str]:
    """A figure that waits: in one line, its sentence, and what was said of it."""
    yield printable(judged(review.shown, names))
    yield f"          {printable(review.shown.figure.document)}: {printable(marked(review.shown.figure, _WIDTH))}"
    for decision in review.decisions:
        yield printable(f"          {_told(decision)}")


def _told(decision: Decision) -> str:
    note = f": {decision.note}" if decision.note else ""
    return f"{decision.time[:10]} {decision.person} – {decision.verdict}{note}"


def agreed(agreement: Mapping[str, Any]) -> Iterator[str]:
    """How far persons agree, a line for each measure."""
    if not agreement["figures"]:
        yield "no figure was judged by two persons yet"
        return
    yield f"{plural(agreement['figures'], 'figure')} judged by two or more of {', '.join(map(printable, agreement['persons']))}"
    yield f"{agreement['divided']} of them divided"
    for name, alpha in agreement["alpha"].items():
        yield f"{name:<10} alpha {'–' if alpha is None else format(alpha, '.3f')}"
