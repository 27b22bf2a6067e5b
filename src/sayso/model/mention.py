"""People of whom a text says that they were killed, hurt or hit, counted or told of one by one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What befell people."""

    KILLED = "killed"
    INJURED = "injured"
    HIT = "hit"
    """Shot, struck, found with wounds: the words leave open who of them lived."""


class Share(StrEnum):
    """How the people of a mention stand to the others that the sentence or the text counts."""

    PLAIN = "plain"
    BESIDE = "beside"
    """They come on top of others: "three others", "a second victim"."""
    PART = "part"
    """They belong to people counted before: "one of them", "including a child"."""
    WHOLE = "whole"
    """They are all of the event so far: "a triple shooting", "a third victim has died"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """People in a sentence of a document, without names; `low` and `high` are people, `high` None where open.

    `document` is the fingerprint of the document and `figure` that of the figure that counts them, empty where the text gives none
    ("a man was killed"). `person` tells apart the people whom one document tells of one by one, from 1 on; 0 for a group. `attacker`
    says that they did the harm, `exclusive` that those who did are not among them ("killing three", "two guards"), `apart` that the
    sentence speaks of other events as well or instead. `headline` is true for words of the title, with offsets into it.
    """

    document: str
    start: int
    end: int
    quote: str
    quote_start: int
    fate: Fate
    low: int
    high: int | None
    share: Share = Share.PLAIN
    figure: str = ""
    person: int = 0
    attacker: bool = False
    exclusive: bool = False
    apart: bool = False
    headline: bool = False
