"""A sentence as tokens, each with what the lexicon knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.find.dates import When
from sayso.find.numbers import Number
from sayso.languages import Lexicon, Noun, Sense, Word

# A plain word before a space or comma first: most are, and need no other look.
TOKEN = re.compile(r"(?=\S)(?:[a-zA-Z]++(?=[ ,])|['’]s\b|(?:[A-Za-z]\.){2,}|[^\W_]+(?:[-‑&\u00ad][^\W_]+|['’](?!s\b)[^\W_]+)*|\S)")
UNKNOWN = Word()
ARTICLES = frozenset(["al-", "el-", "ad-", "an-", "ar-", "as-", "at-", "az-"])  # of Arabic names: "al-Hashimi"
PREFIXES = frozenset(["ex", "co", "non", "mid", "pro", "anti"])


class Token:
    """A word, a number or a mark of punctuation, with its place in the text."""

    __slots__ = ("capital", "end", "low", "number", "raw", "start", "word")

    def __init__(self, raw: str, low: str, span: tuple[int, int], word: Word, number: Number | None = None) -> None:
        self.raw, self.low, self.word, self.number = raw, low, word, number
        self.start, self.end = span
        self.capital = raw[0].isupper() or (raw[:3] in ARTICLES and raw[3:4].isupper())

    @property
    def people(self) -> bool:
        """Tell whether the word is a plural noun of people."""
        return self.word.noun is not None and self.word.noun.people

    def __repr__(self) -> str:
        return f"<{self.raw}>"


class Sentence:
    """A stretch of text with its tokens; `index` is its place among the sentences of the document."""

    # fmt: off
    __slots__ = (
        "_people", "capitals", "dates", "end", "index", "lexicon", "numbers", "start", "text", "titled", "tokens", "trapped",
    )
    # fmt: on

    def __init__(self, text: str, span: tuple[int, int], index: int, numbers: Sequence[Number], lexicon: Lexicon) -> None:
        self.text, self.index, self.numbers = text, index, numbers
        self.start, self.end = span
        self.lexicon = lexicon
        self.trapped: dict[int, str] = {}
        self._people: bool | None = None
        self.dates: list[When] | None = None
        self.tokens = list(_tokens(text, self.start, self.end, numbers, lexicon))
        letters = [t for t in self.tokens if t.raw[0].isalpha()]
        capitals = [t for t in letters if t.capital]
        self.titled = len(letters) > 2 and len(capitals) > 0.6 * len(letters)
        self.capitals = len(letters) > 3 and self.titled and sum(t.raw.isupper() for t in capitals) > 0.7 * len(letters)

    def at(self, number: Number) -> int:
        """Return the index of the token that holds a number."""
        return next(i for i, token in enumerate(self.tokens) if token.number is number)

    def senses(self, i: int) -> Iterator[tuple[Sense, int]]:
        """Yield what the words from token i on say of people, each with the index after it; phrases first."""
        token = self.tokens[i]
        for parts, sense in token.word.phrases:
            end = i + len(parts)
            if end <= len(self.tokens) and all(t.low == p for t, p in zip(self.tokens[i:end], parts, strict=True)):
                yield sense, end
        for sense in token.word.senses:
            yield sense, i + 1

    def noun(self, i: int) -> Noun | None:
        """Return the noun of people at an index; with the word before it, where the two make one ("asylum seekers")."""
        if i >= len(self.tokens):
            return None
        two = self.lexicon.get(f"{self.low(i - 1)} {self.low(i)}") if i else None
        return (two.noun if two else None) or self.tokens[i].word.noun

    def people(self) -> bool:
        """Tell whether a plural noun of people stands in the sentence; found out once."""
        if self._people is None:
            self._people = any(t.people for t in self.tokens)
        return self._people

    def low(self, i: int) -> str:
        """Return the lower-case word at an index, or an empty string outside the sentence."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""


def _tokens(text: str, start: int, end: int, numbers: Sequence[Number], lexicon: Lexicon) -> Iterator[Token]:
    position = start
    for number in numbers:
        yield from _words(text, position, number.start, lexicon)
        raw = text[number.start : number.end]
        yield Token(raw, raw.lower(), (number.start, number.end), UNKNOWN, number)
        position = number.end
    yield from _words(text, position, end, lexicon)


def _prefixed(low: str, lexicon: Lexicon) -> Word:
    """Return what is known of a word behind a prefix: "ex-combatants", "co-workers"."""
    prefix, hyphen, rest = low.partition("-")
    return lexicon.get(rest, UNKNOWN) if hyphen and prefix in PREFIXES else UNKNOWN


def _words(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Token]:
    get = lexicon.get
    for match in TOKEN.finditer(text, start, end):
        raw = match.group()
        low = raw.lower()
        word = get(low)
        if word is None:
            if raw == "." and match.end() < end:
                continue  # inside a sentence a full stop only ends an abbreviation
            word = get(low.replace("’", "'"), UNKNOWN) if "’" in low else _prefixed(low, lexicon)
        yield Token(raw, low, match.span(), word)
