"""The word lists: all of them are read, nothing in them is unknown, nothing contradicts itself."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import pytest
import yaml

from sayso.languages import available, lexicon, lines, words
from sayso.languages.lexicon import Sense
from sayso.model import Quantifier

CATEGORIES = frozenset(
    [
        *["joined", "active", "returned", "repatriated", "detained", "released", "prosecuted", "suspected"],
        *["killed", "injured", "missing", "displaced", "prevented", "affected", "other"],
    ]
)
VOICES = frozenset(["object", "subject", "state", "nominal", "fought", "travelled"])
SIDE_TABLES = frozenset(["irregular", "toward", "doers", "agents", "later", "ahead", "around", "leading", "pending", "weak"])
FOLDER = files("sayso.languages") / "en"
LISTS = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".yaml"))


class Unique(yaml.CBaseLoader):
    """A loader that refuses a key given twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        assert len(set(keys)) == len(keys), [key for key in keys if keys.count(key) > 1]
        return super().construct_mapping(node, deep)


def strings(value: Any) -> list[str]:
    """Every word of a list, however deep it stands."""
    if isinstance(value, dict):
        return [word for some in value.values() for word in strings(some)]
    return [word for some in value for word in strings(some)] if isinstance(value, list) else [value]


def status() -> dict[str, Any]:
    found: dict[str, Any] = words("en", "status")
    return found


def senses() -> list[Sense]:
    entries = lexicon("en").values()
    return [sense for word in entries for sense in (*word.senses, *(sense for _, sense in word.phrases))]


@pytest.mark.parametrize("name", LISTS)
def test_list_has_no_key_twice_and_explains_itself(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf8")
    assert text.startswith("# ")
    assert yaml.load(text, Loader=Unique)


@pytest.mark.parametrize("name", [name.removesuffix(".yaml") for name in LISTS])
def test_words_are_words(name: str) -> None:
    # In the grammar's lists an empty word stands for the edge of a sentence.
    for word in strings(words("en", name)):
        assert word == word.strip() and "  " not in word and (word or name == "grammar"), word


def test_english_is_available() -> None:
    assert "en" in available()


def test_categories_are_the_guidelines() -> None:
    entries = status()
    assert set(entries) - SIDE_TABLES == CATEGORIES
    assert set(words("en", "people")["categories"]) <= CATEGORIES
    assert {entry.get("category", name) for name, entry in entries["toward"].items()} <= CATEGORIES
    assert {sense.category for sense in senses()} <= CATEGORIES
    assert {word.noun.category for word in lexicon("en").values() if word.noun} <= CATEGORIES | {None}


def test_voices_are_known() -> None:
    for category in CATEGORIES:
        assert set(status()[category]) <= VOICES, category
    assert {sense.voice for sense in senses()} <= VOICES


def test_bounds_are_the_guidelines_quantifiers() -> None:
    lists = words("en", "bounds")
    assert set(lists["before"]) | set(lists["after"]) <= {kind.value for kind in Quantifier}
    phrases = [phrase.lower() for some in lists["before"].values() for phrase in some]
    assert sorted(phrase for phrase in phrases if phrases.count(phrase) > 1) == []


def test_irregular_verbs_are_verbs_of_the_list() -> None:
    entries = status()
    verbs = {
        verb for category in CATEGORIES for voice, some in entries[category].items() if voice not in ("state", "nominal") for verb in some
    }
    assert sorted(set(entries["irregular"]) - verbs) == []


def test_phrase_verbs_have_their_forms() -> None:
    # A verb with a hyphen has no forms by rule; without any given it would never be found.
    entries = status()
    verbs = {
        verb for category in CATEGORIES for voice, some in entries[category].items() if voice not in ("state", "nominal") for verb in some
    }
    assert sorted(verb for verb in verbs if "-" in verb and not entries["irregular"].get(verb)) == []


@pytest.mark.parametrize("category", sorted(CATEGORIES))
def test_no_word_stands_twice_in_a_list(category: str) -> None:
    for voice, some in status()[category].items():
        assert sorted({word for word in some if some.count(word) > 1}) == [], voice


def test_every_status_word_is_found_in_the_lexicon() -> None:
    held = lexicon("en")
    for category in CATEGORIES:
        for voice in ("state", "nominal"):
            for phrase in status()[category].get(voice, ()):
                parts = tuple(phrase.split())
                word = held[parts[0]]
                found = [sense for sense in word.senses if len(parts) == 1] + [sense for other, sense in word.phrases if other == parts]
                assert any((sense.category, sense.voice) == (category, voice) for sense in found), phrase


def test_nouns_have_both_numbers() -> None:
    held = lexicon("en")
    for lemma, many in (("soldier", "soldiers"), ("man", "men"), ("family", "families"), ("hostage", "hostages")):
        one, two = held[lemma].noun, held[many].noun
        assert one is not None and two is not None and not one.plural and two.plural
    family = held["families"].noun
    assert family is not None and family.household


def test_longer_phrases_come_first() -> None:
    for word in lexicon("en").values():
        lengths = [len(parts) for parts, _ in word.phrases]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("name", ["people-broad", "things"])
def test_the_broad_lists_are_plain(name: str) -> None:
    broad = lines("en", name)
    assert len(broad) > 1000
    assert not [line for line in broad if not re.fullmatch(r"[\w'’.-]+(?: [\w'’.-]+)*", line)]
    assert len(set(broad)) == len(broad)
