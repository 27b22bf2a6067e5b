"""Which language a text is in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

# Languages that reports on people in the news are written in, and that the model tells apart well.
_LANGUAGES = [
    "ar", "az", "be", "bg", "bn", "bs", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "hy", "id",
    "it", "ja", "ka", "kk", "ko", "ku", "ky", "lt", "lv", "mk", "mn", "nl", "no", "pl", "ps", "pt", "ro", "ru", "sk", "sl", "so",
    "sq", "sr", "sv", "sw", "ta", "tg", "th", "tk", "tl", "tr", "tt", "ug", "uk", "ur", "uz", "vi", "zh",
]  # fmt: skip
_ENGLISH = frozenset(
    "the of and to in were was have has been that by for with at who said people killed least from on are is more than".split()
)
_SHARE = 0.25
_PREFIX = 4000
_ENOUGH = 24


def language(text: str) -> str:
    """ISO 639-1 code of a text's language, judged by its first 4,000 characters; "en" where there is too little to tell."""
    sample = text[:_PREFIX].lower()
    letters = sum(char.isalpha() for char in sample)
    if letters < _ENOUGH and sample.isascii():
        return "en"
    if not letters or _plainly_english(sample):
        return "en"
    return str(_identifier().classify(sample)[0])


def _plainly_english(sample: str) -> bool:
    """Tell whether so many words are English function words that names in other scripts must not mislead."""
    words = sample.split()
    return sum(word in _ENGLISH for word in words) >= _SHARE * len(words)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_LANGUAGES)
    return identifier
