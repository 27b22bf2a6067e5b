"""Mentions: everyone of whom a document says that they were killed, hurt or hit, whether counted or told of one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.find.counted import Counted, counted
from sayso.find.fates import Victims, befell, victims
from sayso.find.numbers import Number
from sayso.find.persons import Person, Register, person
from sayso.find.phrase import phrase_start
from sayso.find.places import Atlas
from sayso.find.said import Status
from sayso.find.sentence import Sentence
from sayso.find.sentences import Sentences
from sayso.find.status import status
from sayso.find.told import Told, acted, apart, attackers, deaths, living, multiples, shared
from sayso.find.traps import trapped
from sayso.languages import gazetteer
from sayso.model import Document, Fate, Figure, Mention, Share, Span

FATES = frozenset(["killed", "injured"])
PARTS = frozenset(["of-them", "of-noun", "of-number"])
TOLL = "death toll"
DOER = ("object of ", "joined object of ")


def mentions(
    document: Document, spans: Iterable[Span], figures: Sequence[Figure], language: str, *, headline: bool = False
) -> list[Mention]:
    """Return the mentions of a document, or of its title, in the order of the text; `figures` are those found in it.

    Pure. Ages and names only serve to tell one person from the next within the document; neither is kept.
    """
    scan = Scan(document, figures, language, headline=headline)
    sentences = Sentences(document.text, spans, language)
    return [mention for index in range(len(sentences.spans)) for mention in scan.mentions(sentences.at(index))]


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
        found = [t for t in shared(sentence, self._phrases(sentence), self.lists, headline=self.headline) if t.fate]
        found = attackers(sentence, self.lists, living(sentence, self.lists, found))
        found += multiples(sentence, self.lists, found)
        found += deaths(sentence, self.lists, found)
        elsewhere = bool(found) and apart(sentence, self.lists)
        for told in found:
            yield self._mention(sentence, told, elsewhere=elsewhere)

    def _mention(self, sentence: Sentence, told: Told, *, elsewhere: bool) -> Mention:
        text, tokens = self.document.text, sentence.tokens
        assert told.fate is not None
        return Mention(
            document=self.fingerprint, start=tokens[told.start].start, end=tokens[told.end - 1].end,
            quote=text[sentence.start : sentence.end], quote_start=sentence.start,
            fate=told.fate, low=told.low, high=told.high, share=told.share, figure=told.figure,
            person=told.person, attacker=told.attacker, exclusive=told.exclusive, apart=elsewhere, headline=self.headline,
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
        bare = sentence.low(i + 1) in self.lists.grave
        if figure is None and (
            number.high != 1 or (people.kind == "thing" and not bare) or trapped(sentence, i, number, people, self.language)
        ):
            return None
        if figure is not None and (figure.disputed or figure.category not in (*FATES, "other")):
            return None
        said = status(sentence, i, people, self.language)
        low, high = (figure.low, figure.high) if figure else (number.low, number.high)
        told = Told(
            phrase_start(sentence, i), max(people.end, i + 1), self._of_group(sentence, people, said, figure),
            low if low is not None else high or 0, high, self._share(sentence, i, people, figure), figure.fingerprint if figure else "",
            attacker=self._attacks(people), exclusive=self._exclusive(people, said),
        )  # fmt: skip
        if sentence.low(people.end) in self.lists.fatally and people.kind in ("bare", *PARTS):
            return replace(told, fate=Fate.KILLED, share=Share.PART)
        if said.rule == TOLL:
            return replace(told, share=Share.WHOLE)
        if told.fate is None and bare and not people.people:
            return replace(told, fate=Fate.INJURED)
        return told

    def _of_group(self, sentence: Sentence, people: Counted, said: Status, figure: Figure | None) -> Fate | None:
        if figure is None or figure.category == said.category:
            return befell(sentence, said, people, self.language)
        return Fate(figure.category) if figure.category in FATES else None

    def _exclusive(self, people: Counted, said: Status) -> bool:
        """Tell whether those who did the harm cannot be among these: somebody killed them, or they are guards, children, shoppers."""
        told_noun = people.kind == "noun" and people.noun is not None and people.noun.lemma not in self.lists.anybody
        return said.rule.startswith(DOER) or told_noun

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
        said = status(sentence, i, found.people, self.language)
        fate = befell(sentence, said, found.people, self.language)
        attacker = self._attacks(found.people) or (fate is Fate.KILLED and acted(sentence, found.people.end))
        if found.opening in self.lists.definite and not attacker:
            return None
        share, count = self._share_of_one(sentence, i, found), 1
        number = self.register.number(found, self.lists, here) if fate else 0
        if found.opening in self.lists.ordinals:
            count, share = self.lists.ordinals[found.opening], Share.WHOLE
            fate = Fate.HIT if fate is Fate.INJURED else fate
        end = max(found.people.end, i + 1)
        return Told(i, end, fate, count, count, share, person=number, attacker=attacker, exclusive=self._exclusive(found.people, said))

    def _share_of_one(self, sentence: Sentence, i: int, found: Person) -> Share:
        listed = any(sentence.low(k) in self.lists.listing for k in range(max(0, i - 2), i))
        if listed or sentence.low(found.people.end) == "among":
            return Share.PART
        return Share.BESIDE if found.opening in self.lists.beside else Share.PLAIN
