"""Mentions: everyone of whom a document says that they were killed, hurt or hit, whether counted or told of one by one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.find.counted import Counted, counted
from sayso.find.fates import Victims, befell, standing, victims
from sayso.find.numbers import Number, numbers
from sayso.find.persons import Register, person
from sayso.find.places import Atlas
from sayso.find.sentence import Sentence
from sayso.find.status import status
from sayso.find.traps import trapped
from sayso.languages import gazetteer, lexicon
from sayso.model import Document, Fate, Figure, Mention, Share, Span

FATES = frozenset(["killed", "injured"])
PARTS = frozenset(["of-them", "of-noun", "of-number"])
MOST_JOINERS = 2
MOST_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Told:
    """People told of in a sentence, by tokens: where, how many, and what befell them; None where that is not said of them alone."""

    start: int
    end: int
    fate: Fate | None
    low: int
    high: int | None
    share: Share = Share.PLAIN
    figure: str = ""
    person: int = 0
    attacker: bool = False


def mentions(
    document: Document, spans: Sequence[Span], figures: Sequence[Figure], language: str, *, headline: bool = False
) -> list[Mention]:
    """Return the mentions of a document, or of its title, in the order of the text; `figures` are those found in it.

    Pure. Ages and names only serve to tell one person from the next within the document; neither is kept.
    """
    scan = Scan(document, figures, language, headline=headline)
    return [mention for sentence in _sentences(document.text, spans, language) for mention in scan.mentions(sentence)]


def _sentences(text: str, spans: Sequence[Span], language: str) -> Iterator[Sentence]:
    found = list(numbers(text, 0, len(text), language))
    starts = [n.start for n in found]
    for index, (start, end) in enumerate(spans):
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        yield Sentence(text, (start, end), index, [n for n in inside if n.end <= end], lexicon(language))


class Scan:
    """One document looked through for mentions."""

    def __init__(self, document: Document, figures: Sequence[Figure], language: str, *, headline: bool) -> None:
        self.document, self.language, self.headline = document, language, headline
        self.fingerprint = document.fingerprint
        self.figures: Mapping[int, Figure] = {figure.start: figure for figure in figures}
        self.atlas = Atlas(gazetteer(language), language)
        self.lists: Victims = victims(language)
        self.register = Register()

    def mentions(self, sentence: Sentence) -> Iterator[Mention]:
        """Yield the people told of in a sentence, in order."""
        found = [t for t in _shared(sentence, self._phrases(sentence), self.lists, headline=self.headline) if t.fate]
        found += _multiples(sentence, self.lists, found)
        found += _attackers(sentence, self.lists, found)
        found += _deaths(sentence, self.lists, found)
        apart = bool(found) and _apart(sentence, self.lists)
        for told in found:
            yield self._mention(sentence, told, apart=apart)

    def _mention(self, sentence: Sentence, told: Told, *, apart: bool) -> Mention:
        text, tokens = self.document.text, sentence.tokens
        assert told.fate is not None
        return Mention(
            document=self.fingerprint, start=tokens[told.start].start, end=tokens[told.end - 1].end,
            quote=text[sentence.start : sentence.end], quote_start=sentence.start,
            fate=told.fate, low=told.low, high=told.high, share=told.share, figure=told.figure,
            person=told.person, attacker=told.attacker, apart=apart, headline=self.headline,
        )  # fmt: skip

    def _phrases(self, sentence: Sentence) -> list[Told]:
        out: list[Told] = []
        i = 0
        while i < len(sentence.tokens):
            number = sentence.tokens[i].number
            found = self._group(sentence, i, number) if number else self._one(sentence, i, {t.person for t in out})
            if found:
                out.append(found)
            i = max(i + 1, found.end if found else 0)
        return out

    def _group(self, sentence: Sentence, i: int, number: Number) -> Told | None:
        figure = self.figures.get(number.start)
        people = counted(sentence, i, self.atlas.people_at)
        if figure is None and (number.ranged or people.kind == "thing" or trapped(sentence, i, number, people, self.language)):
            return None
        if figure is not None and figure.disputed:
            return None
        low, high = (figure.low, figure.high) if figure else (number.low, number.high)
        told = Told(
            i, max(people.end, i + 1), self._of_group(sentence, i, people, figure), low if low is not None else high or 0, high,
            self._share(sentence, i, people, figure), figure.fingerprint if figure else "", attacker=self._attacks(people),
        )  # fmt: skip
        if sentence.low(people.end) in self.lists.fatal and people.kind in ("bare", *PARTS):
            return replace(told, fate=Fate.KILLED, share=Share.PART)
        return told

    def _of_group(self, sentence: Sentence, i: int, people: Counted, figure: Figure | None) -> Fate | None:
        said = status(sentence, i, people, self.language)
        if figure is None or figure.category == said.category:
            return befell(sentence, said, people, self.language)
        return Fate(figure.category) if figure.category in FATES else None

    def _share(self, sentence: Sentence, i: int, people: Counted, figure: Figure | None) -> Share:
        if (figure is not None and figure.part_of) or people.kind in PARTS:
            return Share.PART
        near = {sentence.low(k) for k in range(i - 1, people.end)}
        return Share.BESIDE if near & self.lists.beside else Share.PLAIN

    def _attacks(self, people: Counted) -> bool:
        return people.noun is not None and people.noun.lemma in self.lists.attackers

    def _one(self, sentence: Sentence, i: int, here: set[int]) -> Told | None:
        """Return one person whose phrase begins at a token."""
        found = person(sentence, i, self.lists, headline=self.headline)
        if found is None:
            return None
        attacker = self._attacks(found.people)
        fate = befell(sentence, status(sentence, i, found.people, self.language), found.people, self.language)
        if found.opening in self.lists.definite and not attacker:
            return None
        listed = any(sentence.low(k) in ("including", "include", "among") for k in range(max(0, i - 2), i))
        beside = found.opening in self.lists.beside or found.opening in self.lists.ordinals
        share = Share.PART if listed else Share.BESIDE if beside else Share.PLAIN
        number = self.register.number(found, self.lists, here) if fate else 0
        if fate is Fate.KILLED and found.opening in self.lists.ordinals:
            count = self.lists.ordinals[found.opening]
            return Told(i, found.people.end, fate, count, count, Share.WHOLE, person=number)
        return Told(i, found.people.end, fate, 1, 1, share, person=number, attacker=attacker)


def _shared(sentence: Sentence, found: list[Told], lists: Victims, *, headline: bool) -> list[Told]:
    """Give people the fate of those joined to them: "two bailiffs, gunman killed", "a woman and a boy were shot"."""
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        between = [sentence.low(k) for k in range(one.end, following.start)]
        joined = 0 < len(between) <= MOST_JOINERS and all(word in lists.joiners for word in between)
        if one.fate is None and following.fate and joined and (headline or "," not in between):
            found[at] = replace(one, fate=following.fate, share=following.share if following.share is Share.PART else one.share)
    return found


def _multiples(sentence: Sentence, lists: Victims, found: Sequence[Told]) -> list[Told]:
    """Return the people of "a triple homicide", where nobody else is said to be killed in the sentence."""
    for i in range(len(sentence.tokens) - 1):
        times, what = lists.multiples.get(sentence.low(i)), lists.multiplied.get(sentence.low(i + 1))
        if times and what:
            fate = Fate.KILLED if sentence.low(i - 1) in lists.fatal else Fate(what)
            if fate is Fate.HIT or not any(t.fate is Fate.KILLED for t in found):
                return [Told(i, i + 2, fate, times, times, Share.WHOLE)]
    return []


def _attackers(sentence: Sentence, lists: Victims, found: Sequence[Told]) -> list[Told]:
    """Return the attacker who died by his own hand, where the sentence says no more of him."""
    if any(t.attacker and t.fate is Fate.KILLED for t in found):
        return []
    counted_in = standing(sentence, lists.counted_suicide)
    if counted_in:
        return [Told(*counted_in, Fate.KILLED, 1, 1, Share.PART, attacker=True)]
    at = standing(sentence, lists.suicide) or standing(sentence, tuple(f"{a} {b}" for a in lists.self_harm for b in lists.themselves))
    return [Told(*at, Fate.KILLED, 1, 1, attacker=True)] if at else []


def _deaths(sentence: Sentence, lists: Victims, found: Sequence[Told]) -> list[Told]:
    """Return one death at least, where words such as "fatal shooting" tell of it and nothing else does."""
    if any(t.fate is Fate.KILLED for t in found):
        return []
    at = standing(sentence, lists.deadly)
    return [Told(*at, Fate.KILLED, 1, None, Share.PART)] if at else []


def _apart(sentence: Sentence, lists: Victims) -> bool:
    """Tell whether a sentence gathers several events, or speaks of another one."""
    if standing(sentence, lists.apart):
        return True
    many = [i for i, token in enumerate(sentence.tokens) if token.number and token.number.low > 1]
    return any(sentence.low(k) in lists.events for i in many for k in range(i + 1, i + 1 + MOST_BETWEEN))
