"""From names to sources: roles, bases, and who stands behind "a new report"."""

from __future__ import annotations

import re

from sayso.find.attribution import Discourse
from sayso.find.draft import Draft
from sayso.find.speech import Speech
from sayso.model import Basis, Document, Role, Source

ORDER = (Basis.OWN_COUNT, Basis.OFFICIAL, Basis.WITNESS, Basis.ESTIMATE, Basis.ANONYMOUS)
GENERIC = re.compile(
    r"^(?:the|a|an|this|that|its|their|another|one)?\s*(?:[a-z][\w-]*\s+){0,4}(report|study|survey|briefing|statement|document|analysis|paper|group"
    r"|organi[sz]ation|agency|think tank|centre|center|watchdog|charity|institute|observatory|monitor|body"
    r"|authors|researchers|newspaper|outlet|broadcaster)\b",
    re.I,
)
TITLED = re.compile(r"\b(?:titled|entitled|called|headlined)\b")
STUDY = re.compile(r"\b(?:study|survey|analysis|paper|briefing)\b", re.I)
ARMED = re.compile(r"\b(?:army|military|police|forces|navy|brigade|militia|hospital|court)\b", re.I)
BODY = re.compile(
    r"\b(?:Group|Center|Centre|Institute|Observatory|Watch|International|Foundation|Network|Council|Agency|Programme|Program|Committee|Nations"
    r"|Bank|Office|Service)\b"
)
FORWARD = 6
BACKWARD = 8


def basis(name: str, speech: Speech) -> Basis:
    """Return on what authority a source speaks, judged by the words of its name."""
    low = name.lower()
    words = set(re.findall(r"[\w']+", low))
    for kind in ORDER:
        if not words.isdisjoint(speech.basis[kind.value]) or any(phrase in low for phrase in speech.basis_phrases[kind.value]):
            return kind
    return Basis.NONE_STATED


def generic(name: str) -> bool:
    """Tell whether a name only describes a text or body: "a new report", "the group", "The report titled ..."."""
    found = GENERIC.match(name)
    if not found:
        return False
    rest = name[: found.end()]
    words = rest.split()
    plain = all(w[0].islower() for w in words[1:]) and (words[0][0].islower() or words[0].lower() in ("the", "a", "an", "this", "that"))
    return plain and (
        len(words) == len(name.split()) or bool(TITLED.search(name)) or name[found.end() :].lstrip().startswith(("on", "about"))
    )


def _named_bodies(discourse: Discourse, indexes: range, *, armed: bool) -> str | None:
    """Return the first body with a proper name that speaks in the sentences given; an army or police only where `armed`."""
    for k in indexes:
        for voice in discourse.voices(k):
            for name in voice.names:
                words = [w for w in re.findall(r"[\w.’'-]+", name) if w[0].isupper() and w.lower() not in ("the", "a", "an")]
                if len(words) >= 2 and not generic(name) and _is_body(name, discourse.speech) and (armed or not ARMED.search(name)):
                    return name
    return None


def _is_body(name: str, speech: Speech) -> bool:
    return bool(speech.body.search(name.lower()) or "(" in name or BODY.search(name))


def stands_behind(draft: Draft, discourse: Discourse, count: int) -> str | None:
    """Return the named body that a general description refers to: the last one that spoke before, else the next one."""
    if not draft.names or not generic(draft.names[-1]):
        return None
    here = draft.sentence.index
    armed = not STUDY.search(draft.names[-1])
    back = _named_bodies(discourse, range(here, max(-1, here - BACKWARD), -1), armed=armed)
    name = back or _named_bodies(discourse, range(here + 1, min(count, here + FORWARD)), armed=armed)
    return re.sub(r"(?:'s|’s)\s+\w+$", "", name) if name and name not in draft.names else None


def chain(draft: Draft, document: Document, discourse: Discourse) -> tuple[Source, ...]:
    """Return the attribution of a draft, nearest first: publisher, relays, origin, and who the text says stands behind it."""
    names = list(draft.names)
    resolved = stands_behind(draft, discourse, discourse.count)
    out = [Source(document.publisher, Role.PUBLISHER, Basis.NONE_STATED)] if document.publisher else []
    for k, name in enumerate(names):
        last = k == len(names) - 1 and resolved is None
        out.append(Source(name, Role.ORIGIN if last else Role.RELAY, basis(name, discourse.speech)))
    if resolved:
        out.append(Source(resolved, Role.ORIGIN, basis(resolved, discourse.speech), resolved=True))
    return tuple(out)
