"""Which one-byte encoding a text is in, judged by what its letters would be."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from sayso.read.lists import listed

_RUN = re.compile(rb"[\x80-\xff]+")
_NEAR = re.compile(rb"[^\n\x80-\xff]{0,20}[\x80-\xff][^\n]{0,60}")
_LATIN = ("cp1252", "mac_roman", "cp1250", "cp1254", "iso8859_2")
_CYRILLIC = ("cp1251", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic")
_ENOUGH = 4000
_PREFIX = 32_768
_CYRILLIC_FLOOR = -4.6
_CONTRACTION = re.compile(r"(?:s|t|d|m|re|ll|ve|n|em|tis|twas)\b", re.IGNORECASE)


def guess(raw: bytes) -> str:
    """Python's name of the encoding that makes the most of the bytes above 127; windows-1252 where nothing does."""
    sample = _sample(raw)
    if _dense(sample):
        best = max(_CYRILLIC, key=lambda name: cyrillic(sample.decode(name, "replace")))
        if cyrillic(sample.decode(best, "replace")) > _CYRILLIC_FLOOR:
            return "koi8_r" if best == "koi8_u" and _same(sample, "koi8_r", "koi8_u") else best
        return _detected(raw) or _latin(sample)
    return _latin(sample)


def _sample(raw: bytes) -> bytes:
    pieces = []
    for number, match in enumerate(_NEAR.finditer(raw)):
        if number >= _ENOUGH:
            break
        pieces.append(match[0])
    return b"\n".join(pieces)


def _dense(sample: bytes) -> bool:
    """Whether whole words lie above 127, as in scripts other than Latin."""
    runs = [len(match[0]) for match in _RUN.finditer(sample)]
    return sum(length for length in runs if length >= 3) > sum(runs) / 2


def _same(sample: bytes, one: str, other: str) -> bool:
    return sample.decode(one, "replace") == sample.decode(other, "replace")


def _detected(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    start = raw[:_PREFIX]
    best = from_bytes(start[: start.rfind(b"\n") + 1] or start).best()
    return best.encoding if best is not None and best.encoding != "ascii" else None


def _latin(sample: bytes) -> str:
    scores = {name: _fit(sample.decode(name, "replace")) for name in _LATIN}
    return max(_LATIN, key=lambda name: (scores[name], -_LATIN.index(name)))


def _fit(text: str) -> float:
    padded = f" {text} "
    return sum(_worth(padded, place) for place in range(1, len(padded) - 1) if padded[place] > "\x7f")


def _worth(text: str, place: int) -> float:
    char, before, after = text[place], text[place - 1], text[place + 1]
    if char == "\ufffd":
        return -5.0
    if char.isalpha():
        return _letter(char, before, after)
    if char == "’" and before.isalpha() and after.isalpha():
        return 1.0 if _CONTRACTION.match(text, place + 1) or not text[max(place - 3, 0)].isalpha() else -0.5
    if char in "“‘«„":
        return 1.0 if not before.isalnum() and not after.isspace() else -1.0
    if char in "”’»":
        return 1.0 if not before.isspace() and not after.isalnum() else -1.0
    if char in "–—":
        return 1.0 if before.isspace() == after.isspace() else 0.2
    if char in "\xa0…•°£€©®§·№\xad¿¡":
        return 0.3
    return -1.0


def _letter(char: str, before: str, after: str) -> float:
    if char.isupper():
        if before.islower():
            return -2.0
        return 0.5 if after.isalpha() or before.isalpha() else -1.0
    if before.isupper() and after.isupper():
        return -1.0
    common = char in "éèêëàâáäãåíìîïóòôöõøúùûüñçßæœąćęłńśźżčďěňřšťůýžőűşğıăâîșț"
    return 1.0 if common and (before.isalpha() or after.isalpha()) else 0.1


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    data = listed("letters")
    return {letter: math.log(share / 100) for letter, share in data["cyrillic"].items()}


def cyrillic(text: str) -> float:
    """Mean log likelihood of the characters above 127 as Russian letters; about -3 for Russian, below -5 for a wrong reading."""
    shares, total, count, before = _shares(), 0.0, 0, " "
    for char in text:
        if char > "\x7f":
            count += 1
            total += shares.get(char.lower(), -7.0)
            if char.isupper() and before.islower():
                total -= 6.0
        before = char
    return total / count if count else -9.0
