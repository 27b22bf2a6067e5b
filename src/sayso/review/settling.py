"""What decisions make of a figure: persons who agree have the last word, and where they do not the machine's reading holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model import Decision, Figure, Settled, Standing, Verdict, words
from sayso.review.readings import reading_of

_STANDS = {
    Verdict.ACCEPT: Standing.ACCEPTED,
    Verdict.REJECT: Standing.REJECTED,
    Verdict.CORRECT: Standing.CORRECTED,
    Verdict.MARK: Standing.MARKED,
    Verdict.UNSURE: Standing.UNSURE,
}


def settle(machine: Figure | None, decisions: Sequence[Decision]) -> Settled:
    """How a figure stands, given what the machine reads at its place (None where it finds no figure) and all that was said of it.

    A reading that a person stands for outlives the machine's: if that changes later, `changed` says so and the person's goes on counting.
    Whoever is unsure stands in nobody's way.
    """
    said = list(words(decisions).values())
    firm = [one for one in said if one.verdict != Verdict.UNSURE]
    changed = any(one.seen != (machine.digest if machine else "") for one in firm)
    how = standing(said)
    if how is Standing.REJECTED:
        return Settled(how, changed, None)
    if how in (Standing.NEW, Standing.UNSURE, Standing.DIVIDED):
        return Settled(how, changed, machine or _latest(firm))
    reading = _reading(firm[-1])
    return Settled(how, changed, machine if machine and machine.digest == reading.digest else reading)


def standing(said: Iterable[Decision]) -> Standing:
    """How a thing stands by what each person stands for."""
    held = list(said)
    firm = [one for one in held if one.verdict != Verdict.UNSURE]
    if not firm:
        return Standing.UNSURE if held else Standing.NEW
    if len({_meant(one) for one in firm}) > 1:
        return Standing.DIVIDED
    return _STANDS[Verdict(min((one.verdict for one in firm), key=_BEFORE.index))]


_BEFORE = (Verdict.REJECT, Verdict.MARK, Verdict.CORRECT, Verdict.ACCEPT)
"""Of those who stand for the same reading, one accepted what another corrected or marked: it stays a correction, or a mark."""


def _meant(decision: Decision) -> str:
    """What a person stands for, so that two who mean the same agree however they came to it."""
    if decision.verdict == Verdict.REJECT:
        return "no figure"
    return _reading(decision).digest if decision.fields else decision.verdict


def _reading(decision: Decision) -> Figure:
    return reading_of(decision.fields)


def _latest(firm: Sequence[Decision]) -> Figure | None:
    """Without a machine's reading, that of the last person who stands for one."""
    return next((_reading(one) for one in reversed(firm) if one.fields), None)
