"""What is known of a word as it is written, found out once for all its places."""

from __future__ import annotations

from functools import cache

from sayso.languages import Lexicon, Word, lexicon

MOST = 20_000
UNKNOWN = Word()
ARTICLES = frozenset(["al-", "el-", "ad-", "an-", "ar-", "as-", "at-", "az-"])  # of Arabic names: "al-Hashimi"
PREFIXES = frozenset(["ex", "co", "non", "mid", "pro", "anti"])
MARK, SMALL, CAPITAL, UPPER = range(4)
Form = tuple[str, Word, bool, int]
"""A word in lower case, what the lexicon knows of it, whether it begins with a capital, and its shape, 0 for what begins with no letter."""


class Forms(dict[str, Form]):
    """The forms of words and marks; one that is missing is made when it is asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, raw: str) -> Form:
        if len(self) >= MOST:
            self.clear()
        low = raw.lower()
        capital = raw[0].isupper() or ("-" in raw and raw[:3] in ARTICLES and raw[3:4].isupper())
        shape = MARK if not raw[0].isalpha() else SMALL if not capital else UPPER if raw.isupper() else CAPITAL
        found = self[raw] = low, self._word(low), capital, shape
        return found

    def _word(self, low: str) -> Word:
        word = self._lexicon.get(low)
        if word is None:
            word = self._lexicon.get(low.replace("’", "'"), UNKNOWN) if "’" in low else self._prefixed(low)
        return word

    def _prefixed(self, low: str) -> Word:
        """Return what is known of a word behind a prefix: "ex-combatants", "co-workers"."""
        prefix, hyphen, rest = low.partition("-")
        return self._lexicon.get(rest, UNKNOWN) if hyphen and prefix in PREFIXES else UNKNOWN


@cache
def forms(language: str) -> Forms:
    """Return the forms of a language; they fill as texts are read."""
    return Forms(lexicon(language))
