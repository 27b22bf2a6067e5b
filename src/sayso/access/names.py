"""Names of people and labels of tokens: short, printable, and told apart whatever their case."""

from __future__ import annotations

from unicodedata import normalize

from sayso.errors import AccountRefused

_LONGEST = 64


def clean(name: str, what: str = "name") -> str:
    """The name as it is kept; raises AccountRefused for one that is empty, too long or has characters that do not print."""
    kept = " ".join(normalize("NFC", name).split())
    if not kept:
        raise AccountRefused(f"the {what} is empty", advice="Give one of at least a letter or digit.")
    if len(kept) > _LONGEST:
        raise AccountRefused(f"the {what} has {len(kept):,} characters", advice=f"Give one of at most {_LONGEST}.")
    if not kept.isprintable():
        raise AccountRefused(f"the {what} has characters that cannot be printed", advice="Give one without them.")
    return kept


def key(name: str) -> str:
    """What two spellings of one name have in common: "Ann Lee" and "ann  lee" are one person; never raises."""
    whole = name.encode("utf8", "replace").decode("utf8")  # no database holds half a character
    return " ".join(normalize("NFKC", normalize("NFKC", whole).casefold()).split())
