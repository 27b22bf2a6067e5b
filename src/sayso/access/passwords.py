"""Which passwords are taken: long ones, whatever is in them, but for a few that everybody tries first."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from unicodedata import normalize

from sayso.access.names import key
from sayso.errors import AccountRefused

SHORTEST, LONGEST = 12, 1024
_ADVICE = f"Take {SHORTEST} characters or more, for example four or five words that nobody would guess together."
_LEAST_DIFFERENT = 4


def normal(password: str) -> str:
    """The password as it is hashed: the same whatever keyboard wrote it (NFKC)."""
    return normalize("NFKC", password)


def refuse_weak(password: str, name: str) -> None:
    """Raise AccountRefused, saying why, for a password that is too short, too long, too common, or the name."""
    held = normal(password)
    if len(held) < SHORTEST:
        raise AccountRefused(f"the password has fewer than {SHORTEST} characters", advice=_ADVICE)
    if len(held) > LONGEST:
        raise AccountRefused(f"the password has more than {LONGEST:,} characters", advice="Take a shorter one.")
    if len(set(held)) < _LEAST_DIFFERENT or _bare(held) in _worst():
        raise AccountRefused("the password is one of those that are tried first", advice=_ADVICE)
    if key(held) == key(name) or _bare(held) == _bare(name):
        raise AccountRefused("the password is the name", advice=_ADVICE)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold()) or text


@cache
def _worst() -> frozenset[str]:
    import yaml

    return frozenset(map(str, yaml.safe_load(files("sayso.access").joinpath("worst.yaml").read_text("utf8"))))
