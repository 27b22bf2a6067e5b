"""A sentence as tokens, each with what the lexicon knows of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.find.dates import When
from sayso.find.forms import CAPITAL, MARK, UNKNOWN, UPPER, Form, Forms, forms
from sayso.find.numbers import Number
from sayso.languages import Noun, Sense, lexicon

# A plain word before a space or comma first: most are, and need no other look.
TOKEN = re.compile(r"(?=\S)(?:[a-zA-Z]++(?=[ ,])|['’]s\b|(?:[A-Za-z]\.){2,}|[^\W_]+(?:[-‑&\u00ad][^\W_]+|['’](?!s\b)[^\W_]+)*|\S)")


class Token:
    """A word, a number or a mark of punctuation, with its place in the text."""

    __slots__ = ("capital", "end", "low", "number", "raw", "start", "word")

    def __init__(self, raw: str, form: Form, span: tuple[int, int], number: Number | None = None) -> None:
        self.raw, self.number = raw, number
        self.start, self.end = span
        self.low, self.word, self.capital, _ = form

    @property
    def people(self) -> bool:
        """Tell whether the word is a plural noun of people."""
        return self.word.noun is not None and self.word.noun.people

    def __repr__(self) -> str:
        return f"<{self.raw}>"


class Sentence:
    """A stretch of text with its tokens; `index` is its place among the sentences of the document, `words` what it holds, in lower case."""

    # fmt: off
    __slots__ = (
        "_counts", "_people", "capitals", "dates", "end", "index", "lexicon", "numbers", "start", "text", "titled", "tokens", "trapped",
        "words",
    )
    # fmt: on

    def __init__(self, text: str, span: tuple[int, int], index: int, numbers: Sequence[Number], language: str) -> None:
        self.text, self.index, self.numbers = text, index, numbers
        self.start, self.end = span
        self.lexicon = lexicon(language)
        self.trapped: dict[int, str] = {}
        self._counts: list[int] = []  # the tokens of the numbers
        self._people: bool | None = None
        self.dates: list[When] | None = None
        self.tokens: list[Token] = []
        shapes: list[int] = []
        self._take(forms(language), shapes)
        self.words = frozenset(token.low for token in self.tokens)
        letters, capitals = len(shapes) - shapes.count(MARK), shapes.count(CAPITAL) + shapes.count(UPPER)
        self.titled = letters > 2 and capitals > 0.6 * letters
        self.capitals = letters > 3 and self.titled and shapes.count(UPPER) > 0.7 * capitals

    def _take(self, known: Forms, shapes: list[int]) -> None:
        """Take the tokens, with the shape of each."""
        position = self.start
        for number in self.numbers:
            self._words(position, number.start, known, shapes)
            raw = self.text[number.start : number.end]
            low, _, capital, shape = known[raw]
            shapes.append(shape)
            self._counts.append(len(self.tokens))
            self.tokens.append(Token(raw, (low, UNKNOWN, capital, shape), (number.start, number.end), number))
            position = number.end
        self._words(position, self.end, known, shapes)

    def _words(self, start: int, end: int, known: Forms, shapes: list[int]) -> None:
        for match in TOKEN.finditer(self.text, start, end):
            raw = match.group()
            if raw == "." and match.end() < end:
                continue  # inside a sentence a full stop only ends an abbreviation
            form = known[raw]
            shapes.append(form[3])
            self.tokens.append(Token(raw, form, match.span()))

    def at(self, number: Number) -> int:
        """Return the index of the token that holds a number."""
        return next(i for i, other in zip(self._counts, self.numbers, strict=True) if other is number)

    def senses(self, i: int) -> Sequence[tuple[Sense, int]]:
        """Return what the words from token i on say of people, each with the index after it; phrases first."""
        word = self.tokens[i].word
        if not word.phrases and not word.senses:
            return ()
        out = [(sense, i + 1) for sense in word.senses]
        if word.phrases:
            second = self.low(i + 1)
            out[:0] = [(sense, i + len(parts)) for parts, sense in word.phrases if parts[1] == second and self._reads(i, parts)]
        return out

    def _reads(self, i: int, parts: Sequence[str]) -> bool:
        """Tell whether the tokens from i on are the words of a phrase."""
        tokens = self.tokens[i : i + len(parts)]
        return len(tokens) == len(parts) and all(t.low == part for t, part in zip(tokens, parts, strict=True))

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
