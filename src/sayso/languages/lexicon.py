"""One look-up for every word of a language: a person, a status, a function word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sayso.languages import files, inflect


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of people: what being one says, and whether one word is many, or a household."""

    lemma: str
    category: str | None = None
    plural: bool = True
    collective: bool = False
    household: bool = False
    broad: bool = False

    @property
    def people(self) -> bool:
        """Tell whether the word alone shows that several persons are meant: a plural that is never said of things."""
        return self.plural and not self.broad


@dataclass(frozen=True, slots=True)
class Sense:
    """What a verb, adjective or noun of action says of people.

    `voice` is object, subject, state, nominal, fought or travelled; `form` is base, past or gerund.
    """

    category: str
    voice: str
    form: str = ""
    lemma: str = ""


@dataclass(slots=True)
class Word:
    """Everything known of one lower-case form."""

    noun: Noun | None = None
    senses: tuple[Sense, ...] = ()
    function: str = ""
    never: bool = False
    phrases: list[tuple[tuple[str, ...], Sense]] = field(default_factory=list)


Lexicon = dict[str, Word]
SIDE_TABLES = frozenset(["irregular", "toward", "doers", "agents", "later", "ahead", "around"])
NOT_MEN = frozenset(["human", "german", "roman", "ottoman", "shaman", "norman", "talisman", "turkoman", "brahman", "mussulman"])


def _word(lexicon: Lexicon, form: str) -> Word:
    return lexicon.setdefault(form, Word())


def _noun_forms(lemma: str, irregular: dict[str, str]) -> tuple[str, str]:
    head = lemma.rsplit(maxsplit=1)[-1]
    if head in irregular:
        return lemma, lemma[: len(lemma) - len(head)] + irregular[head]
    if head.endswith("man") and head not in NOT_MEN:
        return lemma, lemma[:-2] + "en"
    return lemma, inflect.plural(lemma)


def _add_noun(
    lexicon: Lexicon, lemma: str, category: str | None, irregular: dict[str, str], *, household: bool = False, broad: bool = False
) -> None:
    for form, many in zip(_noun_forms(lemma, irregular), (False, True), strict=True):
        word = _word(lexicon, form)
        if word.noun is None and not (broad and word.function):
            word.noun = Noun(lemma, category, many, household=household, broad=broad)


def _add_people(lexicon: Lexicon, lists: dict[str, Any], broad: Iterable[str]) -> None:
    irregular: dict[str, str] = lists["irregular"]
    own = {lemma: category for category, lemmas in lists["categories"].items() for lemma in lemmas}
    for form in lists["collective"]:
        _word(lexicon, form).noun = Noun(form, own.get(form), plural=True, collective=True)
    for category, lemmas in lists["categories"].items():
        for lemma in lemmas:
            _add_noun(lexicon, lemma, category, irregular)
    for lemma in lists["households"]:
        _add_noun(lexicon, lemma, None, irregular, household=True)
    for lemma in lists["plain"]:
        _add_noun(lexicon, lemma, None, irregular)
    for form in lists["plural_only"]:
        _word(lexicon, form).noun = Noun(form)
    for lemma in broad:
        _add_noun(lexicon, lemma, None, irregular, broad=True)
    for form in lists["never"]:
        word = _word(lexicon, form)
        word.never = word.noun is None or word.noun.broad


def _add_things(lexicon: Lexicon, lemmas: Iterable[str]) -> None:
    """Mark the plurals that only end like nouns of people: "tankers", "elephants"."""
    for lemma in lemmas:
        form = inflect.plural(lemma)
        if form not in lexicon:
            lexicon[form] = Word(never=True)


def _senses(lists: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    irregular: dict[str, list[str]] = lists["irregular"]
    for category, entries in lists.items():
        if not isinstance(entries, dict) or category in SIDE_TABLES:
            continue
        for voice, lemmas in entries.items():
            for lemma in lemmas:
                if voice == "state":
                    yield lemma, Sense(category, voice, "", lemma)
                elif voice == "nominal":
                    for form in (lemma, inflect.plural(lemma)):
                        yield form, Sense(category, voice, "", lemma)
                else:
                    for kind, found in inflect.forms(lemma, irregular.get(lemma)).items():
                        for form in sorted(found):
                            yield form, Sense(category, voice, kind, lemma)


def _add_senses(lexicon: Lexicon, lists: dict[str, Any]) -> None:
    for form, sense in _senses(lists):
        parts = tuple(form.split())
        word = _word(lexicon, parts[0])
        if len(parts) == 1:
            word.senses = (*word.senses, sense)
        else:
            word.phrases.append((parts, sense))


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language, built once a process from its word lists; treat it as read-only."""
    out: Lexicon = {}
    for kind, forms in files.words(language, "function").items():
        for form in forms:
            word = _word(out, form)
            word.function = word.function or kind
    _add_people(out, files.words(language, "people"), files.lines(language, "people-broad"))
    _add_senses(out, files.words(language, "status"))
    _add_things(out, files.lines(language, "things"))
    for word in out.values():
        word.phrases.sort(key=lambda entry: -len(entry[0]))
    return out
