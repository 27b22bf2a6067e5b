"""Places and peoples named in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from sayso.find.memo import Memo
from sayso.find.sentence import Sentence
from sayso.languages import Gazetteer, words

PEOPLE = "people"
LEAST = 4
INSIDE = frozenset(["in", "at", "inside", "outside", "near"])


class Place(NamedTuple):
    """A place or people named by the tokens start to end of a sentence."""

    start: int
    end: int
    code: str
    people: bool


def country(code: str) -> str:
    """Return the code at the level of the country or region."""
    return code if code.startswith(("region:", "ethnic:")) else code.split(":", maxsplit=1)[0]


class Atlas:
    """Finds the places of sentences, as a rule each sentence once."""

    def __init__(self, gazetteer: Gazetteer, language: str) -> None:
        lists = words(language, "geography")
        self._gazetteer = gazetteer
        self._not_after, self._not_before = frozenset(lists["not_after"]), frozenset(lists["not_before"])
        self._grounds = frozenset(lists["grounds"])
        self._openers = frozenset(lists["openers"])
        self._not_people = frozenset(lists["not_people"])
        self._seen: Memo[list[Place]] = Memo()

    def of(self, sentence: Sentence) -> list[Place]:
        """Return the places and peoples of a sentence in order; of overlapping names the longest."""
        found = self._seen.get(sentence.start)
        if found is None:
            found = self._seen[sentence.start] = self._scan(sentence)
        return found

    def people_at(self, sentence: Sentence, i: int) -> int:
        """Return how many tokens from index i on name a people, or 0."""
        return next((p.end - p.start for p in self.of(sentence) if p.people and p.start == i), 0)

    def _scan(self, sentence: Sentence) -> list[Place]:
        out, i, tokens = [], 0, sentence.tokens
        while i < len(tokens):
            place = self._at(sentence, i) if tokens[i].capital else self._region(sentence, i)
            if place:
                if not self._other_name(sentence, place):
                    out.append(place)
                i = place.end
            else:
                i += 1
        return out

    def _region(self, sentence: Sentence, i: int) -> Place | None:
        """Return a region whose first word is written small: "former Soviet republics", "western Europe"."""
        if sentence.tokens[i].low not in self._openers or i + 1 >= len(sentence.tokens) or not sentence.tokens[i + 1].capital:
            return None
        place = self._at(sentence, i)
        return place if place is not None and place.end > i + 1 and place.code.startswith("region:") else None

    def _at(self, sentence: Sentence, i: int) -> Place | None:
        tokens = sentence.tokens
        low = tokens[i].low.replace("’", "'")
        prefix = low.removesuffix("-born").removesuffix("-led").removesuffix("-based") if "-" in low else low
        entries = self._gazetteer.get(prefix, ())
        if not entries and prefix.endswith("s") and len(prefix) > LEAST:
            # "Syrias war": the apostrophe is often lost on the way
            entries = tuple(e for e in self._gazetteer.get(prefix[:-1], ()) if not e.rest and ":" not in e.code and e.kind != PEOPLE)
        for entry in entries:
            end = i + 1 + len(entry.rest)
            if end <= len(tokens) and all(t.low.replace("’", "'") == part for t, part in zip(tokens[i + 1 : end], entry.rest, strict=True)):
                return None if low.endswith(("-led", "-based")) else Place(i, end, entry.code, entry.kind == PEOPLE or prefix != low)
        return None

    def _other_name(self, sentence: Sentence, place: Place) -> bool:
        """Tell whether the name is only a part of another one, such as a newspaper's."""
        tokens = sentence.tokens
        if sentence.capitals:
            return False
        if place.people and place.end < len(tokens) and tokens[place.end].raw in self._not_people:
            return True
        if place.end < len(tokens) and tokens[place.end].raw in self._not_after and not place.people:
            return tokens[place.end].raw not in self._grounds or sentence.low(place.start - 1) not in INSIDE
        before = [t.raw for t in tokens[max(0, place.start - 2) : place.start]]
        if before[-1:] and before[-1] in self._not_before:
            return True
        joined = " ".join(before)
        return joined in ("State of", "State in", "University of", "Bank of")
