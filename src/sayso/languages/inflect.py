"""English forms from lemmas: plurals of nouns, the four forms of verbs."""

from __future__ import annotations

import re

VOWELS = "aeiou"
SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")


def plural(noun: str) -> str:
    """Return the regular plural: `soldier` soldiers, `family` families, `aid worker` aid workers."""
    if SIBILANT.search(noun):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def third(verb: str) -> str:
    """Return the third person singular: `flee` flees, `go` goes."""
    return verb + "es" if verb.endswith("o") else plural(verb)


def _stem(verb: str) -> str:
    if DOUBLING.search(verb):
        return verb + verb[-1]
    return verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb


def past(verb: str) -> str:
    """Return the regular past: `kill` killed, `stop` stopped, `bury` buried."""
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + "d" if verb.endswith("ee") else _stem(verb) + "ed"


def gerund(verb: str) -> str:
    """Return the -ing form: `die` dying, `flee` fleeing."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    return _stem(verb) + "ing"


def forms(verb: str, irregular: list[str] | None) -> dict[str, set[str]]:
    """Return the forms of a verb by kind: base, past, gerund.

    Irregular forms given replace the past; one that ends in -ing or -s is what it looks like.
    """
    if "-" in verb:
        out: dict[str, set[str]] = {"base": set(), "past": set(), "gerund": set()}
    else:
        out = {"base": {verb, third(verb)}, "past": set() if irregular else {past(verb)}, "gerund": {gerund(verb)}}
    for form in irregular or ():
        first = form.split()[0]
        kind = "gerund" if first.endswith("ing") and first not in ("bring", "ring", "sing") else "past"
        if kind == "past" and first.endswith("s") and first not in ("was", "has"):
            kind = "base"
        out[kind].add(form)
    return out
