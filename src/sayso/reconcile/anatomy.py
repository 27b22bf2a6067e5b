"""Names of sources taken apart: what tells one body from another, and what only describes it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sayso.languages import compared, of_kind

_TITLED = ("titled", "entitled", "called")


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart.

    `core` are the words that tell it from other bodies; `text` is whether it names a text, `title` whether it is one's title.
    """

    words: tuple[str, ...]
    core: frozenset[str]
    initials: str
    text: bool
    title: bool


@lru_cache(maxsize=100_000)
def parts(name: str) -> Parts:
    """Take a compared name apart."""
    words = tuple(name.split())
    texts, bodies, small = of_kind("texts"), of_kind("bodies"), of_kind("small")
    seats = {word for word, after in pairwise(words) if after == "based"}
    core = frozenset(word for word in words if word not in texts and word not in bodies and word not in small and word not in seats)
    text = any(word in texts for word in words)
    title = words[0] in texts or "titled" in words or "entitled" in words
    return Parts(words, core, "".join(word[0] for word in words if word not in small), text, text and title)


def title(name: str) -> tuple[str, ...]:
    """The words of a report's title: what follows `titled`, else what follows the word for a text; none where it is no title."""
    held = parts(name)
    if not held.title:
        return ()
    named = [at for at, word in enumerate(held.words) if word in _TITLED]
    return held.words[(named[0] if named else 0) + 1 :]


def kind_only(name: str) -> bool:
    """Whether nothing in a compared name tells one body from another: it may be a description, or be made of such words."""
    held = parts(name)
    return not held.core and not held.text and not of_kind("makers").isdisjoint(held.words)


def describes(spelled: str) -> bool:
    """Whether a name as it is spelled only says what sort of body it is: `the London-based monitoring group`.

    A description has the sort in small letters; International Crisis Group is a name.
    """
    return kind_only(compared(spelled)[0]) and not of_kind("makers").isdisjoint(spelled.split())


def described(name: str, known: Container[str]) -> str:
    """The known name that this one has behind a description, as `Vienna-based think tank Meridian Centre`; "" where there is none."""
    words = parts(name).words
    for at in range(1, len(words)):
        rest = " ".join(words[at:])
        if rest in known and parts(rest).core and words[at - 1] not in of_kind("small") and kind_only(" ".join(words[:at])):
            return rest
    return ""


def only_maker(spellings: Iterable[tuple[str, str]]) -> str:
    """The one body that could be meant by a description among names, each compared and as it is spelled; "" if there is no such one."""
    makers = of_kind("makers")
    found = {name for name, spelled in spellings if not (parts(name).text or makers.isdisjoint(name.split()) or describes(spelled))}
    return found.pop() if len(found) == 1 else ""
